import type { InterviewEffect, InterviewEvent, Step } from './events.ts';
import { planOf } from './formats.ts';
import { computeOverall } from './overall.ts';
import { type Interaction, type Interview, replaceInteraction } from './state.ts';

type Graded = Extract<InterviewEvent, { type: 'graded' }>;

/**
 * Takes a grade for the answer as it stands: one of an older revision is dropped, and so is an estimate that settles nothing
 * where there is a grade already. The last grade that was outstanding finishes the interview; a better one later corrects it.
 */
export function acceptGrade(interview: Interview, event: Graded): Step {
  const { session, interactions } = interview;
  const graded = interactions.find(({ id }) => id === event.interactionId);
  if (!graded || graded.revision !== event.revision || graded.gradeIsFinal) return [interview, []];
  if (!event.final && graded.grade !== null) return [interview, []];
  const next: Interview = {
    session,
    interactions: replaceInteraction(interactions, {
      ...graded,
      grade: event.grade,
      gradeIsFinal: event.final,
    }),
  };
  const [after, effects] = withGrade(next, graded, event);
  return [after, event.lookTwice ? [...effects, { type: 'gradeAgain', interactionId: graded.id }] : effects];
}

function withGrade(next: Interview, before: Interaction, { grade, at }: Graded): Step {
  const shown: InterviewEffect = { type: 'answerGraded', interactionId: before.id };
  switch (next.session.status) {
    case 'evaluating': {
      const [finished, effects] = finishIfGraded(next, at);
      return [finished, [shown, ...effects]];
    }
    case 'finished': {
      const corrected = { ...next, session: { ...next.session, overall: overallOf(next) } };
      const scoreBefore = before.grade?.score ?? null;
      return [
        corrected,
        grade.estimate ? [shown] : [{ type: 'gradeUpgraded', interactionId: before.id, scoreBefore }],
      ];
    }
    default:
      return [next, []];
  }
}

/** Finishes an interview whose answers all have a grade, if only an estimated one; otherwise changes nothing. */
export function finishIfGraded(interview: Interview, at: number): Step {
  const outstanding = interview.interactions.some(
    ({ status, grade }) => status === 'answered' && grade === null,
  );
  if (outstanding) return [interview, []];
  return [
    {
      ...interview,
      session: { ...interview.session, status: 'finished', finishedAt: at, overall: overallOf(interview) },
    },
    [{ type: 'evaluationFinished' }],
  ];
}

/** The overall score as the grades stand. */
export function overallOf({ session, interactions }: Interview) {
  return computeOverall(interactions, planOf(session.format).length);
}
