import type { Account, Role } from '../accounts/account.ts';
import type { Erasure } from '../accounts/erasure.ts';
import type { Identity } from '../accounts/identity.ts';
import type { QuotaGrant, QuotaLedger, QuotaRule, SpentInterview } from '../accounts/quota.ts';
import type { AuditEntry, NewAuditEntry } from '../admin/audit.ts';
import type { QuestionImport } from '../admin/question.ts';
import type { SettingName, StoredSetting } from '../admin/setting.ts';
import type { ConversationId, Locale, MessageId, PlaceId, PlatformUserId, SentRef } from '../chat/message.ts';
import type { CvQuestion } from '../cv/cv.ts';
import type { GradingTask } from '../evaluation/grade.ts';
import type { PastQuestion } from '../interview/choose-question.ts';
import type { StoredCvQuestion } from '../interview/next-question.ts';
import type { Interaction, Interview, Session } from '../interview/state.ts';
import type { ClaimedJob, JobKind, NewJob } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { BehaviouralQuestion, Position, Question } from '../questions/question.ts';
import type { AccountsKey, AccountsWrite, LoadedAccounts, LoginTarget } from './accounts.ts';

import type { AdminQueries } from './admin/queries.ts';
import type { Revisions } from './admin/revisions.ts';

/** Which event a turn is about, and what its decision has to see. */
export type TurnKey = {
  /** Dedupes the event: the second turn with the same one does nothing. `null` where `completes` does that. */
  readonly eventId: string | null;
  /** The job whose outcome the event is: completed in the same transaction, or nothing happens at all. */
  readonly completes?: ClaimedJob;
  /** The user's event that this goes back to, for the log: kept with the jobs that follow. */
  readonly requestId?: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly subject:
    | { readonly type: 'user'; readonly id: PlatformUserId }
    | { readonly type: 'account'; readonly id: string }
    /** The account and this interview, open or not. */
    | { readonly type: 'session'; readonly id: string };
  /**
   * `account`: nothing but the account. `part`: the interview with its open question only, enough for one more message of an answer (everything, when no
   * question is open). `interview`: with all its questions. `full`: also what a next question is chosen from.
   */
  readonly detail: 'account' | 'part' | 'interview' | 'full';
  /** This interview in place of the open one, if it belongs to the user. */
  readonly interviewId?: string;
  /** A message that was changed, to be looked for in the answers of interviews that are over. */
  readonly changedMessage?: MessageId;
  /** The interview that a button or form names: told apart from the user's own. */
  readonly namedInterviewId?: string;
  /** What a decision about accounts has to see. */
  readonly accounts?: AccountsKey;
  /** Past interviews, newest first. */
  readonly history?: true;
  /** One past interview in full: 1 is the newest. */
  readonly report?: number;
  /** Who somebody is on all platforms, and how much there is of theirs. */
  readonly person?: true;
};

export type CvSummary = {
  readonly id: string;
  readonly fileName: string;
  readonly pages: number;
  readonly uploadedAt: number;
  readonly sha256: string;
};

/** What a decision sees. What the key did not ask for is empty. */
export type Loaded = {
  readonly account: Account | null;
  /** The open interview of the account, or the one that the key names. */
  readonly interview: Interview | null;
  readonly cvs: readonly CvSummary[];
  /** Another one was sent, and what it says is not known yet. */
  readonly cvIsBeingRead: boolean;
  readonly past: readonly PastQuestion[];
  /** Unused questions about the interview's CV. */
  readonly cvQuestions: readonly StoredCvQuestion[];
  /** Only when the next question is about the CV and none is stored. */
  readonly cvText: string | null;
  /** With `cvText`: the CV questions that this account was asked before. */
  readonly askedAboutCv: readonly CvQuestion[];
  /** Also of somebody without an account: what their identity had used before it was erased. */
  readonly quota: QuotaLedger;
  readonly history: readonly Session[];
  readonly report: Interview | null;
  /** The question of another interview whose answer the changed message is part of; `null` when there is none. */
  readonly pastAnswer: Interaction | null;
  /** The interview that was named, when it is somebody else's. */
  readonly foreign: Interview | null;
  readonly accounts: LoadedAccounts | null;
  readonly person: Person | null;
  /** Since when somebody without an account is banned; `null` when they are not. */
  readonly keptBan: number | null;
};

export type Person = { readonly identities: readonly Identity[]; readonly interviews: number };

