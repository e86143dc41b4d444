import { BEHAVIOURAL_ASPECTS, CV_ASPECTS } from '../../src/evaluation/grade.ts';
import type { RecordedRequest, ScriptedReply } from './scripted-model.ts';

const REMARKS = {
  addressesGrader: false,
  advice: ['Name the trade-off.'],
  improvedAnswer: 'A better answer.',
  followUp: null,
};

/** What a well-behaved model replies to each kind of request: every point met and every scale at 4, quoting the answer's beginning. */
export function goodReply({ purpose, user }: RecordedRequest): ScriptedReply {
  const data = JSON.parse(user) as { answer?: string; points?: readonly unknown[]; cv?: string };
  const quote = (data.answer ?? '').slice(0, 20);
  const scales = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, { quote, score: 4 }]));
  switch (purpose) {
    case 'grade_technical': {
      const points = (data.points ?? []).map((_, index) => ({ number: index + 1, quote, verdict: 'met' }));
      return { value: { points, extra: null, ...REMARKS } };
    }
    case 'grade_behavioural':
      return { value: { aspects: scales(BEHAVIOURAL_ASPECTS), ...REMARKS } };
    case 'grade_cv':
      return { value: { aspects: scales(CV_ASPECTS), ...REMARKS } };
    case 'cv_questions': {
      const lines = (data.cv ?? '').split('\n').filter((line) => line.length > 60);
      const questions = lines.slice(0, 5).map((line, index) => ({
        quote: line.slice(0, 60),
        question: `Model question ${index + 1}: what was hardest here?`,
      }));
      return { value: { questions } };
    }
    case 'test':
      return { value: { ready: true } };
    default:
      return purpose satisfies never;
  }
}
