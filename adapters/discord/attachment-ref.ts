import type { APIAttachment } from 'discord.js';
import type { AttachmentRef } from '../../src/chat/message.ts';

/** Where a file is. Its address expires; the message, where it stands in one, is where to ask for a new one. */
export type FileLocation = {
  readonly url: string;
  readonly attachmentId: string;
  readonly message: { readonly channelId: string; readonly messageId: string } | null;
};

type File = Pick<APIAttachment, 'id' | 'url' | 'filename' | 'size' | 'title'>;

function toRef({ url, attachmentId, message }: FileLocation): string {
  return JSON.stringify({ url, attachmentId, ...message });
}

function toAttachment(file: File, message: FileLocation['message']): AttachmentRef {
  return {
    ref: toRef({ url: file.url, attachmentId: file.id, message }),
    name: nameOf(file),
    bytes: file.size,
  };
}

/** Discord takes what is not ASCII out of the file's name; the name as it was is then its title, without the ending. */
function nameOf({ filename, title }: File): string {
  if (!title) return filename.normalize('NFC');
  const ending = /\.[^.]+$/.exec(filename)?.[0] ?? '';
  const name = title.normalize('NFC');
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : name + ending;
}

export function toMessageAttachment(file: File, channelId: string, messageId: string): AttachmentRef {
  return toAttachment(file, { channelId, messageId });
}

/** Of a command or a modal: it stands in no message, and its address is the only one. */
export function toInteractionAttachment(file: File): AttachmentRef {
  return toAttachment(file, null);
}

/** @returns `null` for a reference that this adapter did not make */
export function parseAttachmentRef({ ref }: AttachmentRef): FileLocation | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(ref);
  } catch {
    return null;
  }
  const { url, attachmentId, channelId, messageId } = Object(parsed) as Record<string, unknown>;
  if (typeof url !== 'string' || typeof attachmentId !== 'string') return null;
  const inMessage = typeof channelId === 'string' && typeof messageId === 'string';
  return { url, attachmentId, message: inMessage ? { channelId, messageId } : null };
}
