import type { InterviewEffect, InterviewEvent, Notice, Step } from './events.ts';
import { MAX_ANSWER_CHARACTERS, MAX_ANSWER_PARTS, SILENCE_MS } from './limits.ts';
import type { Material } from './next-question.ts';
import { closeCurrent } from './progress.ts';
import {
  type AnswerPart,
  answerText,
  hasPart,
  type Interaction,
  type Interview,
  newPartsOf,
  replaceInteraction,
} from './state.ts';

type Answered = Extract<InterviewEvent, { type: 'answered' }>;
type PartChanged = Extract<InterviewEvent, { type: 'partChanged' }>;

/** Stores a message as part of the open answer; a final one closes it. */
export function receiveAnswer(interview: Interview, event: Answered, material: Material): Step {
  const { session, interactions } = interview;
  const current = interactions.find(({ id }) => id === session.currentInteractionId);
  if (!current) return [interview, [{ type: 'tell', notice: 'nothing_to_answer' }]];
  if (event.text.trim() === '')
    return event.final ? closeCurrent(interview, null, event.at, material) : [interview, []];
  if (current.parts.length >= MAX_ANSWER_PARTS)
    return [interview, [{ type: 'tell', notice: 'too_many_parts' }]];
  if (answerText(current).length + event.text.length > MAX_ANSWER_CHARACTERS)
    return [interview, [{ type: 'tell', notice: 'answer_too_long' }]];
  const parts: readonly AnswerPart[] = [...current.parts, { messageId: event.messageId, text: event.text }];
  const stored: Interview = {
    session: { ...session, lastActivityAt: event.at },
    interactions: replaceInteraction(interactions, { ...current, parts, lastPartAt: event.at }),
  };
  if (event.final) return closeCurrent(stored, null, event.at, material);
  // One timer an answer: when it fires, it looks at the last part and goes on waiting if need be.
  const effects: InterviewEffect[] =
    newPartsOf(current) === 0
      ? [{ type: 'closeAfterSilence', interactionId: current.id, at: event.at + SILENCE_MS }]
      : [];
  return [stored, effects];
}

/** The answer that was closed last, which may still change. */
export function lastAnswered(interactions: readonly Interaction[]): Interaction | undefined {
  const answered = interactions.filter(({ status }) => status === 'answered');
  return answered.sort((a, b) => (a.lastPartAt ?? 0) - (b.lastPartAt ?? 0)).at(-1);
}

/**
 * An edit or a deletion counts for the open answer and, until the next answer is closed, for the one closed last, which is
 * then graded again.
 */
export function changePart(interview: Interview, event: PartChanged): Step {
  const { session, interactions } = interview;
  const changed = interactions.find((interaction) => hasPart(interaction, event.messageId));
  if (!changed) return [interview, []];
  const lastClosed = lastAnswered(interactions);
  // What was said before a follow-up is closed, although its interaction is open again.
  const index = changed.parts.findIndex(({ messageId }) => messageId === event.messageId);
  const isOpen = changed.id === session.currentInteractionId && index >= (changed.followUp?.partsBefore ?? 0);
  const mayChange =
    isOpen || (changed.id === lastClosed?.id && ['asking', 'evaluating'].includes(session.status));
  if (!mayChange) return [interview, [{ type: 'tell', notice: tooLate(changed, event.text === null) }]];

  const parts = changed.parts.flatMap((part) => {
    if (part.messageId !== event.messageId) return [part];
    return event.text === null || event.text.trim() === '' ? [] : [{ ...part, text: event.text }];
  });
  if (parts.reduce((sum, { text }) => sum + text.length, 0) > MAX_ANSWER_CHARACTERS) {
    return [interview, [{ type: 'tell', notice: 'edit_too_long' }]];
  }
  const next: Interview = {
    session: { ...session, lastActivityAt: event.at },
    interactions: replaceInteraction(interactions, {
      ...changed,
      parts,
      lastPartAt: event.at,
      ...(isOpen ? {} : { revision: changed.revision + 1, grade: null, gradeIsFinal: false }),
    }),
  };
  if (isOpen) return [next, []];
  return [
    next,
    [
      { type: 'grade', interactionId: changed.id },
      { type: 'tell', notice: 'edit_noted' },
    ],
  ];
}

/** Said of a change to an answer that is closed for good. */
export function tooLate({ status }: Pick<Interaction, 'status'>, deleted: boolean): Notice {
  if (status === 'skipped') return 'change_of_skipped';
  return deleted ? 'deletion_too_late' : 'edit_too_late';
}
