import { expect, it } from 'vitest';
import { withParticle } from '../../../src/cv/questions/particle.ts';

it.each([
  ['Redis', '을/를', 'Redis를'],
  ['MySQL', '을/를', 'MySQL을'],
  ['GraphQL', '이/가', 'GraphQL이'],
  ['Kotlin', '을/를', 'Kotlin을'],
  ['Docker', '이/가', 'Docker가'],
  ['Spring', '와/과', 'Spring과'],
  ['AWS', '을/를', 'AWS를'],
  ['Kotlin', '으로/로', 'Kotlin으로'],
  ['Vercel', '으로/로', 'Vercel로'],
  ['SQL', '으로/로', 'SQL로'],
  ['카프카', '을/를', '카프카를'],
  ['스프링', '이/가', '스프링이'],
  ['scikit-learn', '을/를', 'scikit-learn을'],
  ['Storybook', '이/가', 'Storybook이'],
  ['data pipeline', '이/가', 'data pipeline이'],
  ['S3', '을/를', 'S3를'],
  ['EC2', '이/가', 'EC2가'],
  ['C++', '이/가', 'C++가'],
  ['C#', '을/를', 'C#을'],
  ['.NET', '을/를', '.NET을'],
  ['MySQL 8', '을/를', 'MySQL 8을'],
  ['MySQL 8', '으로/로', 'MySQL 8로'],
  ['F1 점수 0.91', '은/는', 'F1 점수 0.91은'],
  ['거의 0', '으로/로', '거의 0으로'],
  ['94%', '은/는', '94%는'],
  ['320 ms', '으로/로', '320 ms로'],
] as const)('%s with %s is %s', (term, particle, expected) => {
  expect(withParticle(term, particle)).toBe(expected);
});
