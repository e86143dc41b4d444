import { expect, it } from 'vitest';
import { quotedAs, withParticle } from '../../../src/cv/questions/particle.ts';

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
  ['S3', '을/를', 'S3 기술을'],
  ['C++', '이/가', 'C++ 기술이'],
] as const)('%s with %s is %s', (term, particle, expected) => {
  expect(withParticle(term, particle)).toBe(expected);
});

it.each([
  ['응답 시간을 단축', '“응답 시간을 단축”이라고'],
  ['개발했습니다', '“개발했습니다”라고'],
  ['caching in Redis', '“caching in Redis”라고'],
  ['2015 ~ 2021', null],
])('a quotation that ends in %s', (quotation, expected) => {
  expect(quotedAs(quotation)).toBe(expected);
});
