import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  type ModalSubmitComponent,
  TextInputStyle,
} from 'discord.js';
import type { AttachmentRef, Form, FormField } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { toInteractionAttachment } from './attachment-ref.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** A form as a modal. Discord shows five fields; it has none for secrets, so those are lines like others. */
export function toModal(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: form.id,
    title: safeLine(form.title, DISCORD_LIMITS.modalTitleCharacters),
    components: form.fields.slice(0, DISCORD_LIMITS.modalFields).map((field) => ({
      type: ComponentType.Label,
      label: safeLine(field.label, DISCORD_LIMITS.modalLabelCharacters),
      ...(field.hint && { description: safeLine(field.hint, DISCORD_LIMITS.modalDescriptionCharacters) }),
      component: toInput(field),
    })),
  };
}

function toInput({ id, kind, required, maxLength, value = '' }: FormField): APIComponentInLabel {
  if (kind === 'file') {
    return {
      type: ComponentType.FileUpload,
      custom_id: id,
      required,
      min_values: required ? 1 : 0,
      max_values: 1,
      // It filters by name only; what the file is shows when it is read.
      file_types: ['.pdf'],
    };
  }
  const most = Math.min(maxLength ?? DISCORD_LIMITS.textInputCharacters, DISCORD_LIMITS.textInputCharacters);
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: kind === 'paragraph' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: most,
    ...(value !== '' && kind !== 'secret' && value.length <= most && { value }),
  };
}

type Submission = {
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
};

/** What was entered in a modal, by the ids of its fields. */
export function readSubmission({ components, resolved }: APIModalSubmission): Submission {
  const inputs = components.flatMap((component): ModalSubmitComponent[] => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  const fields: Record<string, string> = {};
  const attachments: AttachmentRef[] = [];
  for (const input of inputs) {
    if (input.type === ComponentType.FileUpload) {
      const files = input.values.flatMap((id) => resolved?.attachments?.[id] ?? []);
      attachments.push(...files.map(toInteractionAttachment));
    } else if ('values' in input) fields[input.custom_id] = input.values.join(',');
    else fields[input.custom_id] = String(input.value ?? '');
  }
  return { fields, attachments };
}
