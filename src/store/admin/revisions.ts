import { compile } from '../statement.ts';
import { all, run, type Work } from '../work.ts';

/** What every process keeps in memory, each with how often it has changed. */
export type Revisions = { readonly settings: number; readonly questions: number };

const everything = compile((db, _value: object) => db.selectFrom('revision').select(['name', 'version']));
const raise = compile((db, value: { name: string }) =>
  db
    .updateTable('revision')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('name', '=', value.name),
);
const begin = compile((db, value: { name: string }) =>
  db.insertInto('revision').values({ name: value.name, version: 1 }),
);

export function* readRevisions(): Work<Revisions> {
  const versions = new Map((yield* all(everything, {})).map(({ name, version }) => [name, version]));
  return { settings: versions.get('settings') ?? 0, questions: versions.get('questions') ?? 0 };
}

/** Said in the transaction that makes the change. */
export function* raiseRevision(name: keyof Revisions): Work<void> {
  if ((yield* run(raise, { name })) === 0) yield* run(begin, { name });
}
