import type { Incoming } from '../chat/message.ts';
import { noteConversation } from './accounts/key.ts';
import { decideAdmin } from './admin/decide-admin.ts';
import { decideIntent } from './decide.ts';
import { decideForStranger, isAboutOwnData } from './decide-for-stranger.ts';
import type { Decision } from './decision.ts';
import type { Intent } from './intent.ts';
import { countedAs } from './limits.ts';
import { signUp } from './newcomer.ts';

/**
 * What follows from something that a user did. `isNew`: nothing is stored of them yet. Whoever is banned, asks as an admin, or
 * speaks in a channel that is not for the bot is answered before anything else is looked at.
 */
export function decideIncoming(decision: Decision, incoming: Incoming, intent: Intent, isNew: boolean): void {
  const { account, texts } = decision;
  if (isNew && decideForStranger(decision, intent)) return;
  if (account.bannedAt !== null && !isAboutOwnData(intent)) {
    // A ban that outlasted an erasure goes over to an account, which an admin can take it from.
    if (isNew) signUp(decision, incoming);
    decision.refuse('banned');
    if (isSaying(intent)) decision.say({ text: texts.limits.banned });
  } else if (intent.type === 'admin') {
    decideAdmin(decision, { from: incoming.from, place: incoming.place ?? null }, intent.ask);
  } else if (isOutside(decision, incoming)) {
    if (isSaying(intent)) decision.say({ text: texts.otherChannels, audience: 'participant' });
  } else {
    if (isNew) signUp(decision, incoming);
    if (decision.loaded.accounts) noteConversation(decision, incoming.scope);
    decideIntent(decision, intent, isNew);
  }
}

/** Somebody wants something and waits for an answer. */
function isSaying(intent: Intent): boolean {
  return intent.type !== 'changed' && countedAs(intent) !== null;
}

/** In a channel of a server whose admins have named others. */
function isOutside({ settings }: Decision, { place, channel, scope }: Incoming): boolean {
  const named = place && settings.places.get(place)?.channels;
  return scope === 'channel' && named !== undefined && !(channel !== undefined && named.includes(channel));
}
