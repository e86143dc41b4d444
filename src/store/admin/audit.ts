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

/** There is no other write: what has been written down stays. */
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
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor as PlatformUserId,
      actorName: row.actor_name,
      place: row.place as PlaceId | null,
      action: row.action as AuditAction,
      subject: row.subject,
      detail: row.detail,
    })),
  };
}
