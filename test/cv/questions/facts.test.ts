import { expect, it } from 'vitest';
import { readFacts } from '../../../src/cv/questions/facts.ts';

it.each([
  [
    'Migrated 1.4 billion rows from MySQL 5.7 to a sharded MySQL 8 cluster with dual writes',
    'MySQL 5.7',
    'a sharded MySQL 8 cluster',
  ],
  ['Replaced a home-grown cron scheduler with Temporal', 'a home-grown cron scheduler', 'Temporal'],
  ['I rewrote it in React and TypeScript, one view at a time', '', 'React'],
  ['Jenkins에서 GitHub Actions로 배포 파이프라인 이전, 배포 시간 70% 단축', 'Jenkins', 'GitHub Actions'],
  ['레거시 jQuery 코드를 React와 TypeScript로 점진적으로 마이그레이션', '', 'React'],
  ['상품 상세 페이지를 Next.js SSR로 재작성', '', 'Next.js'],
  ['Hive 쿼리를 Spark로 옮겨 처리 시간을 줄였습니다.', '', 'Spark'],
])('%j goes from %j to %j', (text, from, to) => {
  expect(readFacts(text).migration?.change).toEqual({ from, to });
});

it.each([
  ['Cut the monthly AWS bill by 38% by moving nightly reports', '38%'],
  ['Automated reports, saving 20 hours a month', '20 hours a month'],
  ['reducing missed runs from 12 a month to zero', '12 a month to zero'],
  ['매일 2시간 걸리던 작업을 10분으로 줄였습니다.', '2시간에서 10분'],
  ['실패율을 15%에서 1% 미만으로 낮췄습니다.', '15%에서 1% 미만'],
  ['PostgreSQL 파티셔닝을 적용해 조회 쿼리 속도를 10배 향상', '10배'],
  ['매일 2시간씩 공부하여 실력을 높였습니다.', null],
  ['Improved the agent, which handles 35% of incoming tickets', null],
])('%j claims %j', (text, effect) => {
  expect(readFacts(text).effect).toBe(effect);
});

it.each([
  ['Built in 6 weeks with a team of 4.', '6 weeks', true],
  ['a shadow comparison that ran for six weeks', null, false],
  ['공연 예매 서비스를 6명의 팀원과 함께 3개월간 개발했습니다.', '3개월', true],
  ['친구 20명이 사용하고 있습니다.', null, false],
])('%j took %j, in a team: %j', (text, duration, team) => {
  expect(readFacts(text)).toMatchObject({ duration, team });
});
