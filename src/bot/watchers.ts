import type { ConversationId, Outgoing } from '../chat/message.ts';
import type { Interaction, Interview, Session } from '../interview/state.ts';
import { threadOf } from '../interview/watched.ts';
import type { Decision } from './decision.ts';
import { formAnswerView, ratingView } from './views/watched-view.ts';

/**
 * Shows a question of an interview that others watch: in the thread, with a pointer for who is elsewhere, or in private, with
 * a word to those who watch.
 */
export function sayToWatchers(
  decision: Decision,
  { session, interactions }: Interview,
  interaction: Interaction,
  question: Outgoing,
): void {
  const { texts, conversation } = decision;
  const { thread } = session;
  if (thread === null) return;
  const previous = interactions.find(({ ordinal }) => ordinal === interaction.ordinal - 1);
  const wasPublic = previous !== undefined && threadOf(session, previous) !== null;
  if (threadOf(session, interaction)) {
    sendTo(decision, thread, { ...question, audience: 'everyone' });
    if (!wasPublic && conversation !== thread)
      sendTo(decision, session.conversation, { text: texts.watched.inThread, linksTo: thread });
  } else {
    if (wasPublic) sendTo(decision, thread, { text: texts.watched.heldInPrivate, audience: 'everyone' });
    sendTo(decision, session.conversation, question);
  }
}

/** An answer that came in a form is shown to those who watch. */
export function showFormAnswer(
  decision: Decision,
  { session, interactions }: Interview,
  id: string,
  text: string,
) {
  const interaction = interactions.find((candidate) => candidate.id === id);
  const thread = interaction && threadOf(session, interaction);
  if (thread) sendTo(decision, thread, formAnswerView(decision.texts, decision.name, text));
}

/** Asks those who watch for their ratings, once an answer is closed for the first time. */
export function askToRate(
  decision: Decision,
  before: Interview | null,
  { session, interactions }: Interview,
  id: string,
) {
  const interaction = interactions.find((candidate) => candidate.id === id);
  const earlier = before?.interactions.find((candidate) => candidate.id === id);
  const thread = interaction && threadOf(session, interaction);
  if (thread && earlier?.status === 'open' && !earlier.followUp)
    sendTo(decision, thread, ratingView(decision.texts, interaction));
}

/** The last word in the thread. */
export function endForWatchers(decision: Decision, { thread }: Session, text: string): void {
  if (thread) sendTo(decision, thread, { text, audience: 'everyone' });
}

function sendTo({ job, account }: Decision, conversation: ConversationId, message: Outgoing): void {
  job({ kind: 'send', conversation, message: { ...message, locale: account.locale } });
}
