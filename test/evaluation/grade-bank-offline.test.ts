import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { TechnicalTask } from '../../src/evaluation/grade.ts';
import { gradeOffline } from '../../src/evaluation/grade-offline.ts';
import { shareOfPoints } from '../../src/evaluation/score.ts';
import { PARAPHRASES } from './paraphrases.ts';

type Row = { id: string; question: string; topic: string; example_answer: string; key_points: string };

const ROWS = ['be/caching', 'ai/retrieval-augmented-generation'].flatMap((file) =>
  parse<Row>(readFileSync(new URL(`../../seeds/questions/${file}.csv`, import.meta.url), 'utf8'), {
    columns: true,
    bom: true,
  }),
);

const taskOf = (row: Row, answer: string): TechnicalTask => ({
  type: 'technical',
  question: row.question,
  exampleAnswer: row.example_answer,
  keyPoints: row.key_points.split(/\s*\|\s*/),
  answer,
  locale: 'en',
});

const rowOf = (id: string): Row => {
  const row = ROWS.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`The bank has no question ${id}.`);
  return row;
};

describe('the offline grade with the bank’s own key points', () => {
  it.each(ROWS.map((row) => [row.id, row] as const))(
    'gives the example answer of %s nearly everything',
    (_id, row) => {
      expect(gradeOffline(taskOf(row, row.example_answer)).score).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('sees under a third of the points in answers to other questions of the topic, nearly always', () => {
    const shares = ROWS.flatMap((row) =>
      ROWS.filter((other) => other !== row && other.topic === row.topic).map((other) =>
        shareOfPoints(gradeOffline(taskOf(row, other.example_answer)).points),
      ),
    );
    expect(shares.filter((share) => share >= 1 / 3).length / shares.length).toBeLessThan(0.1);
  });

  const answers = (quality: 'good' | 'rough' | 'wrong') =>
    PARAPHRASES.filter((paraphrase) => paraphrase.quality === quality).map(
      ({ id, answer }) => [id, answer] as const,
    );

  it.each(answers('good'))('sees most of %s in an answer in other words', (id, answer) => {
    expect(gradeOffline(taskOf(rowOf(id), answer)).score).toBeGreaterThanOrEqual(3);
  });

  it.each(answers('rough'))('gives some credit for %s known roughly', (id, answer) => {
    const { score } = gradeOffline(taskOf(rowOf(id), answer));
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThan(3);
  });

  it.each(answers('wrong'))('gives nothing for a wrong answer to %s', (id, answer) => {
    expect(gradeOffline(taskOf(rowOf(id), answer)).score ?? 0).toBeLessThan(1);
  });
});
