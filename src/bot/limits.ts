import type { PlatformUserId } from '../chat/message.ts';
import type { Intent } from './intent.ts';

/** What is counted, each by itself. */
export type Counted = 'messages' | 'commands' | 'uploads';

/**
 * In a minute, for one user. An answer has 60 messages at most, so nobody who answers meets that limit; presses of buttons count
 * as commands.
 */
export const MOST_A_MINUTE: Readonly<Record<Counted, number>> = { messages: 60, commands: 20, uploads: 5 };

export type Excess = {
  readonly what: Counted;
  /** When it is taken again, in milliseconds since 1970. */
  readonly until: number;
  /** The first too many of its minute: the one that is told. */
  readonly isFirst: boolean;
};

/** Keeps anybody from wearing out the bot. Counts in memory, so that no turn waits for it. */
export type Limits = {
  /** @returns `null` when it may be taken */
  count(user: PlatformUserId, what: Counted, at: number): Excess | null;
};

const MINUTE_MS = 60_000;
/** Whoever sits at the machine can wear it out in other ways. */
const LOCAL: readonly string[] = ['terminal:', 'shell:'];

/** Minutes are those of the clock, so that what is counted goes by when things happened and all processes agree. */
export function createLimits(): Limits {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    count(user, what, at) {
      if (LOCAL.some((platform) => user.startsWith(platform))) return null;
      const begun = at - (at % MINUTE_MS);
      if (begun > minute) {
        minute = begun;
        counts = new Map();
      }
      const key = `${what} ${user}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const excess = count - MOST_A_MINUTE[what];
      return excess <= 0 ? null : { what, until: minute + MINUTE_MS, isFirst: excess === 1 };
    },
  };
}

/** As what an event counts; `null` for what nobody does on purpose. */
export function countedAs({ type }: Intent): Counted | null {
  switch (type) {
    case 'text':
    case 'passwordTyped':
    case 'changed':
      return 'messages';
    case 'files':
      return 'uploads';
    case 'command':
    case 'unknownCommand':
    case 'unknownChoice':
    case 'admin':
    case 'choice':
    case 'form':
      return 'commands';
    case 'arrived':
    case 'nothing':
      return null;
    default:
      return type satisfies never;
  }
}
