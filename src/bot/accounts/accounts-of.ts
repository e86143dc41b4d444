import { type Identity, identityRef } from '../../accounts/identity.ts';
import type { Choice, Outgoing, PlatformUserId } from '../../chat/message.ts';
import { type Texts, textsOf } from '../../locales/index.ts';
import type { LoadedAccounts } from '../../store/accounts.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';

/** What was loaded for a decision about accounts. @throws Error when `accountsKeyOf` does not ask for it */
export function accountsOf({ loaded }: Decision): LoadedAccounts {
  if (!loaded.accounts) throw new Error('Nothing about accounts was loaded for this decision.');
  return loaded.accounts;
}

/** The account's identities but one. */
export function othersOf(identities: readonly Identity[], self: PlatformUserId): readonly Identity[] {
  return identities.filter(({ id }) => id !== self);
}

/** `Discord (Alice)`. */
export function platformText({ accounts }: Texts, { id, name }: Pick<Identity, 'id' | 'name'>): string {
  const platform = id.split(':')[0] ?? '';
  return `${accounts.platforms[platform] ?? platform} (${name})`;
}

/** Tells identities something in their own conversations, as far as these are known. */
export function tell(
  decision: Decision,
  identities: readonly Identity[],
  message: (texts: Texts) => Outgoing,
): void {
  const { locale } = decision.account;
  for (const { conversation } of identities) {
    if (conversation === null) continue;
    decision.job({ kind: 'send', conversation, message: { ...message(textsOf(locale)), locale } });
  }
}

/** Whom a message tells of another platform, can send that away with it. */
export function detachChoice({ accounts }: Texts, id: PlatformUserId): Choice {
  const action = choiceId({ type: 'detach', ref: identityRef(id) });
  return { id: action, label: accounts.join.detach, style: 'danger' };
}

/** For a wait that is said in whole minutes. */
export function minutesUntil(moment: number, now: number): number {
  return Math.max(1, Math.ceil((moment - now) / 60_000));
}
