import type { MessageId } from '../../chat/message.ts';
import { answerableInForm } from '../../interview/form-answer.ts';
import { openChange, receiveDetails, receivePassword } from '../accounts/change-details.ts';
import { login, receiveLogin } from '../accounts/login.ts';
import { receiveRegistration, register } from '../accounts/register.ts';
import { advance } from '../ask-consent.ts';
import { lateAnswer } from '../carry-out.ts';
import type { Decision } from '../decision.ts';
import { parseFormId } from '../form-id.ts';
import type { Intent } from '../intent.ts';
import { offerForm } from '../offer-form.ts';
import type { Proof } from '../proof.ts';
import { answerForm } from '../views/form-view.ts';
import { askForUpload, receiveFiles } from './cv.ts';
import { moveHere } from './start.ts';

/** A button that opens a form was pressed. */
export function openForm(decision: Decision, formId: string): void {
  const action = parseFormId(formId);
  if (!action) return unknownForm(decision);
  switch (action.type) {
    case 'cv':
      return askForUpload(decision);
    case 'answer':
      return openAnswerForm(decision, action.interactionId);
    case 'register':
      return register(decision);
    case 'login':
      return login(decision);
    case 'details':
    case 'password':
      return openChange(decision, action.type);
    default:
      return action satisfies never;
  }
}

/** A form was submitted. */
export function receiveForm(
  decision: Decision,
  { formId, ...given }: Extract<Intent, { type: 'form' }>,
): void {
  const action = parseFormId(formId);
  if (!action) return unknownForm(decision);
  switch (action.type) {
    case 'cv':
      if (given.attachments.length > 0) return receiveFiles(decision, given.attachments, false);
      return askForUpload(decision);
    case 'answer':
      return answerInForm(decision, action.interactionId, given.messageId, given.fields['answer'] ?? '');
    case 'register':
    case 'login':
    case 'details':
    case 'password':
      return receiveProof(decision, given.fields, given.proof);
    default:
      return action satisfies never;
  }
}

/** A form with a password, which is not among the fields any more. */
function receiveProof(
  decision: Decision,
  fields: Readonly<Record<string, string>>,
  proof: Proof | null,
): void {
  switch (proof?.form) {
    case 'register':
      return receiveRegistration(decision, fields, proof.password);
    case 'login':
      return receiveLogin(decision, proof.name, proof.compared);
    case 'details':
      return receiveDetails(decision, fields, proof.compared);
    case 'password':
      return receivePassword(decision, proof.compared, proof.password);
    case 'busy':
      return decision.say({ text: decision.texts.accounts.busy });
    default:
      return unknownForm(decision);
  }
}

/** Of another version of the program, or of somebody who tries. */
function unknownForm({ texts, say }: Decision): void {
  say({ text: texts.forms.unknown });
}

function openAnswerForm(decision: Decision, askedId: string): void {
  const { texts, loaded } = decision;
  const open = loaded.interview;
  const interaction = open && answerableInForm(open, askedId);
  if (interaction)
    offerForm(decision, answerForm(texts, open.session, interaction), texts.forms.answer.offer);
  else decision.say({ text: texts.forms.answer.gone });
}

function answerInForm(decision: Decision, askedId: string, messageId: MessageId, text: string): void {
  const { loaded, texts, at } = decision;
  if (!loaded.interview) return lateAnswer(decision, texts.notices.form_too_late, text);
  const event = { type: 'formAnswered', askedId, messageId, text, at } as const;
  advance(decision, moveHere(decision, loaded.interview), event, texts.question.noted);
}
