import type { Form } from '../chat/message.ts';
import { choiceId } from './choice-id.ts';
import type { Decision } from './decision.ts';

/** Opens a form as the answer to the event or, where that cannot be, says `sentence` with a button that opens it. */
export function offerForm(decision: Decision, form: Form, sentence: string): void {
  if (decision.opensForm) decision.open(form);
  else decision.say({ text: sentence, choices: [formChoice(form.id, decision.texts.forms.open)] });
}

/** A button that opens a form. */
export function formChoice(formId: string, label: string) {
  return { id: choiceId({ type: 'form', formId }), label, style: 'primary' } as const;
}
