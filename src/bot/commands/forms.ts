import type { MessageId } from '../../chat/message.ts';
import { answerableInForm } from '../../interview/form-answer.ts';
import { advance } from '../ask-consent.ts';
import { lateAnswer } from '../carry-out.ts';
import type { Decision } from '../decision.ts';
import { parseFormId } from '../form-id.ts';
import type { Intent } from '../intent.ts';
import { offerForm } from '../offer-form.ts';
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
    default:
      return action satisfies never;
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
