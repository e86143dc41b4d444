import { readDetails } from '../../accounts/credentials.ts';
import { isFirst } from '../../accounts/identity.ts';
import type { Decision } from '../decision.ts';
import { formId } from '../form-id.ts';
import { formChoice, offerForm } from '../offer-form.ts';
import type { Compared, NewPassword } from '../proof.ts';
import { detailsForm, passwordForm } from '../views/account-forms.ts';
import { accountsOf, detachChoice, minutesUntil, othersOf, platformText, tell } from './accounts-of.ts';
import { countWrongPassword, forgetWrongPasswords, refuseLocked } from './attempts.ts';
import { askToCorrect, detailProblems, register } from './register.ts';

type Fields = Readonly<Record<string, string>>;

/** Opens the form for the details, as they are or as they were to be corrected; or the one for the password. */
export function openChange(decision: Decision, what: 'details' | 'password'): void {
  const { account, texts } = decision;
  if (!account.details) return register(decision);
  const { draft, identities, self } = accountsOf(decision);
  const known = { ...account.details, ...draft };
  const asks = !isFirst(identities, self.id);
  const form = what === 'details' ? detailsForm(texts, known, asks) : passwordForm(texts, asks);
  offerForm(decision, form, texts.forms.offer);
}

export function receiveDetails(decision: Decision, fields: Fields, compared: Compared): void {
  const { account, texts, write, say } = decision;
  if (!isOwner(decision, compared, 'details')) return;
  const details = readDetails(fields);
  const problems = detailProblems(decision, details);
  if (problems.length > 0) return askToCorrect(decision, details, problems, formId({ type: 'details' }));
  write({ type: 'updateAccount', account: { ...account, details } });
  write({ type: 'dropDraft', identity: accountsOf(decision).self.id });
  say({ text: texts.accounts.register.detailsChanged });
  tellOfChange(decision);
}

export function receivePassword(decision: Decision, compared: Compared, password: NewPassword): void {
  const { account, texts, write, say } = decision;
  if (!isOwner(decision, compared, 'password')) return;
  if (!password) return say({ text: texts.accounts.busy });
  if (password.problem !== null) {
    const choices = [formChoice(formId({ type: 'password' }), texts.forms.openAgain)];
    return say({
      text: `${texts.accounts.toCorrect}\n- ${texts.accounts.problems[password.problem]}`,
      choices,
    });
  }
  // Not only the password: whoever logs in with the old one at this moment has to see that it has moved on.
  write({ type: 'updateAccount', account });
  write({ type: 'setPassword', accountId: account.id, passwordHash: password.hash });
  say({ text: texts.accounts.register.passwordChanged });
  tellOfChange(decision);
}

/** Whether the present password was given, where it is asked for; says why not. */
function isOwner(decision: Decision, compared: Compared, form: 'details' | 'password'): boolean {
  const { account, texts, at, say } = decision;
  const { identities, self, passwordHash } = accountsOf(decision);
  if (!account.details) {
    register(decision);
    return false;
  }
  if (isFirst(identities, self.id)) return true;
  if (refuseLocked(decision)) return false;
  if (compared.matches && compared.accountId === account.id && compared.hash === passwordHash) {
    forgetWrongPasswords(decision, account.id);
    return true;
  }
  const subject = { type: 'account', id: account.id } as const;
  const until = countWrongPassword(decision, subject, othersOf(identities, self.id));
  const { register: words, locked } = texts.accounts;
  say({
    text: until === null ? words.wrongPassword : `${words.wrongPassword} ${locked(minutesUntil(until, at))}`,
    ...(until === null && { choices: [formChoice(formId({ type: form }), texts.accounts.retry)] }),
  });
  return false;
}

function tellOfChange(decision: Decision): void {
  const { identities, self } = accountsOf(decision);
  tell(decision, othersOf(identities, self.id), (texts) => ({
    text: texts.accounts.register.changedToOthers(platformText(texts, self)),
    choices: [detachChoice(texts, self.id)],
  }));
}
