/** What somebody registers with, beside a password. */
export type Details = {
  /** As it was typed; compared without regard to case. */
  readonly username: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
};

export const DETAIL_LIMITS = {
  usernameLeast: 3,
  usernameMost: 30,
  nameMost: 100,
  /** RFC 5321 allows no longer address. */
  emailMost: 254,
  passwordLeast: 10,
  /** All that bcrypt looks at, in bytes of UTF-8. */
  passwordMostBytes: 72,
} as const;

export type DetailProblem =
  | 'username_form'
  | 'username_taken'
  | 'name_missing'
  | 'name_long'
  | 'email_form'
  | 'email_taken';

export type PasswordProblem =
  | 'password_short'
  | 'password_long'
  | 'password_edges'
  | 'password_personal'
  | 'password_simple'
  | 'password_differs';

/** Latin or Hangul: in one of them nobody can write somebody else's name with letters that only look the same. */
const USERNAME = /^[a-z0-9._\-가-힣]+$/i;
const EMAIL = /^[^\s@",;:<>()[\]\\]+@[^\s@",;:<>()[\]\\.]+(\.[^\s@",;:<>()[\]\\.]+)+$/u;

/** One form for all ways to type the same: composed Hangul (a Mac may send it decomposed), no spaces around it. */
const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** What a username or an e-mail address is found by. */
export function loginKey(name: string): string {
  return tidy(name).toLowerCase();
}

/** Brings what was typed into the form in which it is stored. */
export function readDetails(fields: Readonly<Record<string, string>>): Details {
  return {
    username: tidy(fields['username'] ?? ''),
    name: tidy(fields['name'] ?? ''),
    email: loginKey(fields['email'] ?? ''),
  };
}

/** All that is wrong with the details themselves; whether they are taken only the store knows. */
export function problemsOf({ username, name, email }: Details): readonly DetailProblem[] {
  const { usernameLeast, usernameMost, nameMost, emailMost } = DETAIL_LIMITS;
  const length = [...username].length;
  return [
    ...(length < usernameLeast || length > usernameMost || !USERNAME.test(username)
      ? (['username_form'] as const)
      : []),
    ...(name === '' ? (['name_missing'] as const) : []),
    ...(name.length > nameMost ? (['name_long'] as const) : []),
    ...(email.length > emailMost || !EMAIL.test(email) ? (['email_form'] as const) : []),
  ];
}

/** A password as it is hashed: what a Korean types is the same on every keyboard. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** The first reason why a password cannot be taken, or `null`. */
export function passwordProblem(typed: string, again: string, details: Details): PasswordProblem | null {
  const password = normalisePassword(typed);
  if (/^\s|\s$/u.test(password)) return 'password_edges';
  if ([...password].length < DETAIL_LIMITS.passwordLeast) return 'password_short';
  if (new TextEncoder().encode(password).length > DETAIL_LIMITS.passwordMostBytes) return 'password_long';
  if (isPersonal(password.toLowerCase(), details)) return 'password_personal';
  if (isSimple(password.toLowerCase())) return 'password_simple';
  return password === normalisePassword(again) ? null : 'password_differs';
}

function isPersonal(password: string, { username, name, email }: Details): boolean {
  const [localPart = ''] = email.split('@');
  // With digits or signs around it a name is still the first thing that somebody would try.
  const core = password.replace(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '');
  return [username, name, name.replaceAll(' ', ''), email, localPart]
    .map((own) => own.toLowerCase())
    .some((own) => own !== '' && (password === own || core === own));
}

/** What every list of stolen passwords begins with, and what is typed by one finger that moves along. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '01234567890123456789',
  '1q2w3e4r5t6y7u8i9o0p',
];
const COMMON = /^(p[a@]ssw[o0]rd|qwerty|letmein|welcome|iloveyou|admin|interview|비밀번호)+[\d\p{P}\p{S}]*$/u;

function isSimple(password: string): boolean {
  const reversed = [...password].reverse().join('');
  const isRun = ROWS.some((row) => row.includes(password) || row.includes(reversed));
  return new Set(password).size < 4 || isRun || COMMON.test(password);
}
