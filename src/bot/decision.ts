import type { Account } from '../accounts/account.ts';
import type { ConversationId, Outgoing, ReplyToken } from '../chat/message.ts';
import type { JobSpec } from '../jobs/job.ts';
import type { Texts } from '../locales/index.ts';
import { textsOf } from '../locales/index.ts';
import type { Loaded, Write, WriteSet } from '../store/store.ts';
import type { Refusal } from './observer.ts';
import type { BotSettings } from './settings.ts';

/** One event being decided: what is known, and what has been decided so far. */
export type Decision = {
  readonly at: number;
  readonly conversation: ConversationId;
  readonly account: Account;
  readonly loaded: Loaded;
  readonly settings: BotSettings;
  readonly texts: Texts;
  /** A new id, should an interview begin. */
  readonly newSessionId: string;
  write(write: Write): void;
  /** Sends a message to the conversation the event came from. */
  say(message: Outgoing): void;
  job(spec: JobSpec, runAt?: number): void;
  /** What is not granted is counted. */
  refuse(refusal: Refusal): void;
};

type Start = Pick<Decision, 'at' | 'conversation' | 'account' | 'loaded' | 'settings' | 'newSessionId'> & {
  readonly replyToken?: ReplyToken | undefined;
};

/** What a decision comes to. */
export type Decided = WriteSet & { readonly refusals: readonly Refusal[] };

/** Runs a decision and gives what it wants written. Pure, as long as `decide` is. */
export function collect(start: Start, decide: (decision: Decision) => void): Decided {
  const writes: Write[] = [];
  const jobs: WriteSet['jobs'][number][] = [];
  const refusals: Refusal[] = [];
  const { at, conversation, replyToken } = start;
  decide({
    ...start,
    texts: textsOf(start.account.locale),
    write: (write) => {
      writes.push(write);
    },
    say: (message) => {
      const spoken = { ...message, locale: message.locale ?? start.account.locale };
      const spec: JobSpec = {
        kind: 'send',
        conversation,
        message: spoken,
        ...(replyToken && { replyToken }),
      };
      jobs.push({ spec, runAt: at });
    },
    job: (spec, runAt = at) => {
      jobs.push({ spec, runAt });
    },
    refuse: (refusal) => {
      refusals.push(refusal);
    },
  });
  return { writes, jobs, refusals };
}
