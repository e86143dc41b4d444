import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { apply } from './apply.ts';
import { complete, enqueue } from './jobs.ts';
import { load } from './load.ts';
import { loadAccounts } from './load-accounts.ts';
import { compile } from './statement.ts';
import type { Loaded, TurnKey, WriteSet } from './store.ts';
import { first, run, type Work } from './work.ts';

const eventById = compile((db, value: { id: string }) =>
  db.selectFrom('event').select('id').where('id', '=', value.id),
);
const insertEvent = compile((db, value: { id: string; receivedAt: number }) =>
  db.insertInto('event').values({ id: value.id, received_at: value.receivedAt }),
);

/** A turn: inbox, load, decide, write set. Everything in the one transaction that runs it. */
export function* turn(
  key: TurnKey,
  decide: (loaded: Loaded) => WriteSet,
  hash: KeyedHash,
): Work<'done' | 'duplicate'> {
  if (!(yield* isNew(key))) return 'duplicate';
  const loaded = yield* load(key, hash);
  const accounts = key.accounts ? yield* loadAccounts(key.accounts, key.at, hash) : null;
  const { writes, jobs } = decide({ ...loaded, accounts });
  for (const write of writes) yield* apply(write, key.at, hash);
  yield* enqueue(jobs, key.at, key.requestId);
  return 'done';
}

function* isNew({ eventId, completes, at }: TurnKey): Work<boolean> {
  if (completes && !(yield* complete(completes, undefined, at))) return false;
  if (eventId === null) return true;
  if (yield* first(eventById, { id: eventId })) return false;
  yield* run(insertEvent, { id: eventId, receivedAt: at });
  return true;
}
