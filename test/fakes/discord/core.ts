import { EventEmitter } from 'node:events';
import type { Clock } from '../support/clock.ts';
import type { Json } from '../support/json.ts';
import type { EventPayload } from './gateway/gateway.ts';
import type { PrivilegedIntent } from './gateway/intents.ts';
import type { Files } from './world/files.ts';
import type { MessageRecord } from './world/records.ts';
import type { World } from './world/world.ts';

export type TypingEntry = {
  readonly channelId: string;
  readonly userId: string;
  readonly at: number;
  until: number;
};

/** What all parts of the stand-in share. */
export type Core = {
  readonly token: string;
  readonly applicationId: string;
  readonly privileged: ReadonlySet<PrivilegedIntent>;
  readonly clock: Clock;
  readonly world: World;
  readonly files: Files;
  /** Application commands by their id, as stored. */
  readonly commands: Map<string, Json>;
  readonly typing: TypingEntry[];
  /** The bot's messages by their nonce. */
  readonly nonces: Map<string, MessageRecord>;
  newId(): string;
  newGuildId(): string;
  dispatch(event: string, guildId: string | undefined, payload: EventPayload): void;
  /** Tells those who wait that something is different now. */
  changed(): void;
  readonly changes: EventEmitter;
};

export function createChanges(): EventEmitter {
  return new EventEmitter().setMaxListeners(0);
}
