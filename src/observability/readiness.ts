import type { ChatAdapter } from '../chat/adapter.ts';
import type { JobFigures } from '../store/store.ts';
import type { Readiness } from './probes.ts';

/** Replies that are this late mean that somebody has to look, and that traffic had better go elsewhere. */
const MOST_LAG_MS = 60_000;

type Parts = {
  readonly adapters: readonly Pick<ChatAdapter, 'platform' | 'isConnected'>[];
  readonly readJobs: () => Promise<readonly JobFigures[]>;
  readonly now: () => number;
};

/** Ready: the database answers, every platform is connected, and no reply has been waiting for a minute. */
export function createReadiness({ adapters, readJobs, now }: Parts): Readiness {
  return async () => {
    const lost = adapters
      .filter((adapter) => adapter.isConnected?.() === false)
      .map(({ platform }) => `Not connected to ${platform}.`);
    const late = (await readJobs())
      .filter(({ kind, status, oldestDueAt }) => {
        return kind === 'send' && status === 'due' && oldestDueAt < now() - MOST_LAG_MS;
      })
      .map(({ count }) => `${count} messages are due, the oldest for more than a minute.`);
    return [...lost, ...late];
  };
}
