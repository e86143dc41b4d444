import type { Readable } from 'node:stream';
import { TERMINAL_LIMITS } from './limits.ts';

/**
 * The lines of a stream of UTF-8, without their ends; the last one needs none. Reads on only when the next
 * line is asked for. A stream that breaks ends.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of input) {
      rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      const lines = rest.split(/\r?\n/);
      rest = lines.pop() ?? '';
      while (rest.length > TERMINAL_LIMITS.lineCharacters) {
        lines.push(rest.slice(0, TERMINAL_LIMITS.lineCharacters));
        rest = rest.slice(TERMINAL_LIMITS.lineCharacters);
      }
      yield* lines;
    }
  } catch {
    // The writer has gone or the adapter was stopped; what had arrived whole was yielded.
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
