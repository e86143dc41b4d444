import type { AttachmentRef } from '../../src/chat/message.ts';

/** Where a file is. Without an address (files of another workspace come so), Slack is asked for it by the file's id. */
export type FileLocation = {
  readonly teamId: string;
  readonly fileId: string;
  readonly url: string | null;
};

/** As in events, submissions and files.info (docs.slack.dev/reference/objects/file-object). */
export type SlackFile = {
  readonly id?: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly size?: number;
  readonly url_private_download?: string;
  readonly url_private?: string;
};

export function addressOf({ url_private_download: download, url_private: page }: SlackFile): string | null {
  return download ?? page ?? null;
}

export function toAttachment(file: SlackFile, teamId: string): AttachmentRef {
  // Of a file from another workspace Slack tells only the id; a CV is what people send here.
  const name = (file.name || file.title || 'cv.pdf').normalize('NFC');
  return {
    ref: JSON.stringify([teamId, file.id ?? '', addressOf(file)]),
    name,
    ...(file.size !== undefined && { bytes: file.size }),
  };
}

/** @returns `null` for a reference that this adapter did not make */
export function parseAttachmentRef({ ref }: AttachmentRef): FileLocation | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(ref);
  } catch {
    return null;
  }
  const [teamId, fileId, url] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof teamId !== 'string' || typeof fileId !== 'string') return null;
  return url === null || typeof url === 'string' ? { teamId, fileId, url } : null;
}
