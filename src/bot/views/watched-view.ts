import type { Outgoing } from '../../chat/message.ts';
import { scoreByKind } from '../../interview/overall.ts';
import type { Interaction, Interview } from '../../interview/state.ts';
import type { Texts } from '../../locales/index.ts';
import { choiceId } from '../choice-id.ts';
import { strengths } from './advice.ts';
import { asQuote } from './interview-view.ts';

const SCORES = [1, 2, 3, 4, 5] as const;

/** Asks in private whether questions about the CV may be asked in the thread. */
export function cvPlaceView({ watched }: Texts, sessionId: string): Outgoing {
  return {
    text: watched.askCvPlace,
    choices: [
      { id: choiceId({ type: 'cvPlace', sessionId, inThread: false }), label: watched.cvPlaceHere },
      { id: choiceId({ type: 'cvPlace', sessionId, inThread: true }), label: watched.cvPlaceThread },
    ],
  };
}

/** An answer from a form, which nobody else has seen, for those who watch. */
export function formAnswerView({ watched }: Texts, name: string, text: string): Outgoing {
  return { text: `${watched.answered(name)}\n${asQuote(text)}`, audience: 'everyone' };
}

export function ratingView({ watched }: Texts, { id, ordinal }: Interaction): Outgoing {
  return {
    text: watched.askToRate(ordinal),
    choices: SCORES.map((score) => ({
      id: choiceId({ type: 'rate', interactionId: id, score }),
      label: watched.ratings[score] ?? String(score),
    })),
    audience: 'everyone',
  };
}

/** What an owner shares: scores and strengths, nothing of a CV, an answer or the advice. */
export function sharedView(texts: Texts, { session, interactions }: Interview, name: string): Outgoing {
  const { score = null, estimate = false } = session.overall ?? {};
  const list = strengths(texts, interactions).map((line) => `- ${line}`);
  return {
    cards: [
      {
        title: texts.watched.sharedTitle(name),
        score: { points: score, outOf: 5, estimate },
        fields: [...scoreByKind(interactions)].map(([kind, value]) => ({
          name: texts.kinds[kind],
          value: `${value.toFixed(1)} / 5`,
        })),
        ...(list.length > 0 && { body: [`**${texts.evaluation.strengths}**`, ...list].join('\n') }),
        ...(estimate && { footer: texts.evaluation.estimateNote }),
      },
    ],
    audience: 'everyone',
    key: `shared:${session.id}`,
  };
}