/** All that is stored about somebody and says something about them. */
export type PersonalData = {
  readonly account: Account;
  readonly identities: readonly Identity[];
  readonly cvs: readonly (NewCv & { readonly questions: readonly CvQuestionRecord[] })[];
  /** Of every state, oldest first. */
  readonly interviews: readonly Interview[];
  readonly modelCalls: readonly ModelCall[];
  /** What they gave others whose interviews they watched. */
  readonly ratingsGiven: readonly { readonly score: number; readonly at: number }[];
  readonly quota: QuotaLedger;
  /** What admins did to the account, and what its owner did as one; oldest first. */
  readonly audit: readonly AuditEntry[];
};

/** A question that was made from a CV; `usedAt` when it was asked. Times are milliseconds since 1970. */
export type CvQuestionRecord = Omit<NewCvQuestion, 'id' | 'cvId'> & {
  readonly createdAt: number;
  readonly usedAt: number | null;
};

/** What a restored database was cleared of. */
export type ErasedAgain = {
  readonly accounts: number;
  /** That were taken from accounts which others have, too. */
  readonly identities: number;
  /** Erasures listed with another key, which could be of somebody who is there: whose they are cannot be told. */
  readonly unreadable: number;
};

export type NewCv = CvSummary & { readonly text: string; readonly expiresAt: number };
export type NewCvQuestion = StoredCvQuestion & {
  readonly cvId: string;
  readonly position: Position;
  readonly source: 'model' | 'offline';
};

/** One change. `version` of an account or interview is the one that was loaded: the store refuses the turn when another has got in. */
export type Write =
  | { readonly type: 'insertAccount'; readonly account: Account }
  | {
      readonly type: 'insertIdentity';
      readonly id: PlatformUserId;
      readonly accountId: string;
      readonly name: string;
      /** Where they can be told what happens elsewhere. */
      readonly conversation?: ConversationId;
    }
  | { readonly type: 'updateAccount'; readonly account: Account }
  | { readonly type: 'insertCv'; readonly accountId: string; readonly cv: NewCv }
  | { readonly type: 'deleteCv'; readonly accountId: string; readonly cvId: string }
  | { readonly type: 'insertCvQuestions'; readonly questions: readonly NewCvQuestion[] }
  | { readonly type: 'useCvQuestion'; readonly questionId: string }
  | { readonly type: 'insertSession'; readonly session: Session }
  | { readonly type: 'updateSession'; readonly session: Session }
  | { readonly type: 'insertInteraction'; readonly interaction: Interaction }
  | { readonly type: 'updateInteraction'; readonly interaction: Interaction }
  /** What somebody who watched gives an answer; takes the place of what they gave it before. */
  | {
      readonly type: 'ratePeer';
      readonly interactionId: string;
      readonly accountId: string;
      /** 1–5 */
      readonly score: number;
    }
  /** With everything that belongs to it; see `eraseAccount`. */
  | { readonly type: 'eraseAccount'; readonly account: Account }
  | AccountsWrite
  | { readonly type: 'grantQuota'; readonly accountId: string; readonly grant: QuotaGrant }
  /** Identities leave their account, but what it has used stays with them, under a keyed hash (see `usualOnes`). */
  | {
      readonly type: 'keepSpentQuota';
      readonly identities: readonly PlatformUserId[];
      readonly spent: readonly SpentInterview[];
      readonly givenBack: readonly SpentInterview[];
    }
  | { readonly type: 'setBan'; readonly accountId: string; readonly bannedAt: number | null }
  | { readonly type: 'setRole'; readonly accountId: string; readonly role: Role }
  /** `place` is `null` for what holds everywhere; `value` is `null` for as configured. */
  | {
      readonly type: 'changeSetting';
      readonly place: PlaceId | null;
      readonly name: SettingName;
      readonly value: string | null;
    }
  | { readonly type: 'setQuestionActive'; readonly id: string; readonly active: boolean }
  /** `payload`: the questions as JSON, until somebody confirms. */
  | { readonly type: 'keepImport'; readonly import: QuestionImport; readonly payload: string }
  | { readonly type: 'takeImport'; readonly id: string }
  | { readonly type: 'undoImport'; readonly id: string }
  | { readonly type: 'insertAudit'; readonly entry: NewAuditEntry }
  /** Nothing reaches these conversations any more: messages that wait to be sent there, and files to be fetched, are given up. */
  | { readonly type: 'giveUpDeliveries'; readonly conversationsBeginWith: string; readonly reason: string };

/** Everything that a turn changes: applied whole or not at all. */
export type WriteSet = { readonly writes: readonly Write[]; readonly jobs: readonly NewJob[] };

