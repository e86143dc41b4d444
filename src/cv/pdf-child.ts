/**
 * The process in which untrusted PDFs are parsed; started by `pdf-process.ts` and by nothing else. On stdin come
 * documents, each after its length in four bytes (little endian); answers go out as IPC messages. It ends with
 * its parent.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { getResolvedPDFJS } from 'unpdf';
import { CV_LIMITS } from './cv.ts';
import { readDocument } from './pdf/read-document.ts';
import { createRecogniser } from './pdf/recognise.ts';
import type { ChildMessage } from './pdf-process.ts';

const LENGTH_BYTES = 4;

function tell(message: ChildMessage): void {
  process.send?.(message);
}

async function answer(bytes: Uint8Array): Promise<void> {
  const recognise = createRecogniser(() => tell({ type: 'recognising' }));
  tell({ type: 'done', reading: await readDocument(bytes, recognise) });
}

/** Gives each document as a buffer of its own, since PDF.js takes buffers over. */
async function* documents(): AsyncIterable<Uint8Array> {
  let header = Buffer.alloc(0);
  let body: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let rest = chunk;
    while (rest.length > 0) {
      if (!body) {
        const wanted = LENGTH_BYTES - header.length;
        header = Buffer.concat([header, rest.subarray(0, wanted)]);
        rest = rest.subarray(wanted);
        if (header.length < LENGTH_BYTES) continue;
        const length = header.readUInt32LE();
        if (length > CV_LIMITS.maxBytes)
          throw new Error('Longer than any document that the parent lets through');
        body = new Uint8Array(length);
        filled = 0;
        header = Buffer.alloc(0);
      }
      const part = rest.subarray(0, body.length - filled);
      body.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
      if (filled === body.length) {
        yield body;
        body = undefined;
      }
    }
  }
}

// Ctrl-C reaches the whole group: the parent decides when a document that is being read is given up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

const guardBytes = Number(process.argv[2]);
if (guardBytes > 0) {
  const guard = new URL(`./memory-guard${extname(import.meta.url)}`, import.meta.url);
  new Worker(guard, { workerData: guardBytes }).unref();
}

// Loading PDF.js takes longer than reading a CV does.
await getResolvedPDFJS();
tell({ type: 'ready' });
for await (const bytes of documents()) await answer(bytes);
