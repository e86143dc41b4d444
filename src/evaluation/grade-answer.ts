import type { LanguageModel } from '../model/language-model.ts';
import { screenAnswer } from './gates.ts';
import type { Grade, GradingTask } from './grade.ts';
import { gradeOffline } from './grade-offline.ts';
import { gradeWithModel } from './model-grader.ts';

/**
 * Grades an answer, in interviews and in measurements alike: gates first, which cost nothing, then the model, or the offline
 * grader where there is none. Rejects with `ModelError`.
 */
export async function gradeAnswer(
  task: GradingTask,
  model: LanguageModel | null,
  signal: AbortSignal,
): Promise<Grade> {
  if (model === null || screenAnswer(task).gate !== null) return gradeOffline(task);
  return gradeWithModel(model, task, signal);
}
