import type { JobPool } from '../jobs/job.ts';

/** What a process does: `gateway` listens to the platforms, `worker` does the jobs, `all` both. */
export const ROLES = ['all', 'gateway', 'worker'] as const;
export type Role = (typeof ROLES)[number];

type Duties = {
  readonly listens: boolean;
  /** Jobs of each pool at once: talking is cheap, models only keep us waiting, reading CVs is heavy, admins can wait. */
  readonly pools: Readonly<Record<JobPool, number>>;
  /** How often jobs are looked for that other processes have stored. */
  readonly pollMs: number;
};

const POOLS = { talk: 64, timer: 16, model: 64, cv: 2, admin: 2 } as const;

/** Timers are the gateway's: whether somebody is typing, which keeps an answer open, only who listens can see. */
export const DUTIES: Readonly<Record<Role, Duties>> = {
  all: { listens: true, pools: POOLS, pollMs: 1_000 },
  gateway: {
    listens: true,
    pools: { talk: 0, timer: POOLS.timer, model: 0, cv: 0, admin: 0 },
    pollMs: 1_000,
  },
  // Its jobs are all stored by others.
  worker: { listens: false, pools: { ...POOLS, timer: 0 }, pollMs: 100 },
};
