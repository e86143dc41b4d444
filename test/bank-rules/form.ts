import type { Question } from '../../src/questions/question.ts';
import { countRule, questionsThat, type Rule, shareRule } from './rule.ts';
import { isKorean, normalise, wordsOf } from './text.ts';

const IMPERATIVES = new Set(
  `account argue assess calculate choose clarify compare compute connect construct contrast correct count decide
  defend derive describe design diagnose discuss estimate explain find fix give identify interpret judge justify
  lay list locate merge move name outline pick plan predict propose rank reconstruct refute repair review rewrite
  say set show sketch suggest suppose take tell trace track walk weigh work`.split(/\s+/),
);
const SENTENCE_END = /(?<=[.?!;]["'”’)\]]?)\s+/;

const isImperative = (sentence: string): boolean =>
  IMPERATIVES.has(normalise(sentence).match(/^\w+/)?.[0] ?? '');

/** It asks with a question mark, or its first or last sentence tells the reader what to do. */
const asks = (question: string): boolean => {
  if (/[?？]["'”)\]]*$/.test(question) || /(세요|시오|주세요)[.]?$/.test(question)) return true;
  const last = question.split(SENTENCE_END).at(-1) ?? '';
  return /[.!]$/.test(question) && (isImperative(question) || isImperative(last));
};

const isOutsideWordBand = (question: string): boolean => {
  const words = isKorean(question) ? question.length / 3 : wordsOf(question).length;
  return words < 6 || words > 45;
};

/** What stands in quotes or code is not asked. */
const withoutQuoted = (text: string): string => text.replaceAll(/[‘“"][^’”"]*[’”"]|`[^`]*`/g, ' ');

const asksTwice = (question: string): boolean => {
  const text = withoutQuoted(question);
  return (text.match(/[?？]/g) ?? []).length > 1 || /\?.*\band (how|why|what|when)\b/i.test(text);
};

const VERSION_TRIVIA =
  /\b(which|what|in what) (version|year|release)\b|\bwho (created|invented|developed|wrote)\b|\bwhat does [A-Z]{2,} stand for\b/i;

const PROFANITY =
  /\b(fuck\w*|shit\w*|bitch\w*|asshole|bastard|cunt|dick(head)?|wtf|slut|retard(ed)?)\b|씨발|시발|병신|개새끼|좆|지랄/i;

/** Beginnings end in `*`. */
const MISSPELLINGS = `recieve* seperat* occured occurence* definately neccess* accomodat* arguement* acheiv* beleive*
  wich teh adress* dependan* perfoma* lenght heigth existance paralel* asyncron* algoritm* consistant* retreiv*
  persistance compatab* enviroment* succesful* untill transfered refered prefered begining maintainance independan*
  aquire* apparant* propogat* referal threshhold wierd writting explaination*`;
const MISSPELT = new RegExp(
  `\\b(${MISSPELLINGS.trim().split(/\s+/).join('|').replaceAll('*', '\\w*')})\\b`,
  'i',
);

/** UTF-8 that was read as something else. */
const MOJIBAKE = /\ufffd|Ã[\u0080-\u00bf]|â€|ì[\u0080-\u00bf]/;

const textOf = ({ question, exampleAnswer }: Question): string => `${question} ${exampleAnswer}`;
const matching = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[0] ?? null;

export const formRules: readonly Rule[] = [
  shareRule(
    'question_mark_or_imperative',
    0.005,
    questionsThat(({ question }) => !asks(question)),
  ),
  shareRule(
    'question_words_out',
    0.01,
    questionsThat(({ question }) => isOutsideWordBand(question)),
  ),
  shareRule(
    'two_in_one_rate',
    0.03,
    questionsThat(({ question }) => asksTwice(question)),
  ),
  shareRule(
    'version_trivia_rate',
    0.01,
    questionsThat(({ question }) => VERSION_TRIVIA.test(question)),
  ),
  countRule('profanity', (row) => matching(PROFANITY, textOf(row))),
  countRule('misspellings', (row) => matching(MISSPELT, textOf(row).replaceAll(/`[^`]*`/g, ' '))),
  countRule('mojibake', (row) => matching(MOJIBAKE, textOf(row))),
];
