import { randomInt } from 'node:crypto';
import { newLinkCode } from '../accounts/link-code.ts';
import type { ConversationId, Form, Incoming, ReplyToken } from '../chat/message.ts';
import type { ClaimedJob } from '../jobs/job.ts';
import { inRequest } from '../logging/request.ts';
import type { Loaded, Store, TurnKey, Write } from '../store/store.ts';
import { accountsKeyOf } from './accounts/key.ts';
import { answersTo } from './admin/answers-to.ts';
import { type ChoiceAction, sessionOfChoice } from './choice-id.ts';
import { decideForPlatform } from './decide-for-platform.ts';
import { decideIncoming } from './decide-incoming.ts';
import { decideOutcome } from './decide-outcome.ts';
import { collect, type Decided } from './decision.ts';
import { sessionOfForm } from './form-id.ts';
import { type Intent, readIntent } from './intent.ts';
import { countedAs, type Excess, type Limits, MOST_A_MINUTE } from './limits.ts';
import type { LiveSettings } from './live-settings.ts';
import { newAccount } from './newcomer.ts';
import type { BotObserver } from './observer.ts';
import type { Outcome } from './outcome.ts';
import type { Proof } from './proof.ts';

/** The one door: whatever happens, comes through here and is one transaction. */
export type Dispatch = {
  /**
   * Something a user did. Resolves once it is durably stored, with a form where one has to be opened as the answer; twice the
   * same event does nothing. `incoming` has no secrets in it any more, `proof` is what became of them (`seal.ts`).
   */
  receive(incoming: Incoming, proof?: Proof | null): Promise<{ readonly form?: Form }>;
  /** The outcome of a job, which completes it. @returns false when the job was no longer ours */
  settle(job: ClaimedJob, outcome: Outcome): Promise<boolean>;
  /** An outcome on the way of a job that goes on; counts once a job and `stage`. */
  report(job: ClaimedJob, stage: string, outcome: Outcome): Promise<void>;
};

type Parts = {
  readonly store: Store;
  readonly settings: LiveSettings;
  readonly now: () => number;
  readonly newId: () => string;
  /** Called after a commit: there may be jobs to do. */
  readonly wake: () => void;
  readonly observer?: BotObserver | undefined;
  /** Without it, everything is taken. */
  readonly limits?: Limits | undefined;
};

/** Writes that change what every process keeps in memory. */
const KEPT_IN_MEMORY: readonly Write['type'][] = [
  'changeSetting',
  'setQuestionActive',
  'takeImport',
  'undoImport',
];

const NOTHING: Decided = { writes: [], jobs: [], refusals: [], form: null };

export function createDispatch(parts: Parts): Dispatch {
  const { store, settings: live, now, newId, wake, observer, limits } = parts;

  /** @returns what was decided and stored, the last time if it was tried again; `null` when nothing was */
  async function turn(
    kind: string,
    key: TurnKey,
    decide: (loaded: Loaded) => Decided,
  ): Promise<Decided | null> {
    const startedAt = performance.now();
    let decided: Decided = NOTHING;
    const ended = (ending: 'done' | 'duplicate' | 'failed') =>
      observer?.turned(kind, ending, performance.now() - startedAt);
    const result = await store
      .turn(key, (loaded) => {
        decided = decide(loaded);
        return decided;
      })
      .catch((error: unknown) => {
        ended('failed');
        throw error;
      });
    wake();
    ended(result);
    if (result === 'duplicate') return null;
    if (decided.writes.some(isOfSettings)) live.expire();
    for (const refusal of decided.refusals) observer?.refused(refusal);
    return decided;
  }

  async function handleOutcome(
    key: Pick<TurnKey, 'eventId' | 'completes'>,
    job: ClaimedJob,
    outcome: Outcome,
  ): Promise<boolean> {
    await live.refresh();
    const settings = live.current();
    const at = now();
    const newSessionId = newId();
    const turnKey = { ...key, ...keyOfOutcome(outcome), at, requestId: job.requestId };
    const decided = await turn(outcome.type, turnKey, (loaded) => {
      if (outcome.type === 'adminAnswered') {
        return { ...NOTHING, writes: outcome.writes, jobs: answersTo(job, outcome.messages, at) };
      }
      const { account } = loaded;
      const conversation = whereToTell(job, outcome, loaded);
      if (!account || !conversation) return NOTHING;
      const replyToken = replyTokenOf(job);
      const start = { at, conversation, replyToken, account, loaded, settings, newSessionId };
      const found = collect(start, (decision) => decideOutcome(decision, outcome));
      return account.bannedAt === null ? found : unsaid(found);
    });
    return decided !== null;
  }

  /** What there is too much of is not stored; its author is told so once a minute. */
  async function tellExcess(incoming: Incoming, excess: Excess): Promise<void> {
    const settings = live.current();
    const { at, conversation, replyToken } = incoming;
    const key = {
      eventId: `limit:${incoming.id}`,
      requestId: incoming.id,
      at,
      subject: userOf(incoming),
      detail: 'account' as const,
    };
    await turn('limited', key, (loaded) => {
      const account = loaded.account ?? newAccount('', incoming, settings, loaded.keptBan);
      if (account.bannedAt !== null) return NOTHING;
      const start = { at, conversation, replyToken, account, loaded, settings, newSessionId: '' };
      return collect(start, ({ say, texts, refuse }) => {
        refuse('rate_limited');
        const seconds = Math.ceil((excess.until - at) / 1000);
        say({
          text: texts.limits[excess.what](MOST_A_MINUTE[excess.what], seconds),
          audience: 'participant',
        });
      });
    });
  }

  return {
    async receive(incoming, proof = null) {
      const { at, conversation, scope, replyToken, opensForm, venues } = incoming;
      const forPlatform = decideForPlatform(incoming);
      if (forPlatform) {
        const subject = userOf(incoming);
        const key = {
          eventId: incoming.id,
          requestId: incoming.id,
          at,
          subject,
          detail: 'interview',
        } as const;
        await inRequest(incoming.id, () => turn(incoming.type, key, () => ({ ...NOTHING, ...forPlatform })));
        return {};
      }
      const intent = readIntent(incoming, proof);
      const accounts = accountsKeyOf(intent, incoming);
      const counted = isMissed(incoming) ? null : countedAs(intent);
      const excess = counted && limits ? limits.count(incoming.from.id, counted, incoming.at) : null;
      if (excess) {
        if (excess.isFirst) await tellExcess(incoming, excess);
        return {};
      }
      await live.refresh();
      const settings = live.current();
      const newAccountId = newId();
      const newSessionId = newId();
      const linkCode = accounts ? newLinkCode(randomInt) : '';
      const key = {
        ...keyOfIntent(intent),
        ...(accounts && { accounts }),
        eventId: incoming.id,
        requestId: incoming.id,
        at,
        subject: userOf(incoming),
      };
      const decide = (loaded: Loaded) => {
        const account = loaded.account ?? newAccount(newAccountId, incoming, settings, loaded.keptBan);
        const { name } = incoming.from;
        const given = { at, conversation, scope, replyToken, opensForm, venues, name };
        const start = { ...given, account, loaded, settings, newSessionId, newLinkCode: linkCode };
        return collect(start, (decision) =>
          decideIncoming(decision, incoming, intent, loaded.account === null),
        );
      };
      const decided = await inRequest(incoming.id, () => turn(intent.type, key, decide));
      return decided?.form ? { form: decided.form } : {};
    },
    settle: (job, outcome) => handleOutcome({ eventId: null, completes: job }, job, outcome),
    async report(job, stage, outcome) {
      await handleOutcome({ eventId: `job:${job.id}:${stage}` }, job, outcome);
    },
  };
}

