import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { AuditAction, AuditEntry, NewAuditEntry } from '../../admin/audit.ts';
import type { Listed, Page } from '../../admin/page.ts';
import type { PlaceId, PlatformUserId } from '../../chat/message.ts';
import type { AuditRow } from '../schema.ts';
import { compile } from '../statement.ts';
import { all, first, run, type Work } from '../work.ts';

const insertEntry = compile((db, value: AuditRow) =>
  db.insertInto('audit').values({
    id: value.id,
    at: value.at,
    actor: value.actor,
    actor_name: value.actor_name,
    place: value.place,
    action: value.action,
    subject: value.subject,
    detail: value.detail,
  }),
);
const newestEntries = compile((db, value: { limit: number; offset: number }) =>
  db
    .selectFrom('audit')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(sql<number>`${value.limit}`)
    .offset(sql<number>`${value.offset}`),
);
const countEntries = compile((db, _value: object) =>
  db.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('count')),
);

/** There is no other write but leaving out who was erased: what has been written down stays. */
const entriesOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where((build) =>
      build.or([
        build('subject', '=', value.accountId),
        build(
          'actor',
          'in',
          build.selectFrom('identity').select('identity.id').where('account_id', '=', value.accountId),
        ),
      ]),
    )
    .orderBy('id'),
);
const forgetSubject = compile((db, value: { accountId: string; erased: string }) =>
  db.updateTable('audit').set({ subject: value.erased, detail: null }).where('subject', '=', value.accountId),
);
const forgetActor = compile((db, value: { identity: string; erased: string }) =>
  db
    .updateTable('audit')
    .set({ actor: value.erased, actor_name: value.erased })
    .where('actor', '=', value.identity),
);

/** Stands in the audit for somebody who was erased. */
const ERASED = 'erased';

export function* insertAudit(entry: NewAuditEntry, at: number): Work<void> {
  yield* run(insertEntry, {
    id: uuidv7(),
    at,
    actor: entry.actor,
    actor_name: entry.actorName,
    place: entry.place,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
  });
}

export function* readAudit(page: Page): Work<Listed<AuditEntry>> {
  const rows = yield* all(newestEntries, page);
  const total = (yield* first(countEntries, {}))?.count ?? 0;
  return {
    total,
    rows: rows.map(toEntry),
  };
}

/** What was done to an account, and what was done by whoever it belongs to. */
export function* readAuditOfAccount(accountId: string): Work<readonly AuditEntry[]> {
  return (yield* all(entriesOfAccount, { accountId })).map(toEntry);
}

/** What was done stays written down; to whom, and by whom if that is who is erased, does not. */
export function* anonymiseAudit(accountId: string, identities: readonly string[]): Work<void> {
  yield* run(forgetSubject, { accountId, erased: ERASED });
  for (const identity of identities) yield* run(forgetActor, { identity, erased: ERASED });
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor as PlatformUserId,
    actorName: row.actor_name,
    place: row.place as PlaceId | null,
    action: row.action as AuditAction,
    subject: row.subject,
    detail: row.detail,
  };
}
