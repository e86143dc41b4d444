import type { InterviewEffect, Step } from './events.ts';
import { planOf } from './formats.ts';
import { finishIfGraded } from './grading.ts';
import { type Material, nextQuestion } from './next-question.ts';
import { type Interaction, type Interview, replaceInteraction, type Session } from './state.ts';

/** Begins with the first question of the plan. */
export function askFirst(interview: Interview, at: number, material: Material): Step {
  return askNext({ ...interview, session: { ...interview.session, status: 'asking' } }, at, material);
}

/** Closes the open answer, has it graded and asks the next question. `interactionId` `null` means whichever is open. */
export function closeCurrent(
  interview: Interview,
  interactionId: string | null,
  at: number,
  material: Material,
): Step {
  const current = openInteraction(interview, interactionId);
  if (!current) return [interview, [{ type: 'tell', notice: staleNotice(interview) }]];
  if (current.parts.length === 0) return [interview, [{ type: 'tell', notice: 'no_answer_yet' }]];
  const [next, effects] = askNext(settle(interview, current, 'answered', at), at, material);
  return [next, [{ type: 'grade', interactionId: current.id }, ...effects]];
}

/** Leaves the open question unanswered and unscored. */
export function skipCurrent(
  interview: Interview,
  interactionId: string | null,
  at: number,
  material: Material,
): Step {
  const current = openInteraction(interview, interactionId);
  if (!current) return [interview, [{ type: 'tell', notice: staleNotice(interview) }]];
  return askNext(settle(interview, current, 'skipped', at), at, material);
}

/** Ends the interview and evaluates what there is; without an answer it is cancelled. */
export function endNow(interview: Interview, at: number): Step {
  const current = openInteraction(interview, null);
  const answered = current !== undefined && current.parts.length > 0;
  const closed = current ? settle(interview, current, answered ? 'answered' : 'skipped', at) : interview;
  if (!closed.interactions.some(({ status }) => status === 'answered')) return cancel(closed, at);
  const [next, effects] = evaluate(closed, at);
  return [next, answered ? [{ type: 'grade', interactionId: current.id }, ...effects] : effects];
}

function askNext(interview: Interview, at: number, material: Material): Step {
  const { session, interactions } = interview;
  const kind = planOf(session.format)[session.asked];
  const chosen = kind ? nextQuestion(kind, session, interactions, material) : null;
  if (!chosen) return endOfPlan(interview, at);
  const interaction: Interaction = {
    ...chosen,
    id: `${session.id}.${session.asked + 1}`,
    sessionId: session.id,
    accountId: session.accountId,
    ordinal: session.asked + 1,
    status: 'open',
    parts: [],
    lastPartAt: null,
    revision: 0,
    grade: null,
    gradeIsFinal: false,
    disputedAt: null,
    askedAt: at,
  };
  const effects: InterviewEffect[] = [{ type: 'ask', interactionId: interaction.id }];
  if (chosen.kind === 'cv') effects.unshift({ type: 'useCvQuestion', questionId: chosen.questionId });
  return [
    {
      session: { ...session, asked: session.asked + 1, currentInteractionId: interaction.id },
      interactions: [...interactions, interaction],
    },
    effects,
  ];
}

function endOfPlan(interview: Interview, at: number): Step {
  const answered = interview.interactions.some(({ status }) => status === 'answered');
  return answered ? evaluate(interview, at) : cancel(interview, at);
}

function evaluate({ session, interactions }: Interview, at: number): Step {
  const evaluating: Session = { ...session, status: 'evaluating', currentInteractionId: null };
  const [next, effects] = finishIfGraded({ session: evaluating, interactions }, at);
  return [next, effects.length > 0 ? effects : [{ type: 'evaluationStarted' }]];
}

function cancel({ session, interactions }: Interview, at: number): Step {
  const cancelled: Session = { ...session, status: 'cancelled', currentInteractionId: null, finishedAt: at };
  return [{ session: cancelled, interactions }, [{ type: 'cancelled' }]];
}

function settle(
  interview: Interview,
  current: Interaction,
  status: 'answered' | 'skipped',
  at: number,
): Interview {
  return {
    session: { ...interview.session, currentInteractionId: null, lastActivityAt: at },
    interactions: replaceInteraction(interview.interactions, { ...current, status }),
  };
}

function openInteraction(
  { session, interactions }: Interview,
  interactionId: string | null,
): Interaction | undefined {
  if (interactionId !== null && interactionId !== session.currentInteractionId) return undefined;
  return interactions.find(({ id, status }) => id === session.currentInteractionId && status === 'open');
}

function staleNotice({ session }: Interview) {
  return session.status === 'asking' ? 'question_already_closed' : 'nothing_to_answer';
}
