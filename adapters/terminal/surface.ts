import type { Outgoing } from '../../src/chat/message.ts';
import { TERMINAL_LIMITS } from './limits.ts';
import type { TerminalOptions } from './options.ts';
import { toBodyLines, toChoiceLines, type View } from './outgoing.ts';
import type { Write } from './writer.ts';

/** Where the conversation is seen. */
export type Surface = {
  /** Prints a message; resolves when it is written, rejects when nobody can read it any more. */
  show(message: Outgoing): Promise<void>;
  /** Returns how to stop it. */
  showTyping(): () => void;
  /** When somebody last typed in a line that is not sent yet, in milliseconds since 1970. */
  lastTypedAt(): number | null;
};

/** How wide and in what colours to print now. */
export function viewOf({ columns, colour, words, isTty }: TerminalOptions): View {
  const wanted = columns();
  const known = wanted > 0 ? wanted : TERMINAL_LIMITS.defaultColumns;
  const width = isTty ? Math.min(known, TERMINAL_LIMITS.maximumColumns) : known;
  return { columns: Math.max(width, TERMINAL_LIMITS.minimumColumns), colour, words };
}

/** Prints the conversation and nothing else, a blank line between messages. */
export function createPlainSurface(options: TerminalOptions, write: Write): Surface {
  let printed = false;
  return {
    show(message) {
      const view = viewOf(options);
      const lines = [...toBodyLines(message, view), ...toChoiceLines(message.choices ?? [], view)];
      if (lines.length === 0) return Promise.resolve();
      const gap = printed ? '\n' : '';
      printed = true;
      return write(`${gap}${lines.join('\n')}\n`);
    },
    showTyping: () => () => undefined,
    lastTypedAt: () => null,
  };
}
