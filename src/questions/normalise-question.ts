import { createHash } from 'node:crypto';

/** The words of a question and nothing else: two questions with the same result are the same question. */
export const normaliseQuestion = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^\p{L}\p{N}+#']+/gu, ' ')
    .trim();

/** 96 bits: a collision among a million imported questions has a chance of 1 in 10¹⁶. */
const ID_HEX_DIGITS = 24;

/** The id of an imported question, made from its words, so that importing it again gives the same id. */
export const importedQuestionId = (question: string): string => {
  const hash = createHash('sha256').update(normaliseQuestion(question)).digest('hex');
  return `import-${hash.slice(0, ID_HEX_DIGITS)}`;
};
