import type { Account } from '../../accounts/account.ts';
import { consentKey, mustAskAgain, notAgreedTo } from '../../accounts/consent.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { Texts } from '../../locales/index.ts';
import { choiceId } from '../choice-id.ts';
import type { BotSettings } from '../settings.ts';
import { paragraphs } from './interview-view.ts';

/**
 * Asks whether a CV may be kept and shown to the configured services; again, with the reason, where some were added since the
 * first *Yes*. `goesOn`: an interview about a CV is open and does not end with a *No*.
 */
export function consentView(
  texts: Texts,
  account: Account,
  { providers, cvRetentionDays: days }: BotSettings,
  { lead = '', goesOn = false }: { readonly lead?: string; readonly goesOn?: boolean } = {},
): Outgoing {
  const list = consentKey(providers);
  const question = mustAskAgain(account, providers)
    ? texts.consent.askAgain(days, providers, notAgreedTo(account, providers))
    : texts.consent.ask(days, providers);
  return {
    text: paragraphs(lead, question, goesOn ? texts.consent.otherwise : null),
    choices: [
      { id: choiceId({ type: 'consent', given: true, list }), label: texts.consent.agree, style: 'primary' },
      { id: choiceId({ type: 'consent', given: false, list }), label: texts.consent.decline },
    ],
  };
}
