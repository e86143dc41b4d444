import type { ConversationId } from '../../src/chat/message.ts';
import { linesOf } from './lines.ts';
import type { TerminalOptions } from './options.ts';
import type { Session } from './session.ts';

/** A pipe that is being read. */
type PipeReading = {
  /** Resolves when the last line is settled, or `stop` was called; rejects when the terminal itself fails. */
  readonly ended: Promise<'end-of-input' | 'interrupted'>;
  /** Reads no further line; resolves when the one in flight is stored. */
  stop(): Promise<void>;
};

/** Reads a pipe line by line, the next one only when all that is due to the one before was delivered. */
export function readPipe(
  options: TerminalOptions,
  session: Session,
  conversation: ConversationId,
): PipeReading {
  const stopped = Promise.withResolvers<null>();
  const read = async () => {
    const lines = linesOf(options.input);
    await Promise.race([options.settled(conversation), stopped.promise]);
    for (;;) {
      const next = await Promise.race([lines.next(), stopped.promise]);
      if (next === null) return 'interrupted';
      if (next.done) return 'end-of-input';
      if (next.value.trim() === '' && !session.asking()) continue;
      if ((await session.say(next.value)) === 'quit') return 'end-of-input';
      // Who delivers may have been stopped first, and then nothing settles any more.
      await Promise.race([options.settled(conversation), stopped.promise]);
    }
  };
  const ended = read();
  return {
    ended,
    async stop() {
      stopped.resolve(null);
      await ended.catch(() => undefined);
      options.input.destroy();
    },
  };
}
