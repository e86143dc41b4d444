import { parentPort, workerData } from 'node:worker_threads';
import type { KnownQuestion } from './find-duplicates.ts';
import { previewImport } from './preview-import.ts';

/** Runs in a thread of its own: `preview-in-thread.ts` starts it with a file and takes what it says. */
const { bytes, known } = workerData as { bytes: Uint8Array; known: readonly KnownQuestion[] };
parentPort?.postMessage(previewImport(bytes, known));
