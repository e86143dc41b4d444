import type { PlatformUserId } from '../chat/message.ts';
import type { BehaviouralQuestion, Position, Question } from '../questions/question.ts';

/** A question of the bank as a list shows it; behavioural ones are for every position. */
export type QuestionSummary = {
  readonly id: string;
  readonly position: Position | null;
  readonly topic: string;
  readonly question: string;
  readonly active: boolean;
};

/** A question of the bank with everything that is known of it. */
export type BankEntry = { readonly active: boolean } & (
  | { readonly kind: 'technical'; readonly question: Question; readonly importId: string | null }
  | { readonly kind: 'behavioural'; readonly question: BehaviouralQuestion }
);

/** How candidates fared with a question. */
export type QuestionFigures = {
  readonly questionId: string;
  readonly asked: number;
  /** Of those, answers that have a score. */
  readonly scored: number;
  /** 0–5; `null` without scores. */
  readonly mean: number | null;
  readonly disputed: number;
};

/** What may be wrong with a question. */
export const AILMENTS = ['easy', 'hard', 'disputed', 'unasked'] as const;
export type Ailment = (typeof AILMENTS)[number];

/** Fewer scores than this say nothing about how hard a question is. */
export const ENOUGH_SCORES = 5;
export const TOO_EASY_MEAN = 4.5;
export const TOO_HARD_MEAN = 1;

export const NEVER_ASKED: Omit<QuestionFigures, 'questionId'> = {
  asked: 0,
  scored: 0,
  mean: null,
  disputed: 0,
};

export function has(
  ailment: Ailment,
  { asked, scored, mean, disputed }: Omit<QuestionFigures, 'questionId'>,
): boolean {
  switch (ailment) {
    case 'easy':
      return scored >= ENOUGH_SCORES && mean !== null && mean >= TOO_EASY_MEAN;
    case 'hard':
      return scored >= ENOUGH_SCORES && mean !== null && mean <= TOO_HARD_MEAN;
    case 'disputed':
      return disputed > 0;
    case 'unasked':
      return asked === 0;
    default:
      return ailment satisfies never;
  }
}

/** A file of questions that an admin brought in. */
export type QuestionImport = {
  readonly id: string;
  readonly fileName: string;
  readonly importedBy: PlatformUserId;
  readonly questions: number;
  readonly status: 'previewed' | 'taken' | 'undone';
  /** When that came about, in milliseconds since 1970. */
  readonly at: number;
};

/** How long an import can be undone. */
export const UNDO_MS = 30 * 24 * 60 * 60 * 1000;