/** Changes what processes keep in memory. */
function isOfSettings({ type }: Write): boolean {
  return KEPT_IN_MEMORY.includes(type);
}

/** Sent while nobody listened, perhaps over hours, and handed over all at once. */
function isMissed(incoming: Incoming): boolean {
  return incoming.type === 'message' && incoming.missed === true;
}

/** What is found out about a banned account is kept, and not told. */
function unsaid(decided: Decided): Decided {
  return { ...decided, jobs: decided.jobs.filter(({ spec }) => spec.kind !== 'send') };
}

function userOf({ from }: Incoming): TurnKey['subject'] {
  return { type: 'user', id: from.id };
}

/** Most messages are parts of an answer: for those, no more is loaded than they change. */
function keyOfIntent(
  intent: Intent,
): Pick<
  TurnKey,
  'detail' | 'changedMessage' | 'history' | 'report' | 'interviewId' | 'namedInterviewId' | 'person'
> {
  switch (intent.type) {
    case 'text':
      return { detail: intent.final ? 'full' : 'part' };
    case 'changed':
      return { detail: 'interview', changedMessage: intent.messageId };
    case 'command':
      if (intent.name === 'history') return { detail: 'full', history: true };
      if (intent.name === 'report') return { detail: 'full', report: Number(intent.args['n'] ?? 1) };
      if (intent.name === 'delete-me') return { detail: 'full', person: true };
      return { detail: 'full' };
    case 'choice':
      return keyOfChoice(intent.action);
    case 'form': {
      const named = sessionOfForm(intent.formId);
      return { detail: 'full', ...(named && { namedInterviewId: named }) };
    }
    case 'admin':
      return { detail: 'account' };
    default:
      return { detail: 'full' };
  }
}

function keyOfChoice(action: ChoiceAction) {
  if (action.type === 'eraseMe' || action.type === 'erase') return { detail: 'full', person: true } as const;
  const named = sessionOfChoice(action);
  if (named === null) return { detail: 'full' } as const;
  // These act on an interview that need not be open any more.
  const isAboutPast = action.type === 'dispute' || action.type === 'share';
  return isAboutPast
    ? ({ detail: 'interview', interviewId: named, namedInterviewId: named } as const)
    : ({ detail: 'full', namedInterviewId: named } as const);
}

function keyOfOutcome(outcome: Outcome): Pick<TurnKey, 'subject' | 'detail'> {
  switch (outcome.type) {
    case 'cvRead':
    case 'venueOpened':
    case 'venueNotOpened':
      return { subject: { type: 'account', id: outcome.accountId }, detail: 'full' };
    case 'graded':
    case 'gradedAgain':
    case 'cvQuestionsMade':
    case 'peersRated':
      return { subject: { type: 'session', id: outcome.sessionId }, detail: 'interview' };
    case 'answerQuiet':
    case 'sessionIdle':
      return { subject: { type: 'session', id: outcome.sessionId }, detail: 'full' };
    case 'adminAnswered':
    case 'nothing':
      return { subject: { type: 'session', id: '' }, detail: 'interview' };
    default:
      return outcome satisfies never;
  }
}

/** Where the interview is held by now, or where the job came from. */
function whereToTell(job: ClaimedJob, { type }: Outcome, { interview }: Loaded): ConversationId | null {
  const isAsked = type === 'cvRead' || type === 'venueOpened' || type === 'venueNotOpened';
  return (isAsked ? null : interview?.session.conversation) ?? conversationOf(job);
}

function replyTokenOf({ spec }: ClaimedJob): ReplyToken | undefined {
  return 'replyToken' in spec ? spec.replyToken : undefined;
}

function conversationOf({ spec }: ClaimedJob): ConversationId | null {
  return 'conversation' in spec ? spec.conversation : null;
}
