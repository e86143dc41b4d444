import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { SHELL } from '../../admin/rights.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { AdminCommandName } from '../../chat/admin-command-table.ts';
import { ADMIN_PREFIX } from '../../chat/admin-command-table.ts';
import type {
  ConversationId,
  EventId,
  Incoming,
  Locale,
  Outgoing,
  PlaceId,
  PlatformUserId,
} from '../../chat/message.ts';
import type { ClaimedJob, NewJob } from '../../jobs/job.ts';
import type { Models } from '../../model/models.ts';
import type { Store } from '../../store/store.ts';
import { createDispatch } from '../dispatch.ts';
import type { LiveSettings } from '../live-settings.ts';
import { createAnswerAdminHandler, MAX_ATTEMPTS } from './answer-admin.ts';

type Parts = {
  readonly store: Store;
  readonly settings: LiveSettings;
  readonly models: Models | null;
  /** Who sits there. */
  readonly user: string;
  readonly locale: Locale;
  /** The server or workspace whose settings are meant. */
  readonly place: PlaceId | null;
  readonly readFile: ChatAdapter['readAttachment'];
  readonly now: () => number;
  readonly newId: () => string;
  readonly logger: Logger;
};

/** Admin commands without a chat: through the same door, beside a bot that runs or without one. */
export type Shell = {
  run(
    name: AdminCommandName,
    args: Readonly<Record<string, string>>,
    file: string | null,
  ): Promise<readonly Outgoing[]>;
  choose(choice: string): Promise<readonly Outgoing[]>;
};

export function createShell({
  store,
  settings,
  models,
  user,
  locale,
  place,
  readFile,
  now,
  newId,
  logger,
}: Parts): Shell {
  const conversation = `${SHELL}${user}` as ConversationId;
  const { own, capturing } = keepOwnJobs(store, conversation);
  const dispatch = createDispatch({ store: capturing, settings, now, newId, wake: () => undefined });
  const answer = createAnswerAdminHandler({
    store,
    dispatch,
    models,
    settings,
    now,
    newId,
    logger,
    adapterOf: () => ({ readAttachment: readFile }),
  });

  /** What a worker would do, done at once: nobody else could show it. */
  async function receive(incoming: Incoming): Promise<readonly Outgoing[]> {
    await dispatch.receive(incoming);
    const messages: Outgoing[] = [];
    for (let job = own.shift(); job; job = own.shift()) {
      if (job.spec.kind === 'send') messages.push(job.spec.message);
      else await answer(claimed(job, newId()), new AbortController().signal);
    }
    return messages;
  }

  const base = () => ({
    id: `${SHELL}${newId()}` as EventId,
    conversation,
    scope: 'direct' as const,
    from: { id: conversation as string as PlatformUserId, name: user, locale },
    ...(place && { place }),
    at: now(),
  });
  return {
    run: (name, args, file) =>
      receive({
        ...base(),
        type: 'command',
        name: `${ADMIN_PREFIX}${name}`,
        args,
        attachments: file === null ? [] : [{ ref: resolve(file), name: file.split(/[\\/]/).at(-1) ?? file }],
      }),
    choose: (choice) => receive({ ...base(), type: 'choice', choice }),
  };
}

/** The store, without what is for the shell itself: it is not stored, as no other process could do it. */
function keepOwnJobs(store: Store, conversation: ConversationId) {
  const own: NewJob[] = [];
  const isOwn = ({ spec }: NewJob) => 'conversation' in spec && spec.conversation === conversation;
  const turn: Store['turn'] = async ({ completes: _, ...key }, decide) => {
    let kept: readonly NewJob[] = [];
    const result = await store.turn(key, (loaded) => {
      const { writes, jobs } = decide(loaded);
      kept = jobs.filter(isOwn);
      return { writes, jobs: jobs.filter((job) => !isOwn(job)) };
    });
    if (result === 'done') own.push(...kept);
    return result;
  };
  return { own, capturing: { ...store, turn } };
}

/** As often tried as a worker would, so that what fails is told. */
function claimed({ spec }: NewJob, id: string): ClaimedJob {
  return { id, spec, attempt: MAX_ATTEMPTS, leaseToken: '', createdAt: 0, requestId: null, accountId: null };
}
