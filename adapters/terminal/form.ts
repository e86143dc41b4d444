import type { AttachmentRef, Form, FormField } from '../../src/chat/message.ts';

/** A form that is being filled in, field by field, as a terminal has no windows. */
export type OpenForm = {
  readonly form: Form;
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
  /** Index of the field that is asked for. */
  readonly index: number;
};

/** A form before its first field. */
export const openForm = (form: Form): OpenForm => ({ form, fields: {}, attachments: [], index: 0 });

/** The field that the next line fills, `null` when all are. */
export const currentField = ({ form, index }: OpenForm): FormField | null => form.fields[index] ?? null;

/** What asks for the current field, in the Markdown subset; the form's title stands before the first. */
export function fieldQuestion(open: OpenForm): string {
  const field = currentField(open);
  if (!field) return '';
  const label = `**${field.label}**${field.required ? ' *' : ''}`;
  return [open.index === 0 ? `${open.form.title}\n` : '', label, field.hint ? `\n${field.hint}` : ''].join(
    '',
  );
}

/** Fills the current field. `null` when it may not be empty or so long: it is asked for again. */
export function fillField(open: OpenForm, value: string | AttachmentRef): OpenForm | null {
  const field = currentField(open);
  if (!field) return open;
  if (typeof value !== 'string') {
    return { ...open, attachments: [...open.attachments, value], index: open.index + 1 };
  }
  if (value === '' && field.required) return null;
  if (field.maxLength !== undefined && value.length > field.maxLength) return null;
  const fields = value === '' ? open.fields : { ...open.fields, [field.id]: value };
  return { ...open, fields, index: open.index + 1 };
}
