import type { Identity } from '../accounts/identity.ts';
import type { ConversationId, PlatformUserId } from '../chat/message.ts';
import { compile } from './statement.ts';
import type { Person } from './store.ts';
import { all, first, type Work } from './work.ts';

const identitiesOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('identity')
    .select(['id', 'name', 'conversation', 'created_at'])
    .where('account_id', '=', value.accountId)
    .orderBy('created_at')
    .orderBy('id'),
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

/** Those that came first before the others. */
export function* readIdentities(accountId: string): Work<readonly Identity[]> {
  const rows = yield* all(identitiesOfAccount, { accountId });
  return rows.map((row) => ({
    id: row.id as PlatformUserId,
    name: row.name,
    conversation: row.conversation as ConversationId | null,
    since: row.created_at,
  }));
}
