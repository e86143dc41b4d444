import type { KeyedHash } from '../../accounts/keyed-hash.ts';
import type { QuotaLedger } from '../../accounts/quota.ts';
import type { AuditEntry } from '../../admin/audit.ts';
import type { RecordedCall } from '../../admin/model-figures.ts';
import type { Listed, Page } from '../../admin/page.ts';
import type { BankEntry, QuestionFigures, QuestionImport, QuestionSummary } from '../../admin/question.ts';
import type { AccountCounts, ModelCost, SessionFigures, StateCount } from '../../admin/statistics.ts';
import type { UserFigures, UserSummary } from '../../admin/user.ts';
import type { Executor } from '../executor.ts';
import { readQuotaOfAccount } from '../quota.ts';
import { readAudit } from './audit.ts';
import { readRecordedCalls } from './model-figures.ts';
import { countImported, readImport, readImports } from './question-imports.ts';
import {
  readBankEntry,
  readFiguresOf,
  readKnownQuestions,
  readQuestionFigures,
  searchQuestions,
} from './questions.ts';
import { countAccounts, countStates, readModelCosts, readSessionsBegun } from './statistics.ts';
import { findMeant, findUsers, readUserFigures } from './users.ts';

/** What admins look at. Only reads, each short: what is long is read in parts, as SQLite holds up everybody meanwhile. */
export interface AdminQueries {
  /** `recent`: those made since that moment (milliseconds since 1970, like all moments here). */
  countAccounts(since: number): Promise<AccountCounts>;
  countStates(): Promise<readonly StateCount[]>;
  readSessionsBegun(from: number, until: number): Promise<readonly SessionFigures[]>;
  readModelCosts(since: number): Promise<readonly ModelCost[]>;
  /** Newest first. */
  readRecordedCalls(since: number, limit: number): Promise<readonly RecordedCall[]>;
  /** Accounts whose id these words are, or whose names or ids on a platform contain them; newest first. */
  findUsers(words: string, page: Page): Promise<Listed<UserSummary>>;
  /** Accounts that these words name: an id, an id on a platform, or a whole name. Six at most. */
  findMeant(words: string): Promise<readonly UserSummary[]>;
  /** `null` when there is no such account any more. */
  readUserFigures(accountId: string): Promise<UserFigures | null>;
  readUserQuota(accountId: string, now: number): Promise<QuotaLedger>;
  /** Technical ones first; words are looked for in ids, topics and texts. */
  searchQuestions(words: string, page: Page): Promise<Listed<QuestionSummary>>;
  readBankEntry(id: string): Promise<BankEntry | null>;
  /** All technical questions, those that are disabled as well. */
  readKnownQuestions(): Promise<readonly { readonly id: string; readonly question: string }[]>;
  /** Of the next questions that were asked, in the order of their ids, after that one. */
  readQuestionFigures(after: string, limit: number): Promise<readonly QuestionFigures[]>;
  readFiguresOf(questionId: string): Promise<QuestionFigures>;
  /** Those that were confirmed, newest first. */
  readImports(page: Page): Promise<Listed<QuestionImport>>;
  readImport(id: string): Promise<QuestionImport | null>;
  countImported(importId: string): Promise<{ readonly all: number; readonly asked: number }>;
  /** Newest first. */
  readAudit(page: Page): Promise<Listed<AuditEntry>>;
}

export function createAdminQueries({ read }: Pick<Executor, 'read'>, hash: KeyedHash): AdminQueries {
  return {
    countAccounts: (since) => read(() => countAccounts(since)),
    countStates: () => read(() => countStates()),
    readSessionsBegun: (from, until) => read(() => readSessionsBegun(from, until)),
    readModelCosts: (since) => read(() => readModelCosts(since)),
    readRecordedCalls: (since, limit) => read(() => readRecordedCalls(since, limit)),
    findUsers: (words, page) => read(() => findUsers(words, page)),
    findMeant: (words) => read(() => findMeant(words)),
    readUserFigures: (accountId) => read(() => readUserFigures(accountId)),
    readUserQuota: (accountId, now) => read(() => readQuotaOfAccount(accountId, now, hash)),
    searchQuestions: (words, page) => read(() => searchQuestions(words, page)),
    readBankEntry: (id) => read(() => readBankEntry(id)),
    readKnownQuestions: () => read(() => readKnownQuestions()),
    readQuestionFigures: (after, limit) => read(() => readQuestionFigures(after, limit)),
    readFiguresOf: (questionId) => read(() => readFiguresOf(questionId)),
    readImports: (page) => read(() => readImports(page)),
    readImport: (id) => read(() => readImport(id)),
    countImported: (importId) => read(() => countImported(importId)),
    readAudit: (page) => read(() => readAudit(page)),
  };
}
