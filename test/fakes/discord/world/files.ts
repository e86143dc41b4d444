import { createHmac, randomBytes } from 'node:crypto';
import type { AttachmentRecord } from './records.ts';

/** Signed links live for a day (developers/reference.mdx, Signed Attachment CDN URLs: `ex`, `is`, `hm`). */
const LINK_LIFE_SECONDS = 24 * 60 * 60;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
};

/** What Discord guesses from the name. */
export function contentTypeOf(filename: string): string {
  return CONTENT_TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Discord replaces what it does not like in a file's name by underscores; letters of any script stay. */
export function safeFileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^_+|_+$/g, '') || 'unknown';
}

/** What `safeFileName` took away is kept as the title. */
export function titleOf(name: string): string | undefined {
  return safeFileName(name) === name ? undefined : name.replace(/\.[^.]*$/, '');
}

export type Served =
  | { readonly status: 200; readonly attachment: AttachmentRecord }
  | { readonly status: 404; readonly text: string };

/** The file host. */
export type Files = {
  add(attachment: AttachmentRecord): AttachmentRecord;
  /** A link that is valid from now on for a day. */
  urlOf(attachment: AttachmentRecord): string;
  serve(url: URL): Served;
  /** Removes a file, as Discord does with ephemeral ones after a while. */
  remove(attachmentId: string): void;
};

export function createFiles(origin: () => string, now: () => number): Files {
  const stored = new Map<string, AttachmentRecord>();
  const key = randomBytes(32);
  const sign = (path: string, ex: string, is: string) =>
    createHmac('sha256', key).update(`${path}?ex=${ex}&is=${is}`).digest('hex');
  const pathOf = ({ ephemeral, channelId, id, filename }: AttachmentRecord) =>
    `/${ephemeral ? 'ephemeral-attachments' : 'attachments'}/${channelId}/${id}/${encodeURIComponent(filename)}`;

  return {
    add(attachment) {
      stored.set(attachment.id, attachment);
      return attachment;
    },
    urlOf(attachment) {
      const seconds = Math.floor(now() / 1000);
      const [ex, is] = [(seconds + LINK_LIFE_SECONDS).toString(16), seconds.toString(16)];
      const path = pathOf(attachment);
      return `${origin()}${path}?ex=${ex}&is=${is}&hm=${sign(path, ex, is)}&`;
    },
    serve(url) {
      const [ex, is, hm] = ['ex', 'is', 'hm'].map((name) => url.searchParams.get(name) ?? '');
      const valid =
        hm === sign(url.pathname, ex ?? '', is ?? '') && Number.parseInt(ex ?? '', 16) * 1000 > now();
      const attachment = stored.get(url.pathname.split('/')[3] ?? '');
      return valid && attachment
        ? { status: 200, attachment }
        : { status: 404, text: 'This content is no longer available.' };
    },
    remove: (attachmentId) => void stored.delete(attachmentId),
  };
}
