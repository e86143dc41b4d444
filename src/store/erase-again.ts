import type { Erasure } from '../accounts/erasure.ts';
import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { type QuotaRule, ruleFor, usualOnes } from '../accounts/quota.ts';
import type { PlatformUserId } from '../chat/message.ts';
import { eraseAccount, isErased, keyName, rememberErasure } from './erase.ts';
import { keepSpentQuota, readQuotaOfAccount } from './quota.ts';
import { compile } from './statement.ts';
import type { ErasedAgain } from './store.ts';
import { all, run, type Work } from './work.ts';

const allAccounts = compile((db, _value: object) => db.selectFrom('account').select(['id', 'session_quota']));
const allIdentities = compile((db, _value: object) =>
  db.selectFrom('identity').select(['id', 'account_id', 'created_at']),
);
const deleteIdentity = compile((db, value: { id: string }) =>
  db.deleteFrom('identity').where('id', '=', value.id),
);

/**
 * Carries out what was erased after the backup was made that this database was restored from. An account goes if it was
 * erased itself, or if everybody it belonged to was; from others only the identities are taken that were erased elsewhere.
 * Somebody who has come back since is not erased again.
 */
export function* eraseAgain(
  list: readonly Erasure[],
  rule: QuotaRule,
  now: number,
  hash: KeyedHash,
): Work<ErasedAgain> {
  const missing: Erasure[] = [];
  for (const erasure of list) if (!(yield* isErased(erasure.id))) missing.push(erasure);
  const erased = { accounts: 0, identities: 0, unreadable: 0 };
  if (missing.length === 0) return erased;

  const identities = yield* all(allIdentities, {});
  const isOlder = (at: number) => identities.some(({ created_at }) => created_at <= at);
  const isReadable = ({ key }: Erasure) => key === keyName(hash);
  erased.unreadable = missing.filter((erasure) => !isReadable(erasure) && isOlder(erasure.at)).length;
  const readable = missing.filter(isReadable);
  const wasErased = recogniserOf(readable, hash);
  const identitiesOf = Map.groupBy(identities, ({ account_id }) => account_id);
  for (const { id, session_quota } of yield* all(allAccounts, {})) {
    const own = identitiesOf.get(id) ?? [];
    const gone = own.filter(wasErased.identity);
    const isGone = wasErased.account(id) || (gone.length > 0 && gone.length === own.length);
    if (!isGone && gone.length === 0) continue;
    const leaving = (isGone ? own : gone).map((identity) => identity.id as PlatformUserId);
    yield* keepUsed(id, leaving, ruleFor({ sessionQuota: session_quota }, rule), now, hash);
    if (isGone) yield* eraseAccount(id, now, hash);
    else for (const identity of leaving) yield* run(deleteIdentity, { id: identity });
    erased.accounts += isGone ? 1 : 0;
    erased.identities += isGone ? 0 : leaving.length;
  }
  for (const { id, at } of readable) yield* rememberErasure(id, at);
  return erased;
}

function recogniserOf(erasures: readonly Erasure[], hash: KeyedHash) {
  const accounts = new Set(erasures.flatMap((erasure) => erasure.accounts));
  const identities = new Map(
    erasures.flatMap((erasure) => erasure.identities.map((id) => [id, erasure.at] as const)),
  );
  return {
    account: (id: string) => accounts.has(hash('erasure', id)),
    identity: ({ id, created_at }: { id: string; created_at: number }) =>
      created_at <= (identities.get(hash('erasure', id)) ?? -1),
  };
}

function* keepUsed(
  accountId: string,
  leaving: readonly PlatformUserId[],
  rule: QuotaRule,
  now: number,
  hash: KeyedHash,
): Work<void> {
  const ledger = yield* readQuotaOfAccount(accountId, now, hash);
  yield* keepSpentQuota(leaving, usualOnes(rule, ledger, now), ledger.givenBackToday, hash);
}
