import type { WebSocket } from 'ws';
import type { Json } from '../../support/json.ts';

/** How long a session without connection can be resumed; Discord says "a few minutes". */
export const SESSION_LIFE_MS = 3 * 60_000;
/** Older events are forgotten, and resuming from before them fails. */
const REPLAY_LIMIT = 20_000;

/** One bot session: it outlives its connection for a while, and what happens meanwhile is kept for it. */
export type Session = {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly sequence: number;
  socket: WebSocket | null;
  /** Sends an event, or keeps it until the session is resumed. */
  dispatch(event: string, data: Json): void;
  /** Everything after `sequence`, once more; `false` when that cannot be. */
  replay(sequence: number): boolean;
};

export function createSession(id: string, shard: readonly [number, number], intents: number): Session {
  const log: { readonly s: number; readonly text: string }[] = [];
  let sequence = 0;
  let forgotten = 0;

  return {
    id,
    shard,
    intents,
    socket: null,
    get sequence() {
      return sequence;
    },
    dispatch(event, data) {
      sequence += 1;
      const text = JSON.stringify({ op: 0, t: event, s: sequence, d: data });
      log.push({ s: sequence, text });
      if (log.length > REPLAY_LIMIT) forgotten = log.shift()?.s ?? forgotten;
      this.socket?.send(text);
    },
    replay(from) {
      if (from > sequence || from < forgotten) return false;
      for (const { s, text } of log) if (s > from) this.socket?.send(text);
      return true;
    },
  };
}
