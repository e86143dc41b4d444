import { withSecondOpinion } from '../evaluation/second-opinion.ts';
import type { InterviewEvent, Step } from './events.ts';
import { overallOf } from './grading.ts';
import { type Interaction, type Interview, replaceInteraction } from './state.ts';

/** A model's grade may be disputed once; an estimate says of itself that it is none. */
export function mayDispute({ status, grade, gradeIsFinal, disputedAt }: Interaction): boolean {
  return status === 'answered' && grade?.source.grader === 'model' && gradeIsFinal && disputedAt === null;
}

/** Another model is asked to grade the answer again. */
export function dispute(interview: Interview, interactionId: string, at: number): Step {
  const { session, interactions } = interview;
  const disputed = interactions.find(({ id }) => id === interactionId);
  if (!disputed || !mayDispute(disputed)) return [interview, [{ type: 'tell', notice: 'cannot_dispute' }]];
  return [
    { session, interactions: replaceInteraction(interactions, { ...disputed, disputedAt: at }) },
    [
      { type: 'gradeAgain', interactionId },
      { type: 'tell', notice: 'dispute_noted' },
    ],
  ];
}

/** Puts the second grade beside the first; the higher one counts. Nobody is told that a look nobody asked for came to nothing. */
export function acceptSecondGrade(
  interview: Interview,
  event: Extract<InterviewEvent, { type: 'gradedAgain' }>,
): Step {
  const { session, interactions } = interview;
  const first = interactions.find(({ id }) => id === event.interactionId);
  if (!first?.grade || first.revision !== event.revision) return [interview, []];
  const disputed = first.disputedAt !== null;
  if (event.grade === null) return [interview, disputed ? [{ type: 'tell', notice: 'no_second_model' }] : []];
  const because = disputed ? 'disputed' : 'far_from_estimate';
  const grade = withSecondOpinion(first.grade, event.grade, because);
  const next: Interview = { session, interactions: replaceInteraction(interactions, { ...first, grade }) };
  if (session.status === 'asking') return [next, []];
  const overall = session.status === 'finished' ? overallOf(next) : session.overall;
  return [
    { ...next, session: { ...session, overall } },
    [{ type: 'secondOpinionGiven', interactionId: first.id }],
  ];
}
