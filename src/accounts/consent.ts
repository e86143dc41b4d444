import { hash } from 'node:crypto';
import type { Account } from './account.ts';

const KEY_DIGITS = 12;

/** Names a list of providers in a few characters, for buttons: a *Yes* is to this list and no other. */
export function consentKey(providers: readonly string[]): string {
  return hash('sha256', JSON.stringify([...providers].sort())).slice(0, KEY_DIGITS);
}

/** Consent covers a provider by name: when one is added, it is asked again. */
export function hasConsented(account: Account, providers: readonly string[]): boolean {
  return account.consentAt !== null && notAgreedTo(account, providers).length === 0;
}

/** The providers that the account's owner has not heard of yet, or has declined. */
export function notAgreedTo({ consentProviders }: Account, providers: readonly string[]): readonly string[] {
  return providers.filter((provider) => !consentProviders.includes(provider));
}

/** No language model may see anything of theirs, be it that none is configured or that they have agreed to none. */
export function staysHere(account: Account, providers: readonly string[]): boolean {
  return notAgreedTo(account, providers).length === providers.length;
}

/** They agreed once, to fewer providers than there are now. Who has said no is not asked in the middle of an interview. */
export function mustAskAgain(account: Account, providers: readonly string[]): boolean {
  return account.consentAt !== null && notAgreedTo(account, providers).length > 0;
}
