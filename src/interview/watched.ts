import type { ConversationId } from '../chat/message.ts';
import type { Interaction, Interview, Session } from './state.ts';

/** Peers may rate for so long after the end: the last answer is evaluated within seconds. */
const RATING_MS = 24 * 60 * 60 * 1000;

/** Where a question is asked and its answer expected: what is about a CV stays private unless its owner wanted it otherwise. */
export function whereAsked(session: Session, { kind }: Pick<Interaction, 'kind'>): ConversationId {
  const { thread, conversation, cvInThread } = session;
  return thread !== null && (kind !== 'cv' || cvInThread) ? thread : conversation;
}

/** The thread, for a question that is asked there. */
export function threadOf(session: Session, interaction: Pick<Interaction, 'kind'>): ConversationId | null {
  const place = whereAsked(session, interaction);
  return place === session.thread ? place : null;
}

/** Whether what is said in a conversation may belong to the open question. */
export function isHeldIn({ session, interactions }: Interview, conversation: ConversationId): boolean {
  const current = interactions.find(({ id }) => id === session.currentInteractionId);
  if (conversation === session.thread) return true;
  return conversation === (current ? whereAsked(session, current) : session.conversation);
}

/** Whether peers may rate an answer now. */
export function mayRate({ session }: Interview, interaction: Interaction, at: number): boolean {
  if (interaction.status !== 'answered' || threadOf(session, interaction) === null) return false;
  return session.finishedAt === null || at < session.finishedAt + RATING_MS;
}

/** The middle one; the mean of the two in the middle of an even number. `null` without any. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
