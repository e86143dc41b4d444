import { CannotDo } from '../../support/cannot.ts';
import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { contentTypeOf, safeFileName, titleOf } from '../world/files.ts';
import type { AttachmentRecord, ChannelRecord } from '../world/records.ts';

/** A file that a person sends. */
export type Upload = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The size that Discord tells the bot, to lie about it. */
  readonly claimedBytes?: number;
  readonly contentType?: string;
};

export function upload(
  core: Core,
  channel: ChannelRecord,
  file: Upload,
  ephemeral = false,
): AttachmentRecord {
  const filename = safeFileName(file.name);
  return core.files.add({
    id: core.newId(),
    channelId: channel.id,
    filename,
    title: titleOf(file.name),
    description: undefined,
    contentType: file.contentType ?? contentTypeOf(filename),
    bytes: file.bytes,
    claimedBytes: file.claimedBytes ?? file.bytes.length,
    ephemeral,
  });
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  image: ['.png', '.jpg', '.jpeg', '.gif', '.webp'],
  audio: ['.mp3', '.ogg', '.wav'],
  video: ['.mp4', '.mov', '.webm'],
};

/** `file_types` filters by the name's ending alone (PLATFORM.md, Files). @throws CannotDo */
export function demandFileType(owner: Json, file: Upload): void {
  const types = owner['file_types'];
  if (!Array.isArray(types) || types.length === 0) return;
  const endings = types.flatMap((type: string) => GROUPS[type] ?? [type]);
  if (endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return;
  throw new CannotDo(`${file.name} is none of ${types.join(', ')}.`);
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
