import { AttachmentError } from '../../src/chat/adapter.ts';
import type { AttachmentRef } from '../../src/chat/message.ts';
import { readAtMost } from '../../src/chat/read-at-most.ts';
import { type FileLocation, parseAttachmentRef } from './attachment-ref.ts';
import type { DiscordApi } from './discord-api.ts';
import { codeOf } from './errors.ts';

type Limits = { readonly maxBytes: number; readonly signal: AbortSignal };

/** Where Discord keeps files (PLATFORM.md, Files); nothing is ever fetched from anywhere else. */
const HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];
/** Discord's answers to an address whose signature has expired. */
const EXPIRED: readonly number[] = [403, 404, 410];

function isAllowed(address: string, standIn: URL | null): boolean {
  const url = URL.parse(address);
  if (url === null || url.username + url.password !== '') return false;
  if (standIn && url.origin === standIn.origin) return true;
  return url.protocol === 'https:' && url.port === '' && HOSTS.includes(url.hostname);
}

/** Reads the bytes of files that users sent. `apiUrl` is that of a stand-in, whose files are then allowed as well. */
export function createReadAttachment(api: Pick<DiscordApi, 'getMessage'>, apiUrl: string | undefined) {
  const standIn = apiUrl === undefined ? null : new URL(apiUrl);

  async function fetchFile(url: string, { signal }: Limits): Promise<Response> {
    if (!isAllowed(url, standIn)) {
      throw new AttachmentError('not_allowed', 'The file is not on one of Discord’s hosts.');
    }
    const response = await fetch(url, { signal, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new AttachmentError('not_allowed', 'The file’s address leads elsewhere.');
    }
    return response;
  }

  /** The address that the message has for the file now; `null` when the file is gone, or stood in no message. */
  async function findAgain({ message, attachmentId }: FileLocation): Promise<string | null> {
    if (!message) return null;
    try {
      const { attachments } = await api.getMessage(message.channelId, message.messageId);
      return attachments.find(({ id }) => id === attachmentId)?.url ?? null;
    } catch (error) {
      if (codeOf(error) !== null) return null;
      throw error;
    }
  }

  async function open(location: FileLocation, limits: Limits): Promise<Response> {
    const response = await fetchFile(location.url, limits);
    if (!EXPIRED.includes(response.status)) return response;
    await response.body?.cancel();
    const url = await findAgain(location);
    if (url === null) throw new AttachmentError('not_found', `The file is gone (${response.status}).`);
    return fetchFile(url, limits);
  }

  return async (ref: AttachmentRef, limits: Limits): Promise<Uint8Array> => {
    limits.signal.throwIfAborted();
    const location = parseAttachmentRef(ref);
    if (!location) throw new AttachmentError('not_allowed', 'The reference is not one of a file on Discord.');
    try {
      const response = await open(location, limits);
      if (EXPIRED.includes(response.status)) {
        throw new AttachmentError('not_found', `The file is gone (${response.status}).`);
      }
      if (!response.ok || !response.body) {
        throw new AttachmentError('unreachable', `Discord answers ${response.status} for the file.`);
      }
      return await readAtMost(response, limits.maxBytes);
    } catch (error) {
      if (limits.signal.aborted) throw limits.signal.reason;
      if (error instanceof AttachmentError) throw error;
      throw new AttachmentError('unreachable', 'The file cannot be fetched.', { cause: error });
    }
  };
}