/** All that grading one answer needs; `null` when the answer or the interview is gone. */
export type GradingInput = {
  readonly accountId: string;
  /** The language model services that its author has agreed to. */
  readonly agreedTo: readonly string[];
  readonly task: GradingTask;
  readonly revision: number;
  /** The provider whose model graded it before, if one did. */
  readonly gradedBy: string | null;
  /** Its author has asked for another grade. */
  readonly disputed: boolean;
};

export type CvForQuestions = {
  readonly accountId: string;
  /** The language model services that its owner has agreed to. */
  readonly agreedTo: readonly string[];
  readonly cvId: string;
  readonly cvText: string;
  readonly position: Position;
  readonly locale: Locale;
  /** All questions made from this CV for this position so far, asked or not. */
  readonly made: readonly CvQuestion[];
  /** How many of them are left to ask in this language. */
  readonly unused: number;
  /** How many the interview asks. */
  readonly needed: number;
};

/** Stored work of one kind: due now, being done, or given up. */
export type JobFigures = {
  readonly kind: JobKind;
  readonly status: 'due' | 'running' | 'failed';
  readonly count: number;
  /** When the oldest of them became due, in milliseconds since 1970. */
  readonly oldestDueAt: number;
};

export interface Store extends JobQueue {
  /** To be compared with those seen before: what has not grown need not be read again. */
  readRevisions(): Promise<Revisions>;
  readSettings(): Promise<readonly StoredSetting[]>;
  /** What only admins look at. */
  readonly admin: AdminQueries;
  /**
   * One event, one transaction: takes the event's id, loads, decides, writes. Resolves after the commit. `decide` is
   * pure and may be called twice. `duplicate`: the event was handled before (or its job's lease was lost), nothing changed.
   */
  turn(key: TurnKey, decide: (loaded: Loaded) => WriteSet): Promise<'done' | 'duplicate'>;
  /** What the password given with a name is to be compared with. */
  findLoginTarget(name: string, identity: PlatformUserId, now: number): Promise<LoginTarget>;
  /** What somebody's own password is to be compared with. */
  findOwnTarget(identity: PlatformUserId, now: number): Promise<LoginTarget>;
  readGradingInput(interactionId: string): Promise<GradingInput | null>;
  /** All questions are done and somebody waits for the last grades. */
  isEvaluating(sessionId: string): Promise<boolean>;
  readCvForQuestions(sessionId: string): Promise<CvForQuestions | null>;
  findSent(conversation: ConversationId, key: string): Promise<SentRef | null>;
  /** Conversations of a platform in which an interview is open, and when something last happened there. */
  readOpenConversations(
    platform: string,
  ): Promise<readonly { readonly conversation: ConversationId; readonly since: number }[]>;
  /** The platform users of an account. */
  readUsers(accountId: string): Promise<readonly PlatformUserId[]>;
  /** Of somebody, all that a page about them shows: account, open interview, quota, history, past questions. */
  readPerson(user: PlatformUserId, at: number): Promise<Loaded>;
  readQuestions(): Promise<{
    readonly questions: readonly Question[];
    readonly behavioural: readonly BehaviouralQuestion[];
  }>;
  readSeedDigest(): Promise<string | null>;
  /** Brings the shipped questions in: new ones are added, changed ones updated in place, what an admin edited is left alone. */
  applySeeds(
    digest: string,
    questions: readonly Question[],
    behavioural: readonly BehaviouralQuestion[],
  ): Promise<void>;
  /** Adds questions whose ids are new, as one import that can be undone. @returns how many were added */
  addQuestions(questions: readonly Question[], taken: QuestionImport): Promise<number>;
  recordModelCall(call: ModelCall): Promise<void>;
  /** Tokens in and out since a moment (milliseconds since 1970), of one account or, with `null`, of all. */
  countTokens(since: number, accountId: string | null): Promise<number>;
  /** Calls to language models since a moment, oldest first. */
  readModelCalls(since: number): Promise<readonly ModelCall[]>;
  /** What is due, under way or given up, by kind. */
  readJobFigures(now: number): Promise<readonly JobFigures[]>;
  /** `null` when there is no such account. */
  readPersonalData(accountId: string): Promise<PersonalData | null>;
  /** Erases what an older backup has brought back. Does nothing to a database that was not restored. */
  eraseAgain(list: readonly Erasure[], rule: QuotaRule): Promise<ErasedAgain>;
  /** Leaves nothing of what was deleted in the database's files. Rejects while others keep it from that. */
  scrub(): Promise<void>;
  /** Sees to it that the recurring clean-up is stored once. */
  ensureHousekeeping(now: number): Promise<void>;
  /** Removes expired CVs and what is remembered of events and messages from before `before`. */
  clean(now: number, before: number): Promise<void>;
  /** Waits for turns under way and closes the database. */
  close(): Promise<void>;
}
