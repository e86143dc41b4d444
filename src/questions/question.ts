import type { Locale } from '../chat/message.ts';

export const POSITIONS = ['ai', 'be', 'fe', 'mobile'] as const;
export type Position = (typeof POSITIONS)[number];

/** A technical question of the bank. */
export type Question = {
  /** Stable and never reused: `be-caching-001`, or made from the text for an imported row. */
  readonly id: string;
  readonly position: Position;
  readonly topic: string;
  readonly question: string;
  readonly exampleAnswer: string;
  /** 1 explain, 2 apply or choose, 3 diagnose or design; `null` when the source does not say. */
  readonly difficulty: 1 | 2 | 3 | null;
  /** Each a point with its alternatives, separated by ` / `; empty when they are derived. */
  readonly keyPoints: readonly string[];
  /** The author wrote no key points: they are derived from the example answer by code when an answer is graded. */
  readonly keyPointsDerived: boolean;
  /** `null` until somebody has written the Korean text. */
  readonly questionKo: string | null;
  readonly exampleAnswerKo: string | null;
  readonly source: 'seed' | 'import';
};

/** A behavioural question with what its answers are judged by, in every language. */
export type BehaviouralQuestion = {
  readonly id: string;
  readonly competency: string;
  readonly question: Readonly<Record<Locale, string>>;
  readonly goodAnswerShows: Readonly<Record<Locale, readonly string[]>>;
  readonly warningSign: Readonly<Record<Locale, string>>;
};

/** Levels of a competency that are described; an answer between two of them scores between. */
export const RUBRIC_LEVELS = [1, 3, 5] as const;

/** What weak, fair and strong answers look like for one competency, on the 0–5 scale of grades. */
export type CompetencyRubric = {
  readonly competency: string;
  readonly levels: Readonly<Record<(typeof RUBRIC_LEVELS)[number], Readonly<Record<Locale, string>>>>;
};

/** What the bank means to ask about a topic. `weight` is its share of the position's questions, 0–1. */
type TopicPlan = { readonly weight: number; readonly subtopics: readonly string[] };
/** Topics of each position by name, in the order in which they are offered. */
export type Taxonomy = Readonly<Record<Position, Readonly<Record<string, TopicPlan>>>>;
