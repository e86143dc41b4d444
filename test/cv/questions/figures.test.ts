import { expect, it } from 'vitest';
import { sayDuration, sayEffect, sayQuality } from '../../../src/cv/questions/figures.ts';
import { sayScale } from '../../../src/cv/questions/scales.ts';

it.each([
  ['1,200 ms to 320 ms', 'ko', '1,200ms', '320ms', true],
  ['2.3초에서 0.4초', 'en', '2.3 seconds', '0.4 seconds', true],
  ['99.1%에서 99.9%', 'en', '99.1%', '99.9%', false],
  ['15%에서 1% 미만', 'en', '15%', 'under 1%', true],
  ['6시간에서 1시간 30분', 'en', '6 hours', '1 h 30 min', null],
  ['12 a month to zero', 'ko', '월 12건', '0', null],
  ['3% to almost none', 'ko', '3%', '거의 0', null],
] as const)('the effect %s is said in %s from %s to %s', (effect, locale, from, to, less) => {
  expect(sayEffect(effect, locale)).toEqual({ type: 'range', from, to, less });
});

it.each([
  ['38%', 'ko', '38%'],
  ['10배', 'en', '10x'],
  ['20 hours a month', 'ko', '월 20시간'],
] as const)('the effect %s is said in %s as %s', (effect, locale, value) => {
  expect(sayEffect(effect, locale)).toEqual({ type: 'single', value });
});

it.each([
  ['F1 0.91', 'en', 'F1 score of 0.91'],
  ['accuracy 94%', 'ko', '정확도 94%'],
  ['정밀도 0.71', 'en', 'precision of 0.71'],
  ['38%', 'en', null],
] as const)('the quality %s is said in %s as %s', (effect, locale, expected) => {
  expect(sayQuality(effect, locale)).toBe(expected);
});

it.each([
  ['1.4 billion rows', 'ko', '데이터 14억 행', 'rows'],
  ['40 million events a day', 'ko', '하루 이벤트 4,000만 건', 'load'],
  ['12,000 messages per second', 'ko', '초당 메시지 12,000건', 'load'],
  ['8,000 internal documents', 'ko', '사내 문서 8,000건', 'data'],
  ['20,000 labelled messages', 'en', '20,000 labelled messages', 'data'],
  ['400 weekly downloads', 'ko', '주당 다운로드 400회', 'downloads'],
  ['250K customers', 'ko', '고객 25만 명', 'people'],
  ['월 50만 명', 'en', '500,000 users a month', 'people'],
  ['친구 20명', 'en', '20 friends', 'people'],
  ['하루 300만 건', 'en', '3 million records a day', 'load'],
  ['초당 500건의 요청', 'en', '500 requests per second', 'load'],
] as const)('the size %s is said in %s as %s', (scale, locale, text, type) => {
  expect(sayScale(scale, locale)).toEqual({ text, type });
});

it('has no words for a size of nothing', () => {
  expect(sayScale('', 'en')).toBeNull();
});

it.each([
  ['six weeks', 'ko', '6주'],
  ['3개월', 'en', 'three months'],
  ['1 month', 'en', 'one month'],
  ['12 weeks', 'en', '12 weeks'],
] as const)('the time %s is said in %s as %s', (duration, locale, expected) => {
  expect(sayDuration(duration, locale)).toBe(expected);
});
