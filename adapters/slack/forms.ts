import type { InputBlock, ModalView } from '@slack/types';
import type { AttachmentRef, Form, FormField } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { type SlackFile, toAttachment } from './attachment-ref.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { SlackWords } from './words.ts';

const plain = (text: string, characters: number) =>
  ({ type: 'plain_text', text: safeLine(text, characters), emoji: false }) as const;

/** A form as a modal. Slack has no field for secrets: those are lines like others. `origin` comes back with what is entered. */
export function toModal(form: Form, origin: string, words: Pick<SlackWords, 'close'>): ModalView {
  return {
    type: 'modal',
    callback_id: form.id,
    private_metadata: origin,
    title: plain(form.title, SLACK_LIMITS.modalTitleCharacters),
    submit: plain(form.submit, SLACK_LIMITS.modalSubmitCharacters),
    close: plain(words.close, SLACK_LIMITS.modalSubmitCharacters),
    blocks: form.fields.slice(0, SLACK_LIMITS.modalFields).map(toInputBlock),
  };
}

function toInputBlock(field: FormField): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, SLACK_LIMITS.inputLabelCharacters),
    ...(field.hint && { hint: plain(field.hint, SLACK_LIMITS.inputHintCharacters) }),
    optional: !field.required,
    element: toElement(field),
  };
}

function toElement({ id, kind, maxLength, value = '' }: FormField): InputBlock['element'] {
  // It filters by name only; what the file is shows when it is read.
  if (kind === 'file') return { type: 'file_input', action_id: id, filetypes: ['pdf'], max_files: 1 };
  const most = Math.min(maxLength ?? SLACK_LIMITS.inputCharacters, SLACK_LIMITS.inputCharacters);
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline: kind === 'paragraph',
    max_length: most,
    ...(value !== '' && kind !== 'secret' && value.length <= most && { initial_value: value }),
  };
}

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export type SubmittedView = {
  readonly id: string;
  readonly hash?: string;
  readonly callback_id: string;
  readonly private_metadata?: string;
  readonly state?: {
    readonly values?: Readonly<
      Record<
        string,
        Readonly<Record<string, { readonly value?: string | null; readonly files?: readonly SlackFile[] }>>
      >
    >;
  };
};

type Submission = {
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
};

/** What was entered in a modal, by the ids of its fields. */
export function readSubmission({ state }: SubmittedView, teamId: string): Submission {
  const inputs = Object.values(state?.values ?? {}).flatMap((block) => Object.entries(block));
  const fields = inputs.flatMap(([id, { value, files }]) => (files ? [] : [[id, value ?? ''] as const]));
  const files = inputs.flatMap(([, input]) => input.files ?? []);
  return { fields: Object.fromEntries(fields), attachments: files.map((file) => toAttachment(file, teamId)) };
}
