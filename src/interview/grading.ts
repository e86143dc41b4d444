import type { InterviewEffect, InterviewEvent, Step } from './events.ts';
import { planOf } from './formats.ts';
import { computeOverall } from './overall.ts';
import { type Interview, replaceInteraction } from './state.ts';

type Graded = Extract<InterviewEvent, { type: 'graded' }>;

/**
 * Takes a grade for the answer as it stands: one of an older revision is dropped, and an estimate never replaces a final grade.
 * The last grade that was outstanding finishes the interview; a better one later corrects it.
 */
export function acceptGrade(interview: Interview, event: Graded): Step {
  const { session, interactions } = interview;
  const graded = interactions.find(({ id }) => id === event.interactionId);
  if (!graded || graded.revision !== event.revision || graded.gradeIsFinal) return [interview, []];
  const next: Interview = {
    session,
    interactions: replaceInteraction(interactions, {
      ...graded,
      grade: event.grade,
      gradeIsFinal: event.final,
    }),
  };
  switch (session.status) {
    case 'evaluating': {
      const [finished, effects] = finishIfGraded(next, event.at);
      const shown: InterviewEffect = { type: 'answerGraded', interactionId: graded.id };
      return [finished, [shown, ...effects]];
    }
    case 'finished':
      return [
        { ...next, session: { ...session, overall: overallOf(next) } },
        [{ type: 'gradeUpgraded', interactionId: graded.id, scoreBefore: graded.grade?.score ?? null }],
      ];
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
