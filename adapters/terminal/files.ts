import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AttachmentError, type AttachmentErrorCode } from '../../src/chat/adapter.ts';
import type { AttachmentRef } from '../../src/chat/message.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/** Takes out the backslashes that a shell wants; those before letters separate folders on Windows. */
export const unescapePath = (text: string): string => text.replace(/\\([^\p{L}\p{N}])/gu, '$1');

/**
 * The path that somebody typed, pasted or dragged in: in quotes, with spaces after backslashes (or bare),
 * as a `file:` address, or from `~`. `null` when there is none.
 */
export function parsePath(typed: string, home: string): string | null {
  const text = typed.trim();
  const quoted = /^(['"])(.+)\1$/.exec(text)?.[2];
  let path = quoted ?? unescapePath(text);
  if (path.startsWith('file://')) {
    try {
      path = fileURLToPath(path);
    } catch {
      return null;
    }
  }
  if (path === '~' || path.startsWith('~/')) path = join(home, path.slice(1));
  return path === '' ? null : path;
}

const CODES: Readonly<Record<string, AttachmentErrorCode>> = {
  ENOENT: 'not_found',
  ENOTDIR: 'not_found',
  ENAMETOOLONG: 'not_found',
  ELOOP: 'not_found',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  EISDIR: 'not_allowed',
  ENXIO: 'not_allowed',
  ERR_INVALID_ARG_VALUE: 'not_allowed',
};

function toAttachmentError(error: unknown): AttachmentError {
  if (error instanceof AttachmentError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new AttachmentError(
    CODES[code] ?? 'unreachable',
    `The file cannot be read (${code || 'unknown'}).`,
    {
      cause: error,
    },
  );
}

function demandFile(stats: Stats): Stats {
  if (!stats.isFile()) throw new AttachmentError('not_allowed', 'Only a regular file can be read.');
  return stats;
}

/**
 * A file of this machine as an attachment; its `ref` is the absolute path.
 * @throws AttachmentError `not_found`, `not_allowed` (no regular file, or no right to it) or `unreachable`.
 */
export async function toAttachment(path: string): Promise<AttachmentRef> {
  const absolute = resolve(path);
  try {
    const { size } = demandFile(await stat(absolute));
    return { ref: absolute, name: basename(absolute).normalize('NFC'), bytes: size };
  } catch (error) {
    throw toAttachmentError(error);
  }
}

async function readAtMost(file: FileHandle, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    signal.throwIfAborted();
    const chunk = new Uint8Array(Math.min(TERMINAL_LIMITS.attachmentChunkBytes, maxBytes + 1 - total));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, bytesRead));
    total += bytesRead;
    // A file may grow after its size was looked at, and those of /proc have none.
    if (total > maxBytes)
      throw new AttachmentError('too_large', 'The file grew past the limit while it was read.');
  }
}

/**
 * The bytes of a file that `toAttachment` named.
 * @throws AttachmentError as `toAttachment`, and `too_large`; or the signal's reason once it is aborted.
 */
export async function readLocalFile(
  ref: string,
  limits: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  limits.signal.throwIfAborted();
  if (!isAbsolute(ref)) throw new AttachmentError('not_allowed', 'The reference is not one of a file.');
  try {
    const { size } = demandFile(await stat(ref));
    if (size > limits.maxBytes) throw new AttachmentError('too_large', 'The file is larger than the limit.');
    // Non-blocking, so that a pipe put in the file's place meanwhile cannot hold the process.
    const file = await open(ref, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      demandFile(await file.stat());
      return await readAtMost(file, limits.maxBytes, limits.signal);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (limits.signal.aborted) throw limits.signal.reason;
    throw toAttachmentError(error);
  }
}
