import { makeCvQuestionsOffline } from './cv/questions/offline.ts';
import type { GradingTask } from './evaluation/grade.ts';
import { gradeOffline } from './evaluation/grade-offline.ts';

const AFTER_START_MS = 500;
const BETWEEN_STEPS_MS = 50;

const ANSWER =
  'In 2023 I measured p95 with Grafana, then cached reads in Redis; it fell from 900 ms to 200 ms.';
const CV =
  'Experience\n- Moved the order service from MySQL 5.7 to PostgreSQL 15, which cut p95 from 900 ms to 200 ms.';
const common = { question: 'What did you do about it?', answer: ANSWER, locale: 'en' } as const;
const TASKS: readonly GradingTask[] = [
  { ...common, type: 'technical', exampleAnswer: 'A cache in front of the database.', keyPoints: ['cache'] },
  { ...common, type: 'behavioural', competency: 'ownership', goodAnswerShows: [], warningSign: '' },
  { ...common, type: 'cv', quote: 'Moved the order service', cvText: CV },
];

const STEPS: readonly (() => unknown)[] = [
  ...TASKS.map((task) => () => gradeOffline(task)),
  ...(['en', 'ko'] as const).map((locale) => () => makeCvQuestionsOffline(CV, 'be', locale, 1, 'warm-up')),
];

/**
 * The first grade and the first CV question of a process take many times as long as the later ones, as their patterns are compiled
 * then. That is done here beforehand, in steps with pauses between them, soon after the start; nothing waits for it.
 */
export function warmUp(steps: readonly (() => unknown)[] = STEPS): void {
  const [step, ...later] = steps;
  if (!step) return;
  setTimeout(
    () => {
      step();
      warmUp(later);
    },
    steps === STEPS ? AFTER_START_MS : BETWEEN_STEPS_MS,
  ).unref();
}
