import type { Erasure } from '../accounts/erasure.ts';
import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { anonymiseAudit } from './admin/audit.ts';
import { enqueue } from './jobs.ts';
import { keepBan } from './kept-ban.ts';
import { compile } from './statement.ts';
import { all, first, run, type Work } from './work.ts';

/**
 * Tables whose rows belong to an account, by `account_id`; in the order in which they can be deleted. A table that is added
 * belongs here, or to those that are kept without the account (`test/store/erase-sqlite.test.ts` finds it).
 */
const OWNED = ['peer_rating', 'interaction', 'session', 'cv', 'quota_grant', 'identity'] as const;

const deletions = OWNED.map((table) =>
  compile((db, value: { accountId: string }) =>
    db.deleteFrom(table).where('account_id', '=', value.accountId),
  ),
);
const deleteCvQuestions = compile((db, value: { accountId: string }) =>
  db
    .deleteFrom('cv_question')
    .where('cv_id', 'in', (build) =>
      build.selectFrom('cv').select('cv.id').where('account_id', '=', value.accountId),
    ),
);
const deleteRatings = compile((db, value: { accountId: string }) =>
  db
    .deleteFrom('peer_rating')
    .where('interaction_id', 'in', (build) =>
      build.selectFrom('interaction').select('interaction.id').where('account_id', '=', value.accountId),
    ),
);
const deleteAccount = compile((db, value: { accountId: string }) =>
  db.deleteFrom('account').where('id', '=', value.accountId),
);
const identitiesOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('identity').select('id').where('account_id', '=', value.accountId),
);
// Read first and deleted by key, so that a database which locks what it looks at does not lock everybody's.
const jobsOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('job').select('id').where('account_id', '=', value.accountId),
);
const deleteJob = compile((db, value: { id: string }) => db.deleteFrom('job').where('id', '=', value.id));
const sentToAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('sent_message')
    .select(['conversation', 'message_key'])
    .where('account_id', '=', value.accountId),
);
const deleteSent = compile((db, value: { conversation: string; message_key: string }) =>
  db
    .deleteFrom('sent_message')
    .where('conversation', '=', value.conversation)
    .where('message_key', '=', value.message_key),
);
const anonymiseModelCalls = compile((db, value: { accountId: string }) =>
  db.updateTable('model_call').set({ account_id: null }).where('account_id', '=', value.accountId),
);
const anonymiseGrants = compile((db, value: { identity: string }) =>
  db.updateTable('quota_grant').set({ granted_by: '' }).where('granted_by', '=', value.identity),
);
const anonymiseImports = compile((db, value: { identity: string }) =>
  db.updateTable('question_import').set({ imported_by: '' }).where('imported_by', '=', value.identity),
);
const erasureById = compile((db, value: { id: string }) =>
  db.selectFrom('erasure').select('id').where('id', '=', value.id),
);
const insertErasure = compile((db, value: { id: string; erased_at: number }) =>
  db.insertInto('erasure').values({ id: value.id, erased_at: value.erased_at }),
);

/**
 * Deletes an account with all that belongs to it, work in progress too: whoever does a job of it finds that it is no longer
 * theirs. What is kept is without the account. Stores the work that follows: the entry in the list of erasures, and what the
 * database has to do so that nothing can be read from its files any more.
 */
export function* eraseAccount(accountId: string, at: number, hash: KeyedHash): Work<void> {
  const identities = yield* all(identitiesOfAccount, { accountId });
  const erasure: Erasure = {
    id: hash('erasure', accountId).slice(0, 32),
    at,
    key: keyName(hash),
    accounts: [hash('erasure', accountId)],
    identities: identities.map(({ id }) => hash('erasure', id)),
  };
  for (const { id } of yield* all(jobsOfAccount, { accountId })) yield* run(deleteJob, { id });
  for (const sent of yield* all(sentToAccount, { accountId })) yield* run(deleteSent, sent);
  for (const { id: identity } of identities) {
    yield* run(anonymiseGrants, { identity });
    yield* run(anonymiseImports, { identity });
  }
  yield* keepBan(
    accountId,
    identities.map(({ id }) => id),
    hash,
  );
  yield* anonymiseAudit(
    accountId,
    identities.map(({ id }) => id),
  );
  yield* run(anonymiseModelCalls, { accountId });
  yield* run(deleteRatings, { accountId });
  yield* run(deleteCvQuestions, { accountId });
  for (const deletion of deletions) yield* run(deletion, { accountId });
  yield* run(deleteAccount, { accountId });
  yield* rememberErasure(erasure.id, at);
  yield* enqueue([{ spec: { kind: 'finish_erasure', erasure }, runAt: at }], at);
}

/** Which key hashes are made with, told without telling the key. */
export function keyName(hash: KeyedHash): string {
  return hash('key', '').slice(0, 8);
}

export function* rememberErasure(id: string, at: number): Work<void> {
  if (!(yield* isErased(id))) yield* run(insertErasure, { id, erased_at: at });
}

/** Whether this database has carried out an erasure, or was restored from a backup that is older. */
export function* isErased(id: string): Work<boolean> {
  return (yield* first(erasureById, { id })) !== undefined;
}
