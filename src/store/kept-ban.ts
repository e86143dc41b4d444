import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { compile } from './statement.ts';
import { first, run, type Work } from './work.ts';

const banOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('account').select('banned_at').where('id', '=', value.accountId),
);
const keptBan = compile((db, value: { hash: string }) =>
  db.selectFrom('kept_ban').select('banned_at').where('identity_hash', '=', value.hash),
);
const insertBan = compile((db, value: { hash: string; bannedAt: number }) =>
  db.insertInto('kept_ban').values({ identity_hash: value.hash, banned_at: value.bannedAt }),
);
const deleteBan = compile((db, value: { hash: string }) =>
  db.deleteFrom('kept_ban').where('identity_hash', '=', value.hash),
);

/** An account that is erased leaves its ban to its identities: erasing is no way around it. */
export function* keepBan(accountId: string, identities: readonly string[], hash: KeyedHash): Work<void> {
  const bannedAt = (yield* first(banOfAccount, { accountId }))?.banned_at ?? null;
  if (bannedAt === null) return;
  for (const identity of identities) {
    yield* takeBackBan(identity, hash);
    yield* run(insertBan, { hash: hash('ban', identity), bannedAt });
  }
}

/** Since when somebody without an account is banned; `null` when they are not. */
export function* readKeptBan(identity: string, hash: KeyedHash): Work<number | null> {
  return (yield* first(keptBan, { hash: hash('ban', identity) }))?.banned_at ?? null;
}

/** From now on their account says so. */
export function* takeBackBan(identity: string, hash: KeyedHash): Work<void> {
  yield* run(deleteBan, { hash: hash('ban', identity) });
}
