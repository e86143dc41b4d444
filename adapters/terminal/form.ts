import type { AttachmentRef, Form, FormField } from '../../src/chat/message.ts';
import type { TerminalWords } from './words.ts';

/** A form that is being filled in, field by field, as a terminal has no windows. */
export type OpenForm = {
  readonly form: Form;
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
  /** Index of the field that is asked for. */
  readonly index: number;
};

/** Why a field is asked for again. */
export type FieldProblem = 'required' | 'too_long';

type Words = Pick<TerminalWords, 'formHint' | 'formKeeps' | 'fieldRequired' | 'fieldTooLong'>;

/** A form before its first field. */
export const openForm = (form: Form): OpenForm => ({ form, fields: {}, attachments: [], index: 0 });

/** The field that the next line fills, `null` when all are. */
export const currentField = ({ form, index }: OpenForm): FormField | null => form.fields[index] ?? null;

/** What stands above the first field. In the Markdown subset, as is all that follows. */
export function formHeading({ form }: OpenForm, words: Words): string {
  return `**${form.title}**\n_${words.formHint}_`;
}

/** What asks for the current field. */
export function fieldQuestion(open: OpenForm, words: Words): string {
  const field = currentField(open);
  if (!field) return '';
  const label = `**${field.label}**${field.required ? ' *' : ''}`;
  const kept = keeps(field) ? words.formKeeps(field.value ?? '') : '';
  return [label, field.hint ?? '', kept].filter((line) => line !== '').join('\n');
}

/** Says what is to be corrected before the field is asked for again. */
export function problemText(open: OpenForm, problem: FieldProblem, words: Words): string {
  return problem === 'required'
    ? words.fieldRequired
    : words.fieldTooLong(currentField(open)?.maxLength ?? 0);
}

/** What stands in a field at first is kept by an empty line. */
const keeps = ({ kind, value = '' }: FormField): boolean => kind !== 'secret' && value !== '';

/** Fills the current field. */
export function fillField(open: OpenForm, given: string | AttachmentRef): OpenForm | FieldProblem {
  const field = currentField(open);
  if (!field) return open;
  if (typeof given !== 'string') {
    return { ...open, attachments: [...open.attachments, given], index: open.index + 1 };
  }
  const value = given === '' && keeps(field) ? (field.value ?? '') : given;
  if (value === '' && field.required) return 'required';
  if (field.maxLength !== undefined && value.length > field.maxLength) return 'too_long';
  const fields = value === '' ? open.fields : { ...open.fields, [field.id]: value };
  return { ...open, fields, index: open.index + 1 };
}
