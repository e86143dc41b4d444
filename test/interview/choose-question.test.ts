import { describe, expect, it } from 'vitest';
import {
  chooseBehavioural,
  chooseTechnical,
  type PastQuestion,
} from '../../src/interview/choose-question.ts';
import { createCatalogue } from '../../src/questions/catalogue.ts';
import { material, QUESTIONS } from './helpers.ts';

const { catalogue } = material();
const anyTopic = { position: 'be', topic: null } as const;
const seeds = Array.from({ length: 400 }, (_, index) => `seed-${index}`);
const seen = (questionId: string, topic: string, score: number | null = null): PastQuestion => ({
  questionId,
  topic,
  score,
});

describe('choosing a technical question', () => {
  it('never repeats one before the pool is used up, and then begins again', () => {
    const past: PastQuestion[] = [];
    for (let round = 1; round <= 2; round++) {
      for (let index = 0; index < QUESTIONS.length; index++) {
        const chosen = chooseTechnical(catalogue, anyTopic, past, `${round}-${index}`)!;
        past.push(seen(chosen.id, chosen.topic));
      }
      const times = QUESTIONS.map(({ id }) => past.filter(({ questionId }) => questionId === id).length);
      expect(times).toEqual(QUESTIONS.map(() => round));
    }
  });

  it('keeps to a wanted topic', () => {
    const topics = seeds.map(
      (seed) => chooseTechnical(catalogue, { position: 'be', topic: 'caching' }, [], seed)?.topic,
    );
    expect(new Set(topics)).toEqual(new Set(['caching']));
  });

  it('has none for a position without questions', () => {
    expect(chooseTechnical(catalogue, { position: 'fe', topic: null }, [], 'seed')).toBeNull();
  });

  it('asks more of a topic in which the candidate was weak', () => {
    const past = [seen('other', 'caching', 1), seen('another', 'observability', 5)];
    const count = (topic: string) =>
      seeds.filter((seed) => chooseTechnical(catalogue, anyTopic, past, seed)?.topic === topic).length;
    expect(count('caching')).toBeGreaterThan(1.4 * count('observability'));
  });

  it('follows the weights of the taxonomy', () => {
    const weighted = createCatalogue(QUESTIONS, [], {
      ai: {},
      be: {
        caching: { weight: 0.8, subtopics: [] },
        observability: { weight: 0.1, subtopics: [] },
        'rest-api-design': { weight: 0.1, subtopics: [] },
      },
      fe: {},
      mobile: {},
    });
    const caching = seeds.filter(
      (seed) => chooseTechnical(weighted, anyTopic, [], seed)?.topic === 'caching',
    ).length;
    expect(caching / seeds.length).toBeGreaterThan(0.7);
    expect(caching / seeds.length).toBeLessThan(0.9);
  });
});

describe('choosing a behavioural question', () => {
  it('prefers a competency that this interview has not asked about', () => {
    const chosen = seeds.map(
      (seed) => chooseBehavioural(catalogue, [], ['teamwork', 'ownership'], seed)?.competency,
    );
    expect(new Set(chosen)).toEqual(new Set(['initiative']));
  });
});
