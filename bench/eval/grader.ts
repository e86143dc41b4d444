import type { Grade, GradingTask, TechnicalTask } from '../../src/evaluation/grade.ts';
import { gradeOffline } from '../../src/evaluation/grade-offline.ts';
import { lowConfidenceScore } from '../../src/evaluation/offline/technical.ts';
import { createModelGrader } from './model-grader.ts';

/** Grades a task with the very function that grades interviews. */
export type Grader = (task: GradingTask) => Promise<Grade>;

export const GRADERS = ['offline', 'model'] as const;
export type GraderName = (typeof GRADERS)[number];

/** The one place where a grader is chosen by its name. Throws a sentence that says what to set when it is not configured. */
export const createGrader = (name: GraderName): Grader => {
  return name === 'offline' ? async (task) => gradeOffline(task) : createModelGrader();
};

/** The number that stands for a grade in a measurement: its score or, unscored, what people give on average to such overlap. */
export const numberOf = (grade: Grade, task: TechnicalTask): number =>
  grade.score ?? lowConfidenceScore(task);
