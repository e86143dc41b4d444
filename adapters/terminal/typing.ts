import type { Suggest } from '../../src/chat/adapter.ts';
import type { TerminalOptions } from './options.ts';
import type { Prompt } from './prompt.ts';
import type { LineResult, Session } from './session.ts';

/** Somebody who is typing. */
type Typing = {
  readonly ended: Promise<'end-of-input' | 'interrupted'>;
  /** Takes no further line; resolves when those sent are stored and the terminal is as it was. */
  stop(): Promise<void>;
};

/** Hands over what is typed, one line after another in the order in which it was sent. */
export function readTyping(
  options: TerminalOptions,
  session: Session,
  prompt: Prompt,
  suggest: Suggest,
): Typing {
  const ended = Promise.withResolvers<'end-of-input' | 'interrupted'>();
  let stored: Promise<void> = Promise.resolve();
  let open = true;

  const close = async () => {
    open = false;
    // The terminal first: should storing hang, Ctrl-C is a signal again.
    await prompt.close();
    await stored;
  };
  const leave = async (how: 'end-of-input' | 'interrupted') => {
    if (!open) return;
    try {
      await close();
      await prompt.show({ text: options.words.goodbye });
    } catch {
      // Nobody is there to read it.
    }
    ended.resolve(how);
  };
  const handOver = async (work: () => Promise<LineResult>, line: string) => {
    const result = await work();
    if (result === 'failed') prompt.giveBack(line);
    // Not awaited, as leaving waits for this very line.
    if (result === 'quit') void leave('end-of-input');
  };
  const enqueue = (work: () => Promise<LineResult>, line: string) => {
    if (!open) return;
    stored = stored.then(() => handOver(work, line)).catch(() => void leave('interrupted'));
  };

  prompt.open({
    said: (line) => enqueue(() => session.say(line), line),
    picked: (choice) => enqueue(() => session.pick(choice), ''),
    left: (how) => void leave(how),
    mode: () => ({ secret: session.secret(), asking: session.asking() }),
    suggest,
  });
  return {
    ended: ended.promise,
    async stop() {
      await close();
      ended.resolve('interrupted');
    },
  };
}
