/** From this share of Hangul letters on, a text is Korean. Short-text language detection knows nothing better. */
const KOREAN_FROM = 0.2;
const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a text is Korean, established English terms between Korean words included. */
export const isKorean = (text: string): boolean => {
  const letters = count(text, LETTER);
  return letters > 0 && count(text, HANGUL) / letters >= KOREAN_FROM;
};
