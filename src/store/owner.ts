import type { PlatformUserId } from '../chat/message.ts';
import { compile } from './statement.ts';
import type { Identity, Person } from './store.ts';
import { all, first, type Work } from './work.ts';

const identitiesOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('identity')
    .select(['id', 'name', 'created_at'])
    .where('account_id', '=', value.accountId)
    .orderBy('created_at'),
);
const countInterviews = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('session')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('account_id', '=', value.accountId),
);

/** Who an account belongs to, and how much there is of theirs. */
export function* readOwner(accountId: string): Work<Person> {
  const interviews = yield* first(countInterviews, { accountId });
  return { identities: yield* readIdentities(accountId), interviews: interviews?.count ?? 0 };
}

export function* readIdentities(accountId: string): Work<readonly Identity[]> {
  const rows = yield* all(identitiesOfAccount, { accountId });
  return rows.map(({ id, name, created_at }) => ({ id: id as PlatformUserId, name, createdAt: created_at }));
}
