import { askedColumn } from './json.ts';
import { compile } from './statement.ts';
import { all, first, run, type Work } from './work.ts';

const ownCv = compile((db, value: { id: string; accountId: string }) =>
  db.selectFrom('cv').select('id').where('id', '=', value.id).where('account_id', '=', value.accountId),
);
// An interview that is open goes on with its CV, which goes with the next clean-up after it.
const expiredCvs = compile((db, value: { now: number }) =>
  db
    .selectFrom('cv')
    .select('id')
    .where('expires_at', '<=', value.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('session')
            .select('session.id')
            .whereRef('session.cv_id', '=', 'cv.id')
            .where('session.status', 'in', ['preparing', 'asking', 'evaluating']),
        ),
      ),
    ),
);
const questionsAsked = compile((db, value: { cvId: string }) =>
  db
    .selectFrom('interaction')
    .innerJoin('session', 'session.id', 'interaction.session_id')
    .select(['interaction.id', 'interaction.asked'])
    .where('session.cv_id', '=', value.cvId)
    .where('interaction.kind', '=', 'cv'),
);
const setAsked = compile((db, value: { id: string; asked: string }) =>
  db.updateTable('interaction').set({ asked: value.asked }).where('id', '=', value.id),
);
const deleteCv = compile((db, value: { id: string }) => db.deleteFrom('cv').where('id', '=', value.id));

/** Deletes a CV, if it belongs to the account. */
export function* forgetOwnCv(id: string, accountId: string): Work<void> {
  if (yield* first(ownCv, { id, accountId })) yield* forgetCv(id);
}

export function* forgetExpiredCvs(now: number): Work<void> {
  for (const { id } of yield* all(expiredCvs, { now })) yield* forgetCv(id);
}

/** With the questions that were not asked yet, and the passages in those that were: their own words stay in the history. */
function* forgetCv(id: string): Work<void> {
  for (const interaction of yield* all(questionsAsked, { cvId: id })) {
    const asked = { ...askedColumn.read(interaction.asked), quote: null };
    yield* run(setAsked, { id: interaction.id, asked: askedColumn.write(asked) });
  }
  yield* run(deleteCv, { id });
}
