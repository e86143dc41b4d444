import { type Json, objectsOf, textOf } from '../../support/json.ts';
import { refusal, refuseFor } from '../api-error.ts';
import type { Core } from '../core.ts';
import { contentTypeOf, safeFileName, titleOf } from '../world/files.ts';
import type { AttachmentRecord } from '../world/records.ts';
import type { UploadedFile } from './body.ts';

/** resources/message.mdx, Attachment Structure: at most 10 files in a message. */
const MAX_FILES = 10;

/**
 * The files that a message will have: `attachments` names the uploaded ones by the number of their field and says
 * which present ones stay; without it all stay (developers/reference.mdx, Editing Message Attachments).
 * @throws ApiError 50146 for a file that was not sent, 30015 for more than ten.
 */
export function readAttachments(
  core: Core,
  channelId: string,
  body: Json,
  files: readonly UploadedFile[],
  present: readonly AttachmentRecord[],
  ephemeral = false,
): readonly AttachmentRecord[] {
  const named = objectsOf(body['attachments']);
  const numbers = files.map(({ field }) => /^files\[(\d)\]$/.exec(field)?.[1]);
  refuseFor(
    numbers.flatMap((number, index) =>
      number === undefined
        ? [
            {
              path: [files[index]?.field ?? ''],
              code: 'UNKNOWN_FIELD',
              message: 'Files go into files[0] … files[9].',
            },
          ]
        : [],
    ),
  );
  const kept = Array.isArray(body['attachments'])
    ? present.filter(({ id }) => named.some((entry) => entry['id'] === id))
    : present;
  for (const { id } of named) {
    if (!kept.some((file) => file.id === id) && !numbers.includes(String(id))) throw refusal(50146);
  }
  const added = files.map((file, index): AttachmentRecord => {
    const entry = named.find(({ id }) => String(id) === numbers[index]);
    const filename = safeFileName(textOf(entry?.['filename']) || file.name);
    const description = textOf(entry?.['description']);
    return {
      id: core.newId(),
      channelId,
      filename,
      title: titleOf(textOf(entry?.['filename']) || file.name),
      description: description === '' ? undefined : description,
      contentType: contentTypeOf(filename),
      bytes: file.bytes,
      claimedBytes: file.bytes.length,
      ephemeral,
    };
  });
  if (kept.length + added.length > MAX_FILES) throw refusal(30015);
  return [...kept, ...added.map(core.files.add)];
}
