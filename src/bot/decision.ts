import type { Account } from '../accounts/account.ts';
import type { ConversationId, Form, Incoming, Outgoing, ReplyToken, Venue } from '../chat/message.ts';
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
  /** Who speaks, as the platform names them; empty for what a job found out. */
  readonly name: string;
  /** In a channel: where an interview could be held instead. */
  readonly venues: readonly Venue[];
  /** A new id, should an interview begin. */
  readonly newSessionId: string;
  /** Where the user spoke; `null` when nobody did. */
  readonly scope: Incoming['scope'] | null;
  /** A new one-time code, should one be needed; only in a decision about accounts. */
  readonly newLinkCode: string;
  /** Whether `open` can be used, and what it comes to. */
  readonly opensForm: Incoming['opensForm'] | null;
  /** Lets what is said be the platform's answer to what was done, also by a job that says it later. */
  readonly replyToken?: ReplyToken | undefined;
  write(write: Write): void;
  /** Sends a message to the conversation the event came from. */
  say(message: Outgoing): void;
  /** Opens a form as the answer to the event. */
  open(form: Form): void;
  job(spec: JobSpec, runAt?: number): void;
  /** What is not granted is counted. */
  refuse(refusal: Refusal): void;
};

type Start = Pick<
  Decision,
  'at' | 'conversation' | 'account' | 'loaded' | 'settings' | 'newSessionId' | 'replyToken'
> & {
  readonly scope?: Incoming['scope'];
  readonly newLinkCode?: string;
  readonly opensForm?: Incoming['opensForm'] | undefined;
  readonly name?: string;
  readonly venues?: readonly Venue[] | undefined;
};

/** What a decision comes to; `form` is the answer to the event itself. */
export type Decided = WriteSet & { readonly refusals: readonly Refusal[]; readonly form: Form | null };

/** Runs a decision and gives what it wants written. Pure, as long as `decide` is. */
export function collect(start: Start, decide: (decision: Decision) => void): Decided {
  let form: Form | null = null;
  const writes: Write[] = [];
  const jobs: WriteSet['jobs'][number][] = [];
  const refusals: Refusal[] = [];
  const { at, conversation, account, replyToken } = start;
  decide({
    ...start,
    scope: start.scope ?? null,
    newLinkCode: start.newLinkCode ?? '',
    opensForm: start.opensForm ?? null,
    name: start.name ?? '',
    venues: start.venues ?? [],
    texts: textsOf(account.locale),
    write: (write) => {
      writes.push(write);
    },
    say: (message) => {
      const spoken = { ...message, locale: message.locale ?? account.locale };
      const spec: JobSpec = {
        kind: 'send',
        conversation,
        message: spoken,
        ...(replyToken && { replyToken }),
      };
      jobs.push({ spec, runAt: at });
    },
    open: (wanted) => {
      form = wanted;
    },
    job: (spec, runAt = at) => {
      jobs.push({ spec, runAt });
    },
    refuse: (refusal) => {
      refusals.push(refusal);
    },
  });
  const owner = ownerAfter(start, writes);
  const owned = owner === null ? jobs : jobs.map((job) => ({ ...job, accountId: owner }));
  return { writes, jobs: owned, refusals, form };
}

/** The account that the work belongs to once everything is written; `null` when there is none any more. */
function ownerAfter({ account, loaded }: Pick<Start, 'account' | 'loaded'>, writes: readonly Write[]) {
  const merge = writes.find((write) => write.type === 'mergeAccount');
  if (merge) return merge.into.id;
  const does = (wanted: Write['type']) => writes.some(({ type }) => type === wanted);
  return does('insertAccount') || (loaded.account !== null && !does('eraseAccount')) ? account.id : null;
}

/** The same event as if it had come from another conversation: what is said, is said there. */
export function decisionIn(decision: Decision, conversation: ConversationId): Decision {
  const { account, job } = decision;
  return {
    ...decision,
    conversation,
    venues: [],
    replyToken: undefined,
    opensForm: null,
    say: (message) =>
      job({
        kind: 'send',
        conversation,
        message: { ...message, locale: message.locale ?? account.locale },
      }),
  };
}

/** The same event as it is for another account, in a conversation of its own. */
export function elsewhere(decision: Decision, conversation: ConversationId, account: Account): Decision {
  const there = conversation === decision.conversation ? decision : decisionIn(decision, conversation);
  const { locale } = account;
  return {
    ...there,
    account,
    texts: textsOf(locale),
    say: (message) => there.say({ ...message, locale: message.locale ?? locale }),
  };
}
