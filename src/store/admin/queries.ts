import type { AuditEntry } from '../../admin/audit.ts';
import type { RecordedCall } from '../../admin/model-figures.ts';
import type { Listed, Page } from '../../admin/page.ts';
import type { AccountCounts, ModelCost, SessionFigures, StateCount } from '../../admin/statistics.ts';
import type { Executor } from '../executor.ts';
import { readAudit } from './audit.ts';
import { readRecordedCalls } from './model-figures.ts';
import { countAccounts, countStates, readModelCosts, readSessionsBegun } from './statistics.ts';

/** What admins look at. Only reads, each short: what is long is read in parts, as SQLite holds up everybody meanwhile. */
export interface AdminQueries {
  /** `recent`: those made since that moment (milliseconds since 1970, like all moments here). */
  countAccounts(since: number): Promise<AccountCounts>;
  countStates(): Promise<readonly StateCount[]>;
  readSessionsBegun(from: number, until: number): Promise<readonly SessionFigures[]>;
  readModelCosts(since: number): Promise<readonly ModelCost[]>;
  /** Newest first. */
  readRecordedCalls(since: number, limit: number): Promise<readonly RecordedCall[]>;
  /** Newest first. */
  readAudit(page: Page): Promise<Listed<AuditEntry>>;
}

export function createAdminQueries({ read }: Pick<Executor, 'read'>): AdminQueries {
  return {
    countAccounts: (since) => read(() => countAccounts(since)),
    countStates: () => read(() => countStates()),
    readSessionsBegun: (from, until) => read(() => readSessionsBegun(from, until)),
    readModelCosts: (since) => read(() => readModelCosts(since)),
    readRecordedCalls: (since, limit) => read(() => readRecordedCalls(since, limit)),
    readAudit: (page) => read(() => readAudit(page)),
  };
}
