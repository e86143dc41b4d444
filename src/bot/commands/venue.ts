import { VENUES, type Venue } from '../../chat/message.ts';
import { POSITIONS } from '../../questions/question.ts';
import { choiceId, type StartWishes } from '../choice-id.ts';
import { type Decision, decisionIn } from '../decision.ts';
import type { Outcome } from '../outcome.ts';
import { cvPlaceView } from '../views/watched-view.ts';
import { start } from './start.ts';

/** In a channel an interview is not begun on the spot: others are there. */
export function askForVenue(decision: Decision, wishes: StartWishes): void {
  offerVenues(decision, decision.venues, wishes, decision.texts.venues.ask);
}

function offerVenues(decision: Decision, venues: readonly Venue[], wishes: StartWishes, text: string): void {
  const { texts } = decision;
  decision.say({
    text,
    choices: venues.map((venue) => ({
      id: choiceId({ type: 'venue', venue, wishes }),
      label: texts.venues.names[venue],
      hint: texts.venues.hints[venue],
      ...(venue === 'direct' && { style: 'primary' }),
    })),
  });
}

/** A venue was chosen: it is opened by a job, and the interview begins there. */
export function openVenue(decision: Decision, venue: Venue, wishes: StartWishes): void {
  const { texts, account, conversation, replyToken } = decision;
  if (decision.loaded.interview) return start(decision, wishes);
  const position = POSITIONS.find((known) => known === wishes.position);
  decision.job({
    kind: 'open_venue',
    conversation,
    accountId: account.id,
    venue,
    title: texts.venues.title(decision.name, position ? texts.positions[position] : null),
    greeting: texts.venues.greeting,
    watchersGreeting: texts.watched.greeting(decision.name),
    wishes,
    ...(replyToken && { replyToken }),
  });
}

/** The venue is there: says where, and begins. */
export function beginInVenue(
  decision: Decision,
  { opened, wishes }: Extract<Outcome, { type: 'venueOpened' }>,
): void {
  const { texts } = decision;
  const { conversation, thread } = opened;
  decision.say({ text: texts.venues.goesOn, linksTo: thread ?? conversation });
  const there = decisionIn(decision, conversation);
  start(there, wishes, thread);
  if (thread && !decision.loaded.interview)
    there.say({ ...cvPlaceView(texts, decision.newSessionId), linksTo: thread });
}

/** It could not be opened: says why, with the other venues. */
export function tellVenueProblem(
  decision: Decision,
  { problem, venue, wishes }: Extract<Outcome, { type: 'venueNotOpened' }>,
): void {
  const others =
    problem === 'no_direct_messages' ? [] : VENUES.filter((other) => other !== venue && other !== 'watched');
  offerVenues(decision, others, wishes, decision.texts.venues.problems[problem]);
}
