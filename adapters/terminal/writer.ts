import type { Writable } from 'node:stream';

/** Writes text; resolves once the stream has taken it over, so that a slow reader holds up whoever awaits it. */
export type Write = (text: string) => Promise<void>;

/** A `Write` to a stream. It rejects when the reader has gone. */
export function createWrite(output: Writable): Write {
  return (text) =>
    new Promise((resolve, reject) => {
      output.write(text, (error) => (error ? reject(error) : resolve()));
    });
}
