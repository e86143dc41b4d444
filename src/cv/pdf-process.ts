import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CvReading } from './cv.ts';
import { type ProcessLimits, readMemory, watchProcess } from './process-watch.ts';

/** What the child says. `recognising`: it goes on to read pictures of text, which may take longer. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'recognising' }
  | { readonly type: 'done'; readonly reading: CvReading };

/** What became of a document. `crashed`: the process died, and not by our hand. */
export type ProcessOutcome =
  | { readonly type: 'read'; readonly reading: CvReading; readonly memoryBytes: number }
  | { readonly type: 'killed'; readonly problem: 'too_slow' | 'too_heavy' | 'scan' }
  | { readonly type: 'crashed' };

/** One child process. It reads one document at a time, and never keeps its parent alive while idle. */
export type PdfProcess = {
  /** Resolves when the child can read; rejects when it cannot be started. */
  readonly ready: Promise<void>;
  /** Never rejects. `recognition` replaces `limits` once the child says that it reads pictures. */
  read(bytes: Uint8Array, limits: ProcessLimits, recognition: ProcessLimits): Promise<ProcessOutcome>;
  /** Ends the child and resolves when it is gone. */
  kill(): Promise<void>;
  isAlive(): boolean;
};

/** Beside this file, as TypeScript or built. */
const CHILD_FILE = fileURLToPath(new URL(`./pdf-child${extname(import.meta.url)}`, import.meta.url));
const START_DEADLINE_MS = 20_000;
/** V8's own heap; pixels and inflated streams lie outside of it, which is why the whole process is watched. */
const MAX_HEAP_MEGABYTES = 300;
/** `abort()`, with which V8 ends when its heap is full. */
const HEAP_FULL_EXIT_CODE = 134;

/**
 * Starts a child with an empty environment, that may read files (its own modules) and do nothing else with them, that may
 * not start processes, and that yields to everything else (priority "below normal").
 *
 * @param guardBytes makes the child end itself past so much memory. For systems without `/proc`, where its memory
 * cannot be watched from here.
 */
export function startPdfProcess(guardBytes?: number): PdfProcess {
  const child = spawn(
    process.execPath,
    [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--disallow-code-generation-from-strings',
      '--no-warnings',
      `--max-old-space-size=${MAX_HEAP_MEGABYTES}`,
      CHILD_FILE,
      ...(guardBytes === undefined ? [] : [String(guardBytes)]),
    ],
    { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'ipc'], windowsHide: true },
  );
  yieldToOthers(child);
  // A child that dies while a document is written to it breaks the pipe; its exit says all there is to say.
  child.stdin?.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const ready = waitUntilReady(child);
  ready.catch(() => child.kill('SIGKILL'));
  const isAlive = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

  return {
    ready,
    isAlive,
    async read(bytes, limits, recognition) {
      keepParent(child, true);
      const outcome = await follow(child, bytes, limits, recognition, guardBytes !== undefined);
      keepParent(child, false);
      return outcome;
    },
    async kill() {
      if (!isAlive()) return;
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function yieldToOthers(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It is gone already, or the system does not allow it: slower answers meanwhile, nothing worse.
  }
}

/** Only a child that is starting or reading keeps the parent's event loop alive. */
function keepParent(child: ChildProcess, keep: boolean): void {
  const pipe = child.stdin as unknown as { ref?(): void; unref?(): void } | null;
  for (const handle of [child, child.channel, pipe]) {
    if (keep) handle?.ref?.();
    else handle?.unref?.();
  }
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('did not start in time'), START_DEADLINE_MS);
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`The PDF reader's process ${why}`));
    };
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => fail(`ended while starting (${signal ?? code})`));
    child.once('message', () => {
      clearTimeout(timer);
      keepParent(child, false);
      resolve();
    });
  });
}

function follow(
  child: ChildProcess,
  bytes: Uint8Array,
  limits: ProcessLimits,
  recognition: ProcessLimits,
  guardsItself: boolean,
): Promise<ProcessOutcome> {
  return new Promise((resolve) => {
    let isRecognising = false;
    const watch = watchProcess(child, limits);
    const finish = (outcome: ProcessOutcome) => {
      watch.stop();
      child.off('message', onMessage).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: ChildMessage) => {
      if (message.type === 'done') {
        finish({ type: 'read', reading: message.reading, memoryBytes: readMemory(child) });
      } else if (message.type === 'recognising') {
        isRecognising = true;
        watch.change(recognition);
      }
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      const isFull =
        signal === 'SIGABRT' || code === HEAP_FULL_EXIT_CODE || (guardsItself && signal === 'SIGKILL');
      const problem = watch.reason() ?? (isFull ? 'too_heavy' : undefined);
      if (!problem) return finish({ type: 'crashed' });
      // It is known by then that the file is a scan, which is what its owner can do something about.
      finish({ type: 'killed', problem: isRecognising ? 'scan' : problem });
    };
    if (child.exitCode !== null || child.signalCode !== null) return finish({ type: 'crashed' });
    child.on('message', onMessage).on('exit', onExit);
    send(child, bytes);
  });
}

/** Neither write copies the document: the pipe takes it in pieces. */
function send(child: ChildProcess, bytes: Uint8Array): void {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(bytes.length);
  child.stdin?.write(header);
  child.stdin?.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
