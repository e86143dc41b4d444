import type { InterviewEffect, Step } from './events.ts';
import { FOLLOWS_UP, planOf } from './formats.ts';
import { finishIfGraded } from './grading.ts';
import { type Material, nextQuestion } from './next-question.ts';
import {
  askedIdOf,
  type Interaction,
  type Interview,
  newPartsOf,
  replaceInteraction,
  type Session,
} from './state.ts';

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
  if (newPartsOf(current) === 0) return [interview, [{ type: 'tell', notice: 'no_answer_yet' }]];
  const [next, effects] = askNext(settle(interview, answered(current), at), at, material);
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
  return askNext(settle(interview, skipped(current), at), at, material);
}

/** Ends the interview and evaluates what there is; without an answer it is cancelled. */
export function endNow(interview: Interview, at: number): Step {
  const current = openInteraction(interview, null);
  const hasAnswer = current !== undefined && newPartsOf(current) > 0;
  const closed = current
    ? settle(interview, hasAnswer ? answered(current) : skipped(current), at)
    : interview;
  if (!closed.interactions.some(({ status }) => status === 'answered')) return cancel(closed, at);
  const [next, effects] = evaluate(closed, at);
  return [next, hasAnswer ? [{ type: 'grade', interactionId: current.id }, ...effects] : effects];
}

function askNext(interview: Interview, at: number, material: Material): Step {
  const { session, interactions } = interview;
  const toFollowUp = interactions.find((interaction) => mayFollowUp(session, interaction));
  if (toFollowUp) return followUp(interview, toFollowUp, at);
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
    followUp: null,
    disputedAt: null,
    peerRatings: [],
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

/** Each answer once, when its grade says that something is missing. A grade that comes too late is not waited for. */
function mayFollowUp(
  { format }: Session,
  { status, grade, gradeIsFinal, followUp: asked }: Interaction,
): boolean {
  return (
    FOLLOWS_UP[format] && status === 'answered' && gradeIsFinal && asked === null && grade?.followUp != null
  );
}

/** Opens an answer again, to be added to. */
function followUp(interview: Interview, interaction: Interaction, at: number): Step {
  const opened: Interaction = {
    ...interaction,
    status: 'open',
    followUp: { askedAt: at, partsBefore: interaction.parts.length },
  };
  return [
    {
      session: { ...interview.session, currentInteractionId: interaction.id },
      interactions: replaceInteraction(interview.interactions, opened),
    },
    [{ type: 'ask', interactionId: interaction.id }],
  ];
}

/** An answer that was added to after a follow-up is graded anew, as a whole. */
function answered(interaction: Interaction): Interaction {
  if (!interaction.followUp) return { ...interaction, status: 'answered' };
  return {
    ...interaction,
    status: 'answered',
    revision: interaction.revision + 1,
    grade: null,
    gradeIsFinal: false,
  };
}

/** A follow-up that is skipped leaves the answer as it was. */
function skipped(interaction: Interaction): Interaction {
  if (!interaction.followUp) return { ...interaction, status: 'skipped' };
  return {
    ...interaction,
    status: 'answered',
    parts: interaction.parts.slice(0, interaction.followUp.partsBefore),
  };
}

function settle(interview: Interview, closed: Interaction, at: number): Interview {
  return {
    session: { ...interview.session, currentInteractionId: null, lastActivityAt: at },
    interactions: replaceInteraction(interview.interactions, closed),
  };
}

/** `askedId` says which question is meant, as `askedIdOf` names it; `null` means whichever is open. */
function openInteraction(
  { session, interactions }: Interview,
  askedId: string | null,
): Interaction | undefined {
  const open = interactions.find(
    ({ id, status }) => id === session.currentInteractionId && status === 'open',
  );
  return open && (askedId === null || askedId === askedIdOf(open)) ? open : undefined;
}

function staleNotice({ session }: Interview) {
  return session.status === 'asking' ? 'question_already_closed' : 'nothing_to_answer';
}
