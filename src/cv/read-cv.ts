import { CV_LIMITS, type CvProblem, type CvReading } from './cv.ts';
import { type PdfProcess, type ProcessOutcome, startPdfProcess } from './pdf-process.ts';
import { createProcessPool } from './process-pool.ts';
import type { ProcessLimits } from './process-watch.ts';

/** Reads CVs in child processes, so that nothing in a file can stall, bloat or crash the bot. */
export type CvReader = {
  /**
   * Reads the visible text of a PDF. What is wrong with the file is a `CvProblem`, not a rejection.
   * @throws the signal's reason when it is aborted; an `Error` when the reader is closed or no process can be
   * started: then nothing is known about the file, and reading may be tried again.
   */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<CvReading>;
  /** Ends the children; what is being read rejects. */
  close(): Promise<void>;
};

export type CvReaderOptions = {
  /** Children at work at once; more documents wait. */
  readonly maxProcesses?: number;
  readonly limits?: Partial<ProcessLimits>;
  /** How a child is started. */
  readonly startProcess?: () => PdfProcess;
};

/** For pictures of text: about a second a page, and an engine of 210 MB beside the decoded picture. */
const RECOGNITION_LIMITS: ProcessLimits = { deadlineMs: 60_000, maxMemoryBytes: 600 * 1_024 * 1_024 };
/** A child that holds more than this after a document is replaced. */
const MAX_IDLE_MEMORY_BYTES = 200 * 1_024 * 1_024;
/** Two leave a bot on two cores its turns, since they yield to it. */
const MAX_PROCESSES = 2;
/** A child that dies by somebody else's hand gets its document's second chance in a fresh one. */
const MAX_ATTEMPTS = 2;
/** ISO 32000-1, implementation note 13: the header may stand anywhere in the first 1024 bytes. */
const HEADER_WITHIN_BYTES = 1_024;

/** @param options what differs from `CV_LIMITS` and the usual two children; a test gives what it needs. */
export function createCvReader(options: CvReaderOptions = {}): CvReader {
  const limits: ProcessLimits = {
    deadlineMs: options.limits?.deadlineMs ?? CV_LIMITS.deadlineMs,
    maxMemoryBytes: options.limits?.maxMemoryBytes ?? CV_LIMITS.maxMemoryBytes,
  };
  // Only Linux tells one process how much memory another one holds.
  const guardBytes = process.platform === 'linux' ? undefined : limits.maxMemoryBytes;
  const pool = createProcessPool(
    options.maxProcesses ?? MAX_PROCESSES,
    options.startProcess ?? (() => startPdfProcess(guardBytes)),
  );

  function attempt(bytes: Uint8Array, signal?: AbortSignal): Promise<ProcessOutcome> {
    return pool.run(async (process) => {
      const result = await process.read(bytes, limits, RECOGNITION_LIMITS);
      return { result, keep: result.type === 'read' && result.memoryBytes <= MAX_IDLE_MEMORY_BYTES };
    }, signal);
  }

  return {
    async read(bytes, signal) {
      signal?.throwIfAborted();
      const problem = checkBytes(bytes);
      if (problem) return { ok: false, problem };
      for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
        const outcome = await attempt(bytes, signal);
        if (outcome.type === 'read') return outcome.reading;
        if (outcome.type === 'killed') return { ok: false, problem: outcome.problem };
      }
      return { ok: false, problem: 'damaged' };
    },
    close: () => pool.close(),
  };
}

/** What can be told without parsing. */
function checkBytes(bytes: Uint8Array): CvProblem | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > CV_LIMITS.maxBytes) return 'too_large';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN_BYTES));
  return start.includes('%PDF-') ? undefined : 'not_a_pdf';
}
