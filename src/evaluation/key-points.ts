import { clausesOf, sentencesOf } from './text/clauses.ts';
import { type Word, wordsOf } from './text/words.ts';

/** As in the bank: no question has more. */
const MAX_POINTS = 6;
/** A clause with fewer new words than this says nothing alone and stays with its neighbour. */
const LEAST_NEW_WORDS = 1;
/** An example answer this short is often a plain list: `push and pop`, `name, return type, parameters`. */
const LIST_MAX_WORDS = 12;
const LIST_ITEM_MAX_WORDS = 4;
/** A scrap such as `Every insert,` belongs to what follows. */
const LEAST_WORDS = 3;
const LEADING_CONJUNCTION = /^(?:and|so|but|whereas|while|then|which|or|because|since|although)\s+(?=\S)/i;
const LIST_SEPARATOR = /\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*\/\s*/i;

const newWords = (words: readonly Word[], given: ReadonlySet<string>): number =>
  new Set(words.filter((word) => !word.common && !given.has(word.stem)).map((word) => word.stem)).size;

const tidy = (text: string): string => text.replace(/^[\s,;:–—-]+|[\s,;:.–—-]+$/g, '').replace(/\s+/g, ' ');

/** `Private and public.` → its items, or `null` when the text is no list. */
const listItems = (text: string): string[] | null => {
  if (wordsOf(text).length > LIST_MAX_WORDS || sentencesOf(text).length > 1) return null;
  const items = tidy(text)
    .split(LIST_SEPARATOR)
    .map(tidy)
    .filter((item) => item !== '');
  const isList = items.length > 1 && items.every((item) => wordsOf(item).length <= LIST_ITEM_MAX_WORDS);
  return isList ? items.slice(0, MAX_POINTS) : null;
};

const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length;

type Piece = { start: number; end: number; sentence: number; fresh: number };

/** Clauses of which each says something that the question does not; the others are joined to a neighbour in their sentence. */
const piecesOf = (text: string, given: ReadonlySet<string>): Piece[] => {
  const pieces: Piece[] = [];
  const ends = new Set(sentencesOf(text).map(([, end]) => end));
  let waiting: Piece | null = null;
  for (const clause of clausesOf(text)) {
    const start: number = waiting && waiting.sentence === clause.sentence ? waiting.start : clause.start;
    const words = wordsOf(text.slice(start, clause.end));
    const piece = { ...clause, start, fresh: newWords(words, given) };
    const whole = !isOpen(text.slice(start, clause.end));
    const complete = whole && words.length >= LEAST_WORDS;
    const inBrackets = whole && text[start] === '(';
    waiting = null;
    const previous = pieces.at(-1);
    if (complete && !inBrackets && piece.fresh >= LEAST_NEW_WORDS) pieces.push(piece);
    else if ((complete || inBrackets) && previous?.sentence === piece.sentence) {
      previous.end = piece.end;
      previous.fresh += piece.fresh;
    } else waiting = piece;
    if (waiting && waiting.fresh > 0 && ends.has(waiting.end)) pieces.push(waiting);
  }
  return pieces;
};

/** Drops the pieces that say least until few enough are left. The first stays: it answers. */
const thinOut = (pieces: readonly Piece[]): Piece[] => {
  const kept = [...pieces];
  while (kept.length > MAX_POINTS) {
    const least = kept.slice(1).reduce((lowest, piece) => (piece.fresh < lowest.fresh ? piece : lowest));
    kept.splice(kept.indexOf(least), 1);
  }
  return kept;
};

/**
 * Key points for a question whose author wrote none: the clauses of the example answer that say something the question
 * does not, at most six, in its own words. Empty only when the example answer has no word.
 */
export const deriveKeyPoints = (exampleAnswer: string, question: string): string[] => {
  const items = listItems(exampleAnswer);
  if (items) return items;
  const given = new Set(wordsOf(question).map((word) => word.stem));
  const pieces = thinOut(piecesOf(exampleAnswer, given)).map((piece) =>
    tidy(exampleAnswer.slice(piece.start, piece.end)).replace(LEADING_CONJUNCTION, ''),
  );
  const whole = tidy(exampleAnswer);
  return pieces.length > 0 ? pieces : wordsOf(whole).length > 0 ? [whole] : [];
};
