import type { EventEmitter } from 'node:events';

export type WaitOptions = {
  /** Real time, after which it rejects and says what it waited for; 25 s. */
  readonly withinMs?: number;
  readonly what?: string;
};

const GLANCE_MS = 20;

/** Resolves with what `find` finds, looked for again after each change in the stand-in. */
export function waitFor<Value>(
  changes: EventEmitter,
  find: () => Value | undefined | null | false,
  { withinMs = 25_000, what = 'something' }: WaitOptions = {},
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      changes.off('change', look);
      clearTimeout(deadline);
      clearInterval(glance);
      settle();
    };
    const look = () => {
      try {
        const found = find();
        if (found) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const deadline = setTimeout(
      () => finish(() => reject(new Error(`Waited ${withinMs} ms for ${what} in vain.`))),
      withinMs,
    );
    // What the bot's side does with an event changes nothing here: such conditions are looked at now and then.
    const glance = setInterval(look, GLANCE_MS);
    changes.on('change', look);
    look();
  });
}
