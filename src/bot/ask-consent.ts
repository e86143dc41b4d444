import { consentKey, mustAskAgain } from '../accounts/consent.ts';
import type { InterviewEvent } from '../interview/events.ts';
import type { Interview } from '../interview/state.ts';
import { happen } from './carry-out.ts';
import type { Decision } from './decision.ts';
import { consentView } from './views/consent-view.ts';

/** Asks whether a CV may be kept and shown to the configured services. */
export function askForConsent({ texts, account, settings, loaded, say }: Decision, lead = ''): void {
  say(consentView(texts, account, settings, { lead, goesOn: isAboutCv(loaded.interview) }));
}

/** The same in the middle of an interview, with a note that it was asked. */
export function askAgain(decision: Decision, lead = ''): void {
  const { account, settings } = decision;
  const list = consentKey(settings.providers);
  if (account.consentAsked !== list)
    decision.write({ type: 'updateAccount', account: { ...account, consentAsked: list } });
  askForConsent(decision, lead);
}

/**
 * Lets an event happen to an interview. Where it goes on and more services are configured than its candidate has agreed to, they
 * are asked about it, once for each list of services: until they agree nothing is sent to those.
 */
export function advance(decision: Decision, interview: Interview, event: InterviewEvent, lead: string): void {
  const { session } = happen(decision, interview, event, lead);
  const { account, settings } = decision;
  if (session.status !== 'asking' || !mustAskAgain(account, settings.providers)) return;
  if (account.consentAsked !== consentKey(settings.providers)) askAgain(decision);
}

/** A CV was chosen for it: it goes on, whatever is said about others. */
export function isAboutCv(interview: Interview | null): interview is Interview {
  return interview !== null && interview.session.cvId !== null;
}
