import type { AttemptSubject } from '../../store/accounts.ts';
import type { Decision } from '../decision.ts';
import { formId } from '../form-id.ts';
import { formChoice, offerForm } from '../offer-form.ts';
import type { Compared } from '../proof.ts';
import { loginForm } from '../views/account-forms.ts';
import { accountsOf, minutesUntil } from './accounts-of.ts';
import { countWrongPassword, forgetWrongPasswords, refuseLocked } from './attempts.ts';
import { joinOrAsk } from './join.ts';

export function login(decision: Decision): void {
  const { texts } = decision;
  offerForm(decision, loginForm(texts), texts.accounts.login.offer);
}

/**
 * Attaches who acts to the account that they gave the password of. A wrong password and a name that nobody has are answered
 * alike, after the same work.
 */
export function receiveLogin(decision: Decision, name: string, compared: Compared): void {
  const { account, texts, at, say } = decision;
  const { other } = accountsOf(decision);
  if (refuseLocked(decision)) return;
  if (other && compared.matches && compared.hash === other.passwordHash) {
    forgetWrongPasswords(decision, other.account.id);
    if (other.account.id === account.id) return say({ text: texts.accounts.login.already });
    return joinOrAsk(decision, other);
  }
  const subject: AttemptSubject =
    compared.accountId === null ? { type: 'name', name } : { type: 'account', id: compared.accountId };
  const until = countWrongPassword(decision, subject, other?.identities ?? []);
  const { login: words, locked, retry } = texts.accounts;
  if (until !== null) return say({ text: `${words.wrong} ${locked(minutesUntil(until, at))}` });
  say({ text: words.wrong, choices: [formChoice(formId({ type: 'login' }), retry)] });
}
