import type { Form } from '../../chat/message.ts';
import { planOf } from '../../interview/formats.ts';
import { askedIdOf, type Interaction, type Session } from '../../interview/state.ts';
import type { Texts } from '../../locales/index.ts';
import { formId } from '../form-id.ts';
import { shorten } from './interview-view.ts';

/** What one message of a user may hold, so that a form can take as much. */
const MAX_ANSWER = 4000;
const MAX_HINT = 100;

/** A long answer; the question, or its beginning, stands beside it. */
export function answerForm({ forms }: Texts, session: Session, interaction: Interaction): Form {
  const { ordinal, asked, followUp, grade } = interaction;
  const question = followUp ? (grade?.followUp ?? asked.question) : asked.question;
  return {
    id: formId({ type: 'answer', interactionId: askedIdOf(interaction) }),
    title: followUp
      ? forms.answer.followUpTitle(ordinal)
      : forms.answer.title(ordinal, planOf(session.format).length),
    fields: [
      {
        id: 'answer',
        label: forms.answer.label,
        kind: 'paragraph',
        required: true,
        hint: shorten(question.replace(/\s+/gu, ' '), MAX_HINT),
        maxLength: MAX_ANSWER,
      },
    ],
    submit: forms.answer.submit,
  };
}

/** A CV, where a form can take a file. */
export function cvForm({ forms }: Texts): Form {
  return {
    id: formId({ type: 'cv' }),
    title: forms.cv.title,
    fields: [{ id: 'cv', label: forms.cv.label, kind: 'file', required: true, hint: forms.cv.hint }],
    submit: forms.cv.submit,
  };
}
