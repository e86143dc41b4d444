import { consentKey, hasConsented, mustAskAgain } from '../../accounts/consent.ts';
import type { Interview } from '../../interview/state.ts';
import { askForConsent, isAboutCv } from '../ask-consent.ts';
import { carryOut, happen } from '../carry-out.ts';
import type { Decision } from '../decision.ts';
import { askForCvView, startChoice } from '../views/interview-view.ts';
import { resume } from './progress.ts';

/** *Yes* or *No* to what happens with a CV; `list` names the services that the question was about, by `consentKey`. */
export function answerConsent(decision: Decision, given: boolean, list: string): void {
  const { account, settings } = decision;
  if (!given) decline(decision);
  else if (list === consentKey(settings.providers) || hasConsented(account, settings.providers))
    agree(decision);
  else askForConsent(decision);
}

function agree(decision: Decision): void {
  const { account, texts, settings, loaded, at, conversation } = decision;
  const agreed = {
    ...account,
    consentAt: at,
    consentProviders: settings.providers,
    consentAsked: null,
    pendingCv: null,
  };
  decision.write({ type: 'updateAccount', account: agreed });
  const lead = mustAskAgain(account, settings.providers) ? texts.consent.thanks : '';
  const open = loaded.interview;
  if (account.pendingCv) {
    decision.job({ kind: 'read_cv', conversation, accountId: account.id, attachment: account.pendingCv });
  } else if (open) {
    gradeInFull(decision, open);
    resume({ ...decision, account: agreed }, lead);
  } else if (loaded.cvIsBeingRead) {
    decision.say({ text: texts.cv.reading(null) });
  } else if (loaded.cvs.length > 0) {
    decision.say({ text: texts.consent.thanks, choices: [startChoice(texts)] });
  } else decision.say({ ...askForCvView(texts, [], lead), choices: [startChoice(texts)] });
}

/** What was graded without a language model for want of consent. */
function gradeInFull(decision: Decision, open: Interview): void {
  const waiting = open.interactions.filter(({ grade }) => grade?.estimateReason === 'not_agreed');
  const effects = waiting.map(({ id }) => ({ type: 'grade', interactionId: id }) as const);
  carryOut(decision, open, [open, effects]);
}

function decline(decision: Decision): void {
  const { account, texts, settings, loaded, at } = decision;
  const declined = { ...account, consentAt: null, consentProviders: [], pendingCv: null };
  if (account.consentAt !== null || account.pendingCv)
    decision.write({ type: 'updateAccount', account: declined });
  const open = loaded.interview;
  const words = loaded.cvs.length > 0 ? texts.consent.withdrawn : texts.consent.declined;
  if (open && !isAboutCv(open)) happen(decision, open, { type: 'stopped', at }, words);
  else if (open && settings.providers.length > 0)
    resume({ ...decision, account: declined }, texts.consent.goesOnHere);
  else decision.say({ text: words });
}
