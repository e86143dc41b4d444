import { staysHere } from '../accounts/consent.ts';
import type { InterviewEffect } from '../interview/events.ts';
import { type Interview, interactionOf, type Session } from '../interview/state.ts';
import type { Decision } from './decision.ts';
import { answerView, scoreText, secondOpinionText, summaryView } from './views/evaluation-view.ts';
import { endForWatchers } from './watchers.ts';

export type EvaluationEffect = Extract<
  InterviewEffect,
  {
    type:
      | 'evaluationStarted'
      | 'answerGraded'
      | 'evaluationFinished'
      | 'gradeUpgraded'
      | 'secondOpinionGiven';
  }
>;

/**
 * With a model, everything that is known is shown at once and what is outstanding is filled in by edits. Without one a grade takes
 * milliseconds: the result is shown when it is complete.
 */
export function showEvaluation(
  decision: Decision,
  before: Interview | null,
  after: Interview,
  effect: EvaluationEffect,
  lead: string,
): void {
  const { texts, settings, account } = decision;
  const { session, interactions } = after;
  const gradesAtOnce = staysHere(account, settings.providers);
  const say = (message: ReturnType<typeof answerView>, edits = false) =>
    sayIn(decision, session, message, edits);
  const answer = (id: string) => {
    const interaction = interactionOf(after, id);
    if (interaction) say(answerView(texts, session, interaction), true);
  };
  if (before?.session.status === 'asking' && session.status !== 'asking')
    endForWatchers(decision, session, texts.watched.over);
  switch (effect.type) {
    case 'evaluationStarted':
      if (lead !== '') say({ text: lead });
      if (gradesAtOnce) return;
      for (const interaction of interactions) say(answerView(texts, session, interaction));
      say(summaryView(texts, after));
      return;
    case 'answerGraded':
      if (!gradesAtOnce) answer(effect.interactionId);
      return;
    case 'evaluationFinished': {
      const shown = before?.session.status === 'evaluating' && !gradesAtOnce;
      if (before?.session.status !== 'evaluating' && lead !== '') say({ text: lead });
      if (!shown) for (const interaction of interactions) say(answerView(texts, session, interaction));
      say(summaryView(texts, after), shown);
      return;
    }
    case 'gradeUpgraded': {
      answer(effect.interactionId);
      say(summaryView(texts, after), true);
      const upgraded = interactionOf(after, effect.interactionId);
      if (upgraded) {
        const before = scoreText(texts, effect.scoreBefore);
        say({
          text: texts.evaluation.upgraded(upgraded.ordinal, before, scoreText(texts, upgraded.grade?.score)),
        });
      }
      return;
    }
    case 'secondOpinionGiven': {
      answer(effect.interactionId);
      if (session.overall) say(summaryView(texts, after), true);
      const looked = interactionOf(after, effect.interactionId);
      if (looked?.disputedAt) say({ text: secondOpinionText(texts, looked) });
      return;
    }
    default:
      effect satisfies never;
  }
}

/** To where the interview is held, which need not be where the event came from; `edits` replaces the message of that key. */
function sayIn(
  decision: Decision,
  session: Session,
  message: ReturnType<typeof answerView>,
  edits: boolean,
): void {
  const { key } = message;
  decision.job({
    kind: 'send',
    conversation: session.conversation,
    message: { ...message, locale: decision.account.locale, ...(edits && key && { edits: key }) },
  });
}
