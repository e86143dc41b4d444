import { lastAnswered, receiveAnswer } from './answering.ts';
import type { InterviewEvent, Step } from './events.ts';
import { MAX_ANSWER_CHARACTERS, MAX_ANSWER_PARTS } from './limits.ts';
import type { Material } from './next-question.ts';
import {
  answerText,
  askedIdOf,
  type Interaction,
  type Interview,
  newPartsOf,
  replaceInteraction,
} from './state.ts';

type FormAnswered = Extract<InterviewEvent, { type: 'formAnswered' }>;

/** The question that a form answers, as long as what is written in it still counts. */
export function answerableInForm({ session, interactions }: Interview, askedId: string): Interaction | null {
  const named = interactions.find((interaction) => askedIdOf(interaction) === askedId);
  if (!named) return null;
  if (named.id === session.currentInteractionId) return named;
  const mayChange = session.status === 'asking' || session.status === 'evaluating';
  return mayChange && named.id === lastAnswered(interactions)?.id ? named : null;
}

/**
 * A form counts for the question that it was opened for, and for no other. While it was filled in, silence may have closed the
 * answer: until the next one is closed it is added, as an edit would be. Whatever cannot be used is given back.
 */
export function receiveFormAnswer(interview: Interview, event: FormAnswered, material: Material): Step {
  const { session, interactions } = interview;
  const { text, at, messageId } = event;
  const named = answerableInForm(interview, event.askedId);
  if (!named) return [interview, [{ type: 'giveBack', notice: 'form_too_late', text }]];
  if (named.parts.length >= MAX_ANSWER_PARTS)
    return [interview, [{ type: 'giveBack', notice: 'too_many_parts', text }]];
  if (answerText(named).length + text.length > MAX_ANSWER_CHARACTERS)
    return [interview, [{ type: 'giveBack', notice: 'answer_too_long', text }]];
  if (text.trim() === '' && newPartsOf(named) === 0) {
    return [interview, [{ type: 'tell', notice: 'no_answer_yet' }]];
  }
  const shown = { type: 'answeredInForm', interactionId: named.id, text } as const;
  if (named.id === session.currentInteractionId) {
    const answered = { type: 'answered', messageId, text, final: true, at } as const;
    const [next, effects] = receiveAnswer(interview, answered, material);
    return [next, [shown, ...effects]];
  }
  const added: Interaction = {
    ...named,
    parts: [...named.parts, { messageId, text }],
    lastPartAt: at,
    revision: named.revision + 1,
    grade: null,
    gradeIsFinal: false,
  };
  return [
    {
      session: { ...session, lastActivityAt: at },
      interactions: replaceInteraction(interactions, added),
    },
    [shown, { type: 'grade', interactionId: named.id }, { type: 'tell', notice: 'added_to_closed' }],
  ];
}
