import { sql } from 'kysely';
import type { NewAuditEntry } from '../../admin/audit.ts';
import type { Listed, Page } from '../../admin/page.ts';
import type { QuestionImport } from '../../admin/question.ts';
import type { PlatformUserId } from '../../chat/message.ts';
import type { Question } from '../../questions/question.ts';
import { addQuestions } from '../questions.ts';
import type { QuestionImportRow } from '../schema.ts';
import { compile } from '../statement.ts';
import { all, first, run, type Work } from '../work.ts';
import { insertAudit } from './audit.ts';
import { raiseRevision } from './revisions.ts';

const insertImport = compile((db, value: QuestionImportRow) =>
  db.insertInto('question_import').values({
    id: value.id,
    file_name: value.file_name,
    imported_by: value.imported_by,
    questions: value.questions,
    status: value.status,
    at: value.at,
    payload: value.payload,
  }),
);
const importById = compile((db, value: { id: string }) =>
  db.selectFrom('question_import').selectAll().where('id', '=', value.id),
);
const newestImports = compile((db, value: { limit: number; offset: number }) =>
  db
    .selectFrom('question_import')
    .select(['id', 'file_name', 'imported_by', 'questions', 'status', 'at'])
    .where('status', '<>', 'previewed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql<number>`${value.limit}`)
    .offset(sql<number>`${value.offset}`),
);
const countImports = compile((db, _value: object) =>
  db
    .selectFrom('question_import')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '<>', 'previewed'),
);
const changeImport = compile((db, value: { id: string; status: string; at: number }) =>
  db
    .updateTable('question_import')
    .set({ status: value.status, at: value.at, payload: null })
    .where('id', '=', value.id),
);
const deleteUnasked = compile((db, value: { importId: string }) =>
  db
    .deleteFrom('question')
    .where('import_id', '=', value.importId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('interaction')
            .select('interaction.id')
            .whereRef('interaction.question_id', '=', 'question.id'),
        ),
      ),
    ),
);
const disableRest = compile((db, value: { importId: string; at: number }) =>
  db.updateTable('question').set({ active: 0, edited_at: value.at }).where('import_id', '=', value.importId),
);
const countOfImport = compile((db, value: { importId: string }) =>
  db
    .selectFrom('question')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('import_id', '=', value.importId),
);
const countAsked = compile((db, value: { importId: string }) =>
  db
    .selectFrom('question')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('import_id', '=', value.importId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('interaction')
          .select('interaction.id')
          .whereRef('interaction.question_id', '=', 'question.id'),
      ),
    ),
);
const deleteForgotten = compile((db, value: { before: number }) =>
  db.deleteFrom('question_import').where('status', '=', 'previewed').where('at', '<', value.before),
);

/** Keeps what was read of a file until somebody confirms; `payload` is the questions as JSON. */
export function* keepImport(wanted: QuestionImport, payload: string | null): Work<void> {
  yield* run(insertImport, {
    id: wanted.id,
    file_name: wanted.fileName,
    imported_by: wanted.importedBy,
    questions: wanted.questions,
    status: wanted.status,
    at: wanted.at,
    payload,
  });
}

/** An import that nobody has to confirm. @returns how many questions were new */
export function* takeAtOnce(questions: readonly Question[], taken: QuestionImport): Work<number> {
  const { id, importedBy, fileName, at } = taken;
  yield* keepImport(taken, null);
  const added = yield* addQuestions(questions, id);
  const entry: NewAuditEntry = {
    actor: importedBy,
    actorName: importedBy,
    place: null,
    action: 'questions.import',
    subject: id,
    detail: `${added} · ${fileName}`,
  };
  yield* insertAudit(entry, at);
  return added;
}

/** Adds the questions of a previewed import; of one that is not, nothing. */
export function* takeImport(id: string, at: number): Work<void> {
  const row = yield* first(importById, { id });
  if (row?.status !== 'previewed' || row.payload === null) return;
  // Only `keepImport` writes payloads, from typed questions.
  yield* addQuestions(JSON.parse(row.payload) as readonly Question[], id);
  yield* run(changeImport, { id, status: 'taken', at });
}

/** What was asked stays in the interviews it was asked in, so it is disabled; the rest is deleted. */
export function* undoImport(id: string, at: number): Work<void> {
  yield* run(deleteUnasked, { importId: id });
  yield* run(disableRest, { importId: id, at });
  yield* run(changeImport, { id, status: 'undone', at });
  yield* raiseRevision('questions');
}

export function* readImport(id: string): Work<QuestionImport | null> {
  const row = yield* first(importById, { id });
  return row ? toImport(row) : null;
}

export function* readImports(page: Page): Work<Listed<QuestionImport>> {
  const rows = yield* all(newestImports, page);
  return { rows: rows.map(toImport), total: (yield* first(countImports, {}))?.count ?? 0 };
}

/** How many questions of an import there are, and how many of them were asked. */
export function* countImported(importId: string): Work<{ readonly all: number; readonly asked: number }> {
  return {
    all: (yield* first(countOfImport, { importId }))?.count ?? 0,
    asked: (yield* first(countAsked, { importId }))?.count ?? 0,
  };
}

/** Previews that nobody confirmed. */
export function* forgetPreviews(before: number): Work<void> {
  yield* run(deleteForgotten, { before });
}

function toImport(row: Omit<QuestionImportRow, 'payload'>): QuestionImport {
  return {
    id: row.id,
    fileName: row.file_name,
    importedBy: row.imported_by as PlatformUserId,
    questions: row.questions,
    status: row.status as QuestionImport['status'],
    at: row.at,
  };
}
