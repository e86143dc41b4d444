import type { BehaviouralQuestion, Question } from '../questions/question.ts';
import { raiseRevision } from './admin/revisions.ts';
import { fromBehaviouralQuestion, fromQuestion, toBehaviouralQuestion, toQuestion } from './rows.ts';
import type { BehaviouralQuestionRow, QuestionRow } from './schema.ts';
import { compile } from './statement.ts';
import { all, first, insertAll, run, type Work } from './work.ts';

const BANK = 'bank';

const activeQuestions = compile((db, _value: object) =>
  db.selectFrom('question').selectAll().where('active', '=', 1).orderBy('id'),
);
const activeBehavioural = compile((db, _value: object) =>
  db.selectFrom('behavioural_question').selectAll().where('active', '=', 1).orderBy('id'),
);
const questionIds = compile((db, _value: object) =>
  db.selectFrom('question').select(['id', 'edited_at', 'source']),
);
const behaviouralIds = compile((db, _value: object) =>
  db.selectFrom('behavioural_question').select(['id', 'edited_at']),
);
const insertQuestion = compile((db, value: QuestionRow) =>
  db.insertInto('question').values({
    id: value.id,
    position: value.position,
    topic: value.topic,
    question: value.question,
    example_answer: value.example_answer,
    difficulty: value.difficulty,
    key_points: value.key_points,
    key_points_derived: value.key_points_derived,
    question_ko: value.question_ko,
    example_answer_ko: value.example_answer_ko,
    source: value.source,
    active: 1,
    edited_at: null,
    import_id: value.import_id,
  }),
);
const updateQuestion = compile((db, value: QuestionRow) =>
  db
    .updateTable('question')
    .set({
      position: value.position,
      topic: value.topic,
      question: value.question,
      example_answer: value.example_answer,
      difficulty: value.difficulty,
      key_points: value.key_points,
      key_points_derived: value.key_points_derived,
      question_ko: value.question_ko,
      example_answer_ko: value.example_answer_ko,
      active: 1,
    })
    .where('id', '=', value.id),
);
const retireQuestion = compile((db, value: { id: string }) =>
  db.updateTable('question').set({ active: 0 }).where('id', '=', value.id),
);
const insertBehavioural = compile((db, value: BehaviouralQuestionRow) =>
  db.insertInto('behavioural_question').values({
    id: value.id,
    competency: value.competency,
    texts: value.texts,
    active: 1,
    edited_at: null,
  }),
);
const updateBehavioural = compile((db, value: BehaviouralQuestionRow) =>
  db
    .updateTable('behavioural_question')
    .set({ competency: value.competency, texts: value.texts })
    .where('id', '=', value.id),
);
const digestOf = compile((db, value: { name: string }) =>
  db.selectFrom('seed_digest').select('digest').where('name', '=', value.name),
);
const deleteDigest = compile((db, value: { name: string }) =>
  db.deleteFrom('seed_digest').where('name', '=', value.name),
);
const insertDigest = compile((db, value: { name: string; digest: string }) =>
  db.insertInto('seed_digest').values({ name: value.name, digest: value.digest }),
);

export function* readQuestions(): Work<{
  questions: readonly Question[];
  behavioural: readonly BehaviouralQuestion[];
}> {
  return {
    questions: (yield* all(activeQuestions, {})).map(toQuestion),
    behavioural: (yield* all(activeBehavioural, {})).map(toBehaviouralQuestion),
  };
}

export function* readSeedDigest(): Work<string | null> {
  return (yield* first(digestOf, { name: BANK }))?.digest ?? null;
}

/** New rows in, changed ones in place, vanished ones retired; what an admin edited stays as it is. */
export function* applySeeds(
  digest: string,
  questions: readonly Question[],
  behavioural: readonly BehaviouralQuestion[],
): Work<void> {
  const stored = new Map((yield* all(questionIds, {})).map((row) => [row.id, row]));
  yield* insertAll(
    insertQuestion,
    questions.filter(({ id }) => !stored.has(id)).map((question) => fromQuestion(question)),
  );
  for (const question of questions) {
    if (stored.get(question.id)?.edited_at === null) yield* run(updateQuestion, fromQuestion(question));
  }
  const shipped = new Set(questions.map(({ id }) => id));
  for (const row of stored.values()) {
    const vanished = row.source === 'seed' && row.edited_at === null && !shipped.has(row.id);
    if (vanished) yield* run(retireQuestion, { id: row.id });
  }
  const storedBehavioural = new Map((yield* all(behaviouralIds, {})).map((row) => [row.id, row]));
  yield* insertAll(
    insertBehavioural,
    behavioural.filter(({ id }) => !storedBehavioural.has(id)).map(fromBehaviouralQuestion),
  );
  for (const question of behavioural) {
    if (storedBehavioural.get(question.id)?.edited_at === null)
      yield* run(updateBehavioural, fromBehaviouralQuestion(question));
  }
  yield* raiseRevision('questions');
  yield* run(deleteDigest, { name: BANK });
  yield* run(insertDigest, { name: BANK, digest });
}

/** Those whose ids are new. */
export function* addQuestions(questions: readonly Question[], importId: string | null): Work<number> {
  const stored = new Set((yield* all(questionIds, {})).map(({ id }) => id));
  const fresh = questions.filter(({ id }) => !stored.has(id));
  yield* insertAll(
    insertQuestion,
    fresh.map((question) => fromQuestion(question, importId)),
  );
  if (fresh.length > 0) yield* raiseRevision('questions');
  return fresh.length;
}
