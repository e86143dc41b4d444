import type { MessageId } from '../../src/chat/message.ts';
import type { Grade } from '../../src/evaluation/grade.ts';
import type { InterviewEffect, InterviewEvent, Step } from '../../src/interview/events.ts';
import type { Material } from '../../src/interview/next-question.ts';
import type { Interview } from '../../src/interview/state.ts';
import { transition } from '../../src/interview/transition.ts';
import { createCatalogue } from '../../src/questions/catalogue.ts';
import type { BehaviouralQuestion, Question } from '../../src/questions/question.ts';
import { aQuestion, aSession } from '../fakes/builders.ts';

export const NOW = 1_800_000_000_000;

export const QUESTIONS: readonly Question[] = ['caching', 'observability', 'rest-api-design'].flatMap(
  (topic) =>
    [1, 2].map((number) =>
      aQuestion({ id: `be-${topic}-00${number}`, topic, question: `${topic} ${number}?` }),
    ),
);
const BEHAVIOURAL: readonly BehaviouralQuestion[] = ['teamwork', 'ownership', 'initiative'].map(
  (competency) => ({
    id: `behavioural-${competency}-01`,
    competency,
    question: { en: `About ${competency}?`, ko: `${competency}에 대해?` },
    goodAnswerShows: { en: ['names it'], ko: ['말한다'] },
    warningSign: { en: 'vague', ko: '모호함' },
  }),
);

export function material(overrides: Partial<Material> = {}): Material {
  return {
    catalogue: createCatalogue(QUESTIONS, BEHAVIOURAL, { ai: {}, be: {}, fe: {}, mobile: {} }),
    past: [],
    cvQuestions: [
      { id: 'cv-question-1', question: 'Why did you choose Kafka?', quote: 'Moved to Kafka', locale: 'en' },
    ],
    cvText: null,
    askedAboutCv: [],
    locale: 'en',
    ...overrides,
  };
}

export function grade(overrides: Partial<Grade> = {}): Grade {
  return {
    score: 4,
    estimate: false,
    estimateReason: null,
    gate: null,
    unscored: null,
    instructsGrader: false,
    points: [],
    extra: null,
    aspects: [],
    advice: [],
    improvedAnswer: null,
    followUp: null,
    secondOpinion: null,
    source: { grader: 'model', provider: 'Example', model: 'm', version: 'technical-1', latencyMs: 10 },
    ...overrides,
  };
}

export function messageId(id: string): MessageId {
  return id as MessageId;
}

/** An interview that one event after another happens to, with all effects so far. */
export function play(
  start: Interview = { session: aSession(), interactions: [] },
  given: Material = material(),
) {
  let interview = start;
  const effects: InterviewEffect[] = [];
  return {
    effects,
    get interview() {
      return interview;
    },
    happen(event: InterviewEvent): readonly InterviewEffect[] {
      const step: Step = transition(interview, event, given);
      interview = step[0];
      effects.push(...step[1]);
      return step[1];
    },
    /** With CV and position, the first question open. */
    begin() {
      this.happen({ type: 'cvChosen', cvId: 'cv-1', at: NOW });
      return this.happen({ type: 'positionChosen', position: 'be', topic: null, format: null, at: NOW });
    },
    answer(text: string, final = true, id = text) {
      return this.happen({ type: 'answered', messageId: messageId(id), text, final, at: NOW });
    },
  };
}

export function typesOf(effects: readonly InterviewEffect[]): readonly string[] {
  return effects.map((effect) => (effect.type === 'tell' ? `tell ${effect.notice}` : effect.type));
}
