/** How a message reads that somebody may have typed a password into. `sure` even while it could be an answer. */
export type TypedPassword = { readonly sure: boolean };

const MOST_CHARACTERS = 200;
const WITH_COMMAND =
  /^\/?(?:(?:interview|면접|인터뷰)\s+)?(?:log\s?in|sign\s?in|register|sign\s?up|로그인|가입|회원\s?가입)((?:\s+\S+){1,5})$/iu;
const BY_NAME =
  /^(?:my\s+|내\s+)?(?:password|passwd|pass|pw|비밀번호|비번|암호)\s*(?:(is|은|는)\s|[:=])\s*(\S{4,})$/iu;

/** Letters with digits or signs among them, as hardly any word has. */
function looksLikePassword(word: string): boolean {
  const hasLetter = /\p{L}/u.test(word);
  return word.length >= 6 && hasLetter && /[\d!#$%&*+=?@^_~]/u.test(word.replace(/[?!]+$/u, ''));
}

/**
 * Whether a message reads like `login bob hunter2` or `password: hunter2`.
 * @returns `null` for anything else, such as "Login sessions are kept in Redis."
 */
export function readTypedPassword(text: string): TypedPassword | null {
  const line = text.trim();
  if (line.length > MOST_CHARACTERS || line.includes('\n')) return null;
  const named = BY_NAME.exec(line);
  if (named) return { sure: false };
  const words = WITH_COMMAND.exec(line)?.[1]?.trim().split(/\s+/u);
  const last = words?.at(-1);
  if (!words || last === undefined) return null;
  if (looksLikePassword(last)) return { sure: true };
  return words.length === 2 ? { sure: false } : null;
}
