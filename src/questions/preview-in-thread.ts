import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KnownQuestion } from './find-duplicates.ts';
import type { ImportPreview } from './preview-import.ts';

/** Beside this file, as TypeScript or built. */
const THREAD_FILE = new URL(`./preview-thread${extname(import.meta.url)}`, import.meta.url);
/** The largest file is read within 200 MB; one that needs more than this is up to something. */
const MAX_HEAP_MEGABYTES = 512;

/** `previewImport` while everybody else's interviews go on. Rejects when the thread fails, or is told to stop. */
export function previewInThread(
  bytes: Uint8Array,
  known: readonly KnownQuestion[],
  signal: AbortSignal,
): Promise<ImportPreview> {
  signal.throwIfAborted();
  const thread = new Worker(THREAD_FILE, {
    workerData: { bytes, known },
    env: {},
    name: 'import',
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
  });
  return new Promise((resolve, reject) => {
    const stop = () => {
      void thread.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread that reads an import ended without a word.'));
    });
  });
}
