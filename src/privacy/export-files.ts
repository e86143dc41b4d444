import type { OutgoingFile } from '../chat/message.ts';
import type { ExportDocument } from './export-schema.ts';

const INDENT = 2;

/**
 * An export as files of at most so many bytes, each a whole document by itself; only a single CV or interview that is longer
 * than that makes a longer one. No name has anything in it that a user wrote.
 */
export function filesOf(whole: ExportDocument, maxBytes: number): readonly Omit<OutgoingFile, 'alt'>[] {
  const entries: readonly object[] = [...whole.cvs, ...whole.interviews, ...whole.modelCalls];
  const headBytes = bytesOf({ ...whole, cvs: [], interviews: [], modelCalls: [] });
  const numbers = spread(entries.map(bytesOf), maxBytes - headBytes);
  const numberOf = new Map(entries.map((entry, index) => [entry, numbers[index]]));
  const of = numbers.at(-1) ?? 1;
  return Array.from({ length: of }, (_, index) => {
    const number = index + 1;
    const own = <Entry extends object>(list: readonly Entry[]) =>
      list.filter((entry) => numberOf.get(entry) === number);
    const part: ExportDocument = {
      ...whole,
      part: { number, of },
      cvs: own(whole.cvs),
      interviews: own(whole.interviews),
      modelCalls: own(whole.modelCalls),
    };
    return { name: nameOf(part), content: written(part) };
  });
}

function nameOf({ exportedAt, part }: ExportDocument): string {
  const suffix = part.of === 1 ? '' : `-${part.number}-of-${part.of}`;
  return `chat-your-interview-${exportedAt.slice(0, 10)}${suffix}.json`;
}

/** Fills parts with things of these sizes, one after another. @returns the number of each thing's part, from 1 */
function spread(sizes: readonly number[], room: number): readonly number[] {
  let number = 1;
  let used = 0;
  return sizes.map((size) => {
    if (used > 0 && used + size > room) {
      number += 1;
      used = 0;
    }
    used += size;
    return number;
  });
}

function written(value: unknown): string {
  return `${JSON.stringify(value, null, INDENT)}\n`;
}

/** As it stands in a document, where it is indented twice more. */
function bytesOf(value: unknown): number {
  const text = written(value);
  return Buffer.byteLength(text) + 2 * INDENT * text.split('\n').length;
}
