import { describe, expect, it } from 'vitest';
import type { GradingTask } from '../../src/evaluation/grade.ts';
import { gradeOffline } from '../../src/evaluation/grade-offline.ts';

const LENGTH = 12_000;
const common = { question: 'Why cache?', locale: 'en' as const };
const tasks = (answer: string): readonly GradingTask[] => [
  {
    ...common,
    type: 'technical',
    exampleAnswer: 'It avoids slow reads of the database.',
    keyPoints: [],
    answer,
  },
  { ...common, type: 'behavioural', competency: 'teamwork', goodAnswerShows: [], warningSign: '', answer },
  { ...common, type: 'cv', quote: 'Added a cache', cvText: 'Added a cache', answer },
];

/** A pattern that backtracks holds the event loop for minutes; this is no benchmark, only far from that. */
describe('an answer made to be slow to read', () => {
  it.each([' ', '\n', '.', '-', '!', 'a', 'log ', '( ', '"', '가', ' .', '1.2', '다.', '지시this', '> '])(
    'of many %j is graded at once',
    (piece) => {
      const answer = `I cached it${piece.repeat(LENGTH / piece.length)}x`;
      for (const task of tasks(answer)) {
        const before = performance.now();
        gradeOffline(task);
        expect(performance.now() - before).toBeLessThan(3_000);
      }
    },
  );
});
