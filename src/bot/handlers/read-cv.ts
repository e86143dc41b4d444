import { createHash } from 'node:crypto';
import { AttachmentError } from '../../chat/adapter.ts';
import { CV_LIMITS } from '../../cv/cv.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import type { Outcome } from '../outcome.ts';
import type { HandlerParts } from './handlers.ts';
import { notHere } from './not-here.ts';
import { specOf } from './spec-of.ts';
import { withTyping } from './with-typing.ts';

const FETCH_DEADLINE_MS = 30_000;
/** How often a file is tried that neither arrives nor fails in a known way. */
const MAX_ATTEMPTS = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Characters kept of a CV: twenty dense pages. */
const MAX_TEXT = 100_000;

/** Fetches a file that a user sent, reads it, and tells the bot what it says or why it could not be read. */
export function createReadCvHandler(parts: HandlerParts): JobHandler {
  const { dispatch, adapterOf } = parts;
  return async (job, signal) => {
    const { accountId, attachment, conversation } = specOf(job, 'read_cv');
    const adapter = adapterOf(conversation);
    if (!adapter) return notHere(job, parts.now());
    const result = await withTyping(adapter, conversation, async () => {
      const limits = {
        maxBytes: CV_LIMITS.maxBytes,
        signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_DEADLINE_MS)]),
      };
      try {
        return await readCv(parts, attachment.name, await adapter.readAttachment(attachment, limits), signal);
      } catch (error) {
        if (error instanceof AttachmentError) return { ok: false, attachmentProblem: error.code } as const;
        // Whatever it was, the candidate must not wait for ever.
        const isHopeless = limits.signal.aborted || job.attempt >= MAX_ATTEMPTS;
        if (isHopeless && !signal.aborted) return { ok: false, attachmentProblem: 'unreachable' } as const;
        throw error;
      }
    });
    await dispatch.settle(job, { type: 'cvRead', accountId, fileName: attachment.name, result });
    return { type: 'settled' };
  };
}

type Result = Extract<Outcome, { type: 'cvRead' }>['result'];

async function readCv(
  { cvReader, settings, now, newId }: HandlerParts,
  fileName: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result> {
  // Before reading, as the reader may take the bytes away.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await cvReader.read(bytes, signal);
  if (!reading.ok) return reading;
  const uploadedAt = now();
  return {
    ok: true,
    recognised: reading.recognised,
    cv: {
      id: newId(),
      sha256,
      fileName: fileName.slice(0, 200),
      pages: reading.pages,
      text: reading.text.slice(0, MAX_TEXT),
      uploadedAt,
      expiresAt: uploadedAt + settings.current().cvRetentionDays * DAY_MS,
    },
  };
}
