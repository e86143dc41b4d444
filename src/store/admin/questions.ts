import { sql } from 'kysely';
import type { Listed, Page } from '../../admin/page.ts';
import type { BankEntry, QuestionFigures, QuestionSummary } from '../../admin/question.ts';
import type { Position } from '../../questions/question.ts';
import { toBehaviouralQuestion, toQuestion } from '../rows.ts';
import { compile } from '../statement.ts';
import { all, first, run, type Work } from '../work.ts';
import { containing, isLike } from './matching.ts';
import { raiseRevision } from './revisions.ts';

const technicalAlike = compile((db, value: { pattern: string; limit: number; offset: number }) =>
  db
    .selectFrom('question')
    .select(['id', 'position', 'topic', 'question', 'active'])
    .where(({ or }) =>
      or([
        isLike('question.id', value.pattern),
        isLike('question.topic', value.pattern),
        isLike('question.question', value.pattern),
      ]),
    )
    .orderBy('id')
    .limit(sql<number>`${value.limit}`)
    .offset(sql<number>`${value.offset}`),
);
const countTechnical = compile((db, value: { pattern: string }) =>
  db
    .selectFrom('question')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ or }) =>
      or([
        isLike('question.id', value.pattern),
        isLike('question.topic', value.pattern),
        isLike('question.question', value.pattern),
      ]),
    ),
);
const allBehavioural = compile((db, _value: object) =>
  db.selectFrom('behavioural_question').selectAll().orderBy('id'),
);
const technicalById = compile((db, value: { id: string }) =>
  db.selectFrom('question').selectAll().where('id', '=', value.id),
);
const behaviouralById = compile((db, value: { id: string }) =>
  db.selectFrom('behavioural_question').selectAll().where('id', '=', value.id),
);
const knownQuestions = compile((db, _value: object) => db.selectFrom('question').select(['id', 'question']));
const figuresAfter = compile((db, value: { after: string; limit: number }) =>
  db
    .selectFrom('interaction')
    .select('question_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('asked'),
      fn.count<number>('score').as('scored'),
      fn.avg<number | null>('score').as('mean'),
      fn.count<number>('disputed_at').as('disputed'),
    ])
    .where('question_id', '>', value.after)
    .where('kind', '<>', 'cv')
    .groupBy('question_id')
    .orderBy('question_id')
    .limit(sql<number>`${value.limit}`),
);
const figuresOfOne = compile((db, value: { questionId: string }) =>
  db
    .selectFrom('interaction')
    .select(({ fn }) => [
      fn.countAll<number>().as('asked'),
      fn.count<number>('score').as('scored'),
      fn.avg<number | null>('score').as('mean'),
      fn.count<number>('disputed_at').as('disputed'),
    ])
    .where('question_id', '=', value.questionId),
);

/**
 * `edited_at` is what keeps the shipped files from changing a row. A question that an admin disabled and enables again is
 * theirs no longer; one that the files have left out, and that is wanted all the same, stays against them.
 */
const disableTechnical = compile((db, value: { id: string; at: number }) =>
  db.updateTable('question').set({ active: 0, edited_at: value.at }).where('id', '=', value.id),
);
const enableTechnical = compile((db, value: { id: string; at: number }) =>
  db
    .updateTable('question')
    .set({
      active: 1,
      edited_at: sql<number | null>`case when edited_at is null then ${value.at} else null end`,
    })
    .where('id', '=', value.id)
    .where('active', '=', 0),
);
const disableBehavioural = compile((db, value: { id: string; at: number }) =>
  db.updateTable('behavioural_question').set({ active: 0, edited_at: value.at }).where('id', '=', value.id),
);
const enableBehavioural = compile((db, value: { id: string; at: number }) =>
  db
    .updateTable('behavioural_question')
    .set({
      active: 1,
      edited_at: sql<number | null>`case when edited_at is null then ${value.at} else null end`,
    })
    .where('id', '=', value.id)
    .where('active', '=', 0),
);

/** Technical questions first; words are looked for in ids, topics and texts. */
export function* searchQuestions(words: string, { limit, offset }: Page): Work<Listed<QuestionSummary>> {
  const pattern = containing(words);
  const technical = (yield* first(countTechnical, { pattern }))?.count ?? 0;
  const rows = (yield* all(technicalAlike, { pattern, limit, offset })).map((row) => ({
    ...row,
    position: row.position as Position,
    active: row.active === 1,
  }));
  const behavioural = yield* behaviouralWith(words.toLowerCase());
  const from = Math.max(0, offset - technical);
  return {
    rows: [...rows, ...behavioural.slice(from, from + limit - rows.length)],
    total: technical + behavioural.length,
  };
}

/** There are some dozens, whose texts are stored together as JSON. */
function* behaviouralWith(words: string): Work<readonly QuestionSummary[]> {
  const rows = yield* all(allBehavioural, {});
  return rows.flatMap((row) => {
    const { id, competency, question } = toBehaviouralQuestion(row);
    const isMeant = [id, competency, question.en, question.ko].some((text) =>
      text.toLowerCase().includes(words),
    );
    return isMeant
      ? [{ id, position: null, topic: competency, question: question.en, active: row.active === 1 }]
      : [];
  });
}

export function* readBankEntry(id: string): Work<BankEntry | null> {
  const technical = yield* first(technicalById, { id });
  if (technical) {
    const { active, import_id: importId } = technical;
    return { kind: 'technical', question: toQuestion(technical), active: active === 1, importId };
  }
  const behavioural = yield* first(behaviouralById, { id });
  if (!behavioural) return null;
  return {
    kind: 'behavioural',
    question: toBehaviouralQuestion(behavioural),
    active: behavioural.active === 1,
  };
}

/** All technical questions, those that are disabled as well: what an import must not repeat. */
export function* readKnownQuestions(): Work<readonly { readonly id: string; readonly question: string }[]> {
  return yield* all(knownQuestions, {});
}

/** Of the next questions in the order of their ids, after that one. */
export function* readQuestionFigures(after: string, limit: number): Work<readonly QuestionFigures[]> {
  const rows = yield* all(figuresAfter, { after, limit });
  return rows.map(({ question_id: questionId, ...figures }) => ({ questionId, ...figures }));
}

export function* readFiguresOf(questionId: string): Work<QuestionFigures> {
  const row = yield* first(figuresOfOne, { questionId });
  return {
    questionId,
    asked: row?.asked ?? 0,
    scored: row?.scored ?? 0,
    mean: row?.mean ?? null,
    disputed: row?.disputed ?? 0,
  };
}

export function* setQuestionActive(id: string, active: boolean, at: number): Work<void> {
  yield* run(active ? enableTechnical : disableTechnical, { id, at });
  yield* run(active ? enableBehavioural : disableBehavioural, { id, at });
  yield* raiseRevision('questions');
}
