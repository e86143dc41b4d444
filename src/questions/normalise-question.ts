import { hash } from 'node:crypto';

const BEYOND_ASCII = /[\u0080-\uffff]/;
/** What stands between words. A single space is left out, as it stays: replacing it by itself takes a third of the time. */
const GAP = / *[^\p{L}\p{N}+#' ][^\p{L}\p{N}+#']*| {2,}/gu;
/** The same for text in ASCII and lower case, which has no need of Unicode's classes. */
const ASCII_GAP = / *[^a-z0-9+#' ][^a-z0-9+#']*| {2,}/g;

/** The words of a question and nothing else: two questions with the same result are the same question. */
export const normaliseQuestion = (question: string): string => {
  const text = question.replaceAll(/[’‘]/g, "'");
  const words = BEYOND_ASCII.test(text)
    ? text.normalize('NFKC').toLowerCase().replaceAll(GAP, ' ')
    : text.toLowerCase().replaceAll(ASCII_GAP, ' ');
  return words.trim();
};

/** 96 bits: a collision among a million imported questions has a chance of 1 in 10¹⁶. */
const ID_HEX_DIGITS = 24;

/** The id of an imported question, made from its words, so that importing it again gives the same id. */
export const importedQuestionId = (question: string): string => {
  const digest = hash('sha256', normaliseQuestion(question));
  return `import-${digest.slice(0, ID_HEX_DIGITS)}`;
};
