import { type Details, problemsOf, readDetails } from '../../accounts/credentials.ts';
import type { Decision } from '../decision.ts';
import { formId } from '../form-id.ts';
import { formChoice, offerForm } from '../offer-form.ts';
import type { NewPassword } from '../proof.ts';
import { registerForm } from '../views/account-forms.ts';
import { accountsOf, othersOf, platformText, tell } from './accounts-of.ts';
import { countUserFailure, refuseLocked } from './attempts.ts';

type Fields = Readonly<Record<string, string>>;

/** Opens the form; somebody who is registered is shown as whom, and what can be changed. */
export function register(decision: Decision): void {
  const { account, texts } = decision;
  if (account.details) return showDetails(decision, account.details);
  const { draft } = accountsOf(decision);
  offerForm(decision, registerForm(texts, draft ?? {}), texts.accounts.register.offer);
}

function showDetails({ texts, say, loaded }: Decision, { username, email }: Details): void {
  const { register } = texts.accounts;
  const platforms = (loaded.accounts?.identities ?? []).map((identity) => platformText(texts, identity));
  say({
    text: register.already(username, email, platforms),
    choices: [
      formChoice(formId({ type: 'details' }), register.changeDetails),
      formChoice(formId({ type: 'password' }), register.changePassword),
    ],
  });
}

/** Stores what was entered, or says all that has to be corrected. */
export function receiveRegistration(decision: Decision, fields: Fields, password: NewPassword): void {
  const { account, texts, write, say } = decision;
  const { identities, self } = accountsOf(decision);
  if (account.details) return showDetails(decision, account.details);
  if (refuseLocked(decision)) return;
  const details = readDetails(fields);
  const problems = [...detailProblems(decision, details), ...passwordProblems(texts, password)];
  if (problems.length > 0) return askToCorrect(decision, details, problems, formId({ type: 'register' }));
  if (!password || password.problem !== null) return say({ text: texts.accounts.busy });
  write({ type: 'updateAccount', account: { ...account, details } });
  write({ type: 'setPassword', accountId: account.id, passwordHash: password.hash });
  write({ type: 'dropDraft', identity: self.id });
  say({ text: texts.accounts.register.done(details.username) });
  tell(decision, othersOf(identities, self.id), ({ accounts }) => ({
    text: accounts.register.toOthers(details.username),
  }));
}

/**
 * What is wrong with the details. Names that are taken count as failed attempts: nobody is to find out who is here by trying one
 * after another.
 */
export function detailProblems(decision: Decision, details: Details): readonly string[] {
  const { problems } = decision.texts.accounts;
  const { taken } = accountsOf(decision);
  const wrong = problemsOf(details).map((problem) => problems[problem]);
  const others = [
    ...(taken.username ? [problems.username_taken] : []),
    ...(taken.email ? [problems.email_taken] : []),
  ];
  if (others.length > 0) countUserFailure(decision);
  return [...wrong, ...others];
}

function passwordProblems({ accounts }: Decision['texts'], password: NewPassword): readonly string[] {
  return password?.problem ? [accounts.problems[password.problem]] : [];
}

/** With a button that opens the form again, as it was filled in, but for the password. */
export function askToCorrect(
  decision: Decision,
  details: Details,
  problems: readonly string[],
  form: string,
): void {
  const { texts, say, write } = decision;
  const { self } = accountsOf(decision);
  const fields = Object.entries(details).map(([id, value]) => [id, value.slice(0, KEPT_CHARACTERS)]);
  write({ type: 'saveDraft', identity: self.id, fields: Object.fromEntries(fields) });
  say({
    text: `${texts.accounts.toCorrect}\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    choices: [formChoice(form, texts.forms.openAgain)],
  });
}

/** Of each field that has to be corrected. */
const KEPT_CHARACTERS = 300;
