import type { ConversationId, MessageId } from '../chat/message.ts';
import type { Grade } from '../evaluation/grade.ts';
import type { Position } from '../questions/question.ts';
import type { FormatName, QuestionKind } from './formats.ts';

export type SessionStatus =
  /** The CV or the position is missing. */
  | 'preparing'
  /** A question is open. */
  | 'asking'
  /** All questions are done, grades are outstanding. */
  | 'evaluating'
  | 'finished'
  /** Ended without an answer: nothing to evaluate. */
  | 'cancelled';

/** One interview. Times are milliseconds since 1970. */
export type Session = {
  readonly id: string;
  readonly accountId: string;
  /** The candidate's own. */
  readonly conversation: ConversationId;
  /** Where others can watch: its questions are asked there, except as `watched.ts` says. */
  readonly thread: ConversationId | null;
  /** The candidate has agreed that questions about the CV are asked in the thread. */
  readonly cvInThread: boolean;
  readonly status: SessionStatus;
  readonly format: FormatName;
  readonly position: Position | null;
  /** Only questions of this topic, where the candidate asked for one. */
  readonly topic: string | null;
  readonly cvId: string | null;
  readonly currentInteractionId: string | null;
  /** How many questions have been asked so far. */
  readonly asked: number;
  /** Uses up one interview of the account's quota. */
  readonly counted: boolean;
  readonly overall: Overall | null;
  readonly startedAt: number;
  readonly lastActivityAt: number;
  readonly finishedAt: number | null;
  /** Grows with every write; a write that saw another version is refused. */
  readonly version: number;
};

/** The score of a whole interview, from the grades that there are. */
export type Overall = {
  /** 0–5 in tenths; `null` when no answer could be scored. */
  readonly score: number | null;
  readonly estimate: boolean;
  /** How many answers the score rests on, of how many questions. */
  readonly scored: number;
  readonly questions: number;
};

export type FollowUp = { readonly askedAt: number; readonly partsBefore: number };

export type AnswerPart = { readonly messageId: MessageId; readonly text: string };

/** A question as it was asked, so that an edited bank does not change a running interview. */
export type Asked = {
  readonly question: string;
  /** The passage of the CV that a CV question is about. */
  readonly quote: string | null;
  readonly exampleAnswer: string | null;
  readonly keyPoints: readonly string[];
  readonly goodAnswerShows: readonly string[];
  readonly warningSign: string | null;
};

/** One question of an interview and its answer. */
export type Interaction = {
  readonly id: string;
  readonly sessionId: string;
  readonly accountId: string;
  /** From 1. */
  readonly ordinal: number;
  readonly kind: QuestionKind;
  readonly questionId: string;
  /** Topic of a technical question, competency of a behavioural one. */
  readonly topic: string | null;
  readonly asked: Asked;
  readonly status: 'open' | 'answered' | 'skipped';
  readonly parts: readonly AnswerPart[];
  /** When the last part came or changed. */
  readonly lastPartAt: number | null;
  /** Grows when a closed answer is edited: a grade of an older revision does not count. */
  readonly revision: number;
  readonly grade: Grade | null;
  /** No better grade is on its way. */
  readonly gradeIsFinal: boolean;
  /** Set once a follow-up to the answer has been asked: what comes after the first `partsBefore` messages answers it. */
  readonly followUp: FollowUp | null;
  /** When its grade was disputed, which may happen once. */
  readonly disputedAt: number | null;
  /** What peers who watched gave it, 1–5 each; only ever shown together. */
  readonly peerRatings: readonly number[];
  readonly askedAt: number;
};

/** Names what is being asked: a follow-up is something else than the question it follows, also to old buttons. */
export function askedIdOf(interaction: Interaction): string {
  return interaction.followUp ? `${interaction.id}/2` : interaction.id;
}

/** How many messages answer what is being asked now. */
export function newPartsOf({ parts, followUp }: Interaction): number {
  return parts.length - (followUp?.partsBefore ?? 0);
}

/** The session that an interaction's id belongs to, also as `askedIdOf` gives it. */
export function sessionIdOf(interactionId: string): string {
  return interactionId.replace(/\.\d+(\/2)?$/, '');
}

/** An interview with the questions asked so far, in their order. */
export type Interview = { readonly session: Session; readonly interactions: readonly Interaction[] };

export function interactionOf({ interactions }: Interview, id: string): Interaction | undefined {
  return interactions.find((interaction) => interaction.id === id);
}

export function hasPart({ parts }: Pick<Interaction, 'parts'>, messageId: MessageId): boolean {
  return parts.some((part) => part.messageId === messageId);
}

export function answerText(interaction: Interaction): string {
  return interaction.parts.map((part) => part.text).join('\n');
}

export function replaceInteraction(
  interactions: readonly Interaction[],
  changed: Interaction,
): readonly Interaction[] {
  return interactions.map((interaction) => (interaction.id === changed.id ? changed : interaction));
}
