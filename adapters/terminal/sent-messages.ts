import type { Outgoing, SentRef } from '../../src/chat/message.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/** What this process has shown, so that nothing is shown twice. Bounded: the oldest is forgotten first. */
type SentMessages = {
  /** Sends once for each key, however often it is asked to; a send that failed may be tried again. */
  once(key: string, send: () => Promise<SentRef>): Promise<SentRef>;
  remember(ref: SentRef, message: Outgoing): void;
  /** The replacement says just what the message said, without choices: nothing new to print. */
  repeats(replaces: SentRef | undefined, message: Outgoing): boolean;
};

const sayings = ({ text, cards, files }: Outgoing): string => JSON.stringify([text, cards, files]);

function setBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  const oldest = map.size > TERMINAL_LIMITS.rememberedMessages ? map.keys().next() : null;
  if (oldest && !oldest.done) map.delete(oldest.value);
}

/** A memory of sent messages, empty at first. */
export function createSentMessages(): SentMessages {
  const sends = new Map<string, Promise<SentRef>>();
  const said = new Map<SentRef, string>();
  return {
    once(key, send) {
      const known = sends.get(key);
      if (known) return known;
      const sent = send();
      setBounded(sends, key, sent);
      sent.catch(() => sends.delete(key));
      return sent;
    },
    remember: (ref, message) => setBounded(said, ref, sayings(message)),
    repeats(replaces, message) {
      const choices = message.choices ?? [];
      return choices.length === 0 && replaces !== undefined && said.get(replaces) === sayings(message);
    },
  };
}
