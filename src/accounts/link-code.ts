/** How long a one-time code can be used. */
export const LINK_CODE_LIFE_MS = 10 * 60_000;

/** No `0` and `O`, no `1`, `I` and `L`. Eight of them are 8.5 × 10¹¹ codes. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/**
 * A new code. With a digit in it, so that among plain words it is known for what it is.
 * @param pick gives a whole number below its argument, each as likely as the others and none to be foreseen
 */
export function newLinkCode(pick: (below: number) => number): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('');
    if (/\d/.test(code)) return code;
  }
}

/** `abcd-2345`, however it was typed, as the code; `null` for what cannot be one. */
export function readLinkCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return CODE.test(code) ? code : null;
}

/** Easier to read and to type: `ABCD-2345`. */
export function showLinkCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
