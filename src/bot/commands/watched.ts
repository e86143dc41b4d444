import type { Interview } from '../../interview/state.ts';
import { mayRate, threadOf } from '../../interview/watched.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { answerView } from '../views/evaluation-view.ts';
import { questionView } from '../views/interview-view.ts';
import { sharedView } from '../views/watched-view.ts';

/** A button or form of somebody else's interview: nothing of it is done, nothing of it is told. */
export function tellNotYours({ texts, say }: Decision): void {
  say({ text: texts.watched.notYours });
}

/** The open question is answered elsewhere; from a thread, the interview can be taken here. */
export function tellElsewhere({ texts, say }: Decision, { session }: Interview): void {
  if (session.thread === null) return say({ text: texts.start.elsewhere });
  say({
    text: texts.watched.elsewhere,
    linksTo: session.thread,
    choices: [
      { id: choiceId({ type: 'private', sessionId: session.id }), label: texts.watched.goOnInPrivate },
    ],
  });
}

/** Somebody who watches rates an answer. What they gave is told to nobody else by itself. */
export function rate(decision: Decision, interactionId: string, score: number): void {
  const { loaded, texts, account, at } = decision;
  if (!loaded.foreign) return decision.say({ text: texts.watched.ownRating });
  const interview = loaded.foreign;
  const rated = interview.interactions.find(({ id }) => id === interactionId);
  if (!rated || !mayRate(interview, rated, at)) return decision.say({ text: texts.watched.ratingClosed });
  decision.write({ type: 'ratePeer', interactionId, accountId: account.id, score });
  decision.say({ text: texts.watched.rated(score) });
  const { id: sessionId, status, conversation } = interview.session;
  if (status === 'finished') decision.job({ kind: 'show_ratings', conversation, sessionId, interactionId });
}

/** The owner's card of an answer is shown again, with what peers gave it by then. */
export function showRatings({ texts, account, job, loaded }: Decision, interactionId: string): void {
  const rated = loaded.interview?.interactions.find(({ id }) => id === interactionId);
  if (!loaded.interview || !rated) return;
  const { session } = loaded.interview;
  const view = answerView(texts, session, rated);
  const message = { ...view, locale: account.locale, ...(view.key && { edits: view.key }) };
  job({ kind: 'send', conversation: session.conversation, message });
}

/** Whether questions about the CV are asked where others read them. */
export function chooseCvPlace(decision: Decision, sessionId: string, inThread: boolean): void {
  const { loaded, texts } = decision;
  const open = loaded.interview;
  if (open?.session.id !== sessionId || open.session.thread === null)
    return decision.say({ text: texts.notices.nothing_to_answer });
  decision.write({ type: 'updateSession', session: { ...open.session, cvInThread: inThread } });
  decision.say({ text: inThread ? texts.watched.cvInThread : texts.watched.cvInPrivate });
}

/** From here on without watchers; the open question is asked again in private. */
export function continueInPrivate(decision: Decision, sessionId: string): void {
  const { loaded, texts, account } = decision;
  const open = loaded.interview;
  if (open?.session.id !== sessionId || open.session.thread === null)
    return decision.say({ text: texts.notices.nothing_to_answer });
  const session = { ...open.session, conversation: decision.conversation, thread: null };
  decision.write({ type: 'updateSession', session });
  const current = open.interactions.find(({ id }) => id === open.session.currentInteractionId);
  if (current && threadOf(open.session, current))
    decision.job({
      kind: 'send',
      conversation: open.session.thread,
      message: { text: texts.watched.goneOnInPrivate, audience: 'everyone', locale: account.locale },
    });
  if (current)
    decision.say(questionView(texts, session, current, { lead: texts.watched.nowInPrivate, note: '' }));
  else decision.say({ text: texts.watched.nowInPrivate });
}

/** Shares an evaluation in its thread; first says what everybody will see. */
export function share(decision: Decision, sessionId: string, confirmed: boolean): void {
  const { loaded, texts, account } = decision;
  const interview = loaded.interview;
  const thread = interview?.session.id === sessionId ? interview.session.thread : null;
  if (!interview || !thread || interview.session.overall === null)
    return decision.say({ text: texts.watched.nothingToShare });
  if (!confirmed)
    return decision.say({
      text: texts.watched.confirmShare,
      choices: [
        {
          id: choiceId({ type: 'share', sessionId, confirmed: true }),
          label: texts.watched.share,
          style: 'primary',
        },
        { id: choiceId({ type: 'keepPrivate' }), label: texts.watched.keepPrivate },
      ],
    });
  const message = sharedView(texts, interview, decision.name);
  decision.job({
    kind: 'send',
    conversation: thread,
    message: { ...message, locale: account.locale, ...(message.key && { edits: message.key }) },
  });
  decision.say({ text: texts.watched.shared, linksTo: thread });
}
