import { setPassword, updateAccount } from './account-statements.ts';
import type { AccountsWrite } from './accounts.ts';
import { dropDoubleRatings, dropOwnRatings } from './peer-ratings.ts';
import { fromAccount } from './rows.ts';
import { compile } from './statement.ts';
import { expectOne } from './version-conflict.ts';
import { first, run, type Work } from './work.ts';

type Move = { readonly from: string; readonly into: string; readonly since: number };

const passwordOf = compile((db, value: { id: string }) =>
  db.selectFrom('account').select('password_hash').where('id', '=', value.id),
);
const newestIdentity = compile((db, value: { id: string }) =>
  db
    .selectFrom('identity')
    .select(({ fn }) => fn.max('created_at').as('at'))
    .where('account_id', '=', value.id),
);
/** Whoever decides about it at the same moment sees that it has moved on; its names are free for the other one. */
const release = compile((db, value: { id: string; version: number }) =>
  db
    .updateTable('account')
    .set((build) => ({ version: build('version', '+', 1), username: null, username_key: null, email: null }))
    .where('id', '=', value.id)
    .where('version', '=', value.version),
);
const MOVES = [
  compile((db, value: Move) =>
    db
      .updateTable('identity')
      .set({ account_id: value.into, created_at: value.since })
      .where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('cv').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db
      .updateTable('session')
      .set((build) => ({ account_id: value.into, version: build('version', '+', 1) }))
      .where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('interaction').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('model_call').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('quota_grant').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('job').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('sent_message').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('peer_rating').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
  compile((db, value: Move) =>
    db.updateTable('account_alias').set({ account_id: value.into }).where('account_id', '=', value.from),
  ),
];
/** One-time codes of an account that ends lead nowhere, and go with it. */
const deleteAccount = compile((db, value: { id: string }) =>
  db.deleteFrom('account').where('id', '=', value.id),
);
const insertAlias = compile((db, value: { id: string; accountId: string; mergedAt: number }) =>
  db
    .insertInto('account_alias')
    .values({ id: value.id, account_id: value.accountId, merged_at: value.mergedAt }),
);

/**
 * Gives all that one account has to another and ends it. What is under way for it finds the new owner: turns by their
 * version, jobs that name an interview by that, and others by the alias.
 * @throws VersionConflict when either account has moved on
 */
export function* mergeAccount(
  { from, into, takesPassword }: Extract<AccountsWrite, { type: 'mergeAccount' }>,
  at: number,
): Work<void> {
  const password = takesPassword ? (yield* first(passwordOf, from))?.password_hash : null;
  expectOne(yield* run(release, from));
  expectOne(yield* run(updateAccount, { ...fromAccount(into), next_version: into.version + 1 }));
  if (password) yield* run(setPassword, { id: into.id, hash: password });
  // Later than all that were there before: who came first matters, and clocks stand still for a millisecond.
  const newest = (yield* first(newestIdentity, into))?.at ?? 0;
  const since = Math.max(at, newest + 1);
  const ids = { from: from.id, into: into.id };
  yield* dropDoubleRatings(from.id, into.id);
  for (const move of MOVES) yield* run(move, { ...ids, since });
  yield* dropOwnRatings(into.id);
  yield* run(deleteAccount, from);
  yield* run(insertAlias, { id: from.id, accountId: into.id, mergedAt: at });
}
