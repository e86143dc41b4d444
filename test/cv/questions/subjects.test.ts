import { expect, it } from 'vitest';
import { readFacts } from '../../../src/cv/questions/facts.ts';
import { readSubject } from '../../../src/cv/questions/subjects.ts';

const subjectOf = (text: string) => readSubject(text, readFacts(text), true);

it.each([
  [
    'Designed an idempotent webhook delivery service in Go that sends events',
    'the idempotent webhook delivery service',
  ],
  [
    'Wrote the integration tests for the card gateway with Testcontainers',
    'the integration tests for the card gateway',
  ],
  ['At a fitness company I own the workout recorder, which syncs data.', 'the workout recorder'],
  ['The calendar was a single file.', 'the calendar'],
  ['When I joined, the calendar was a single jQuery file.', 'the calendar'],
  ['Fine-tuned KoBERT for intent classification', 'KoBERT for intent classification'],
  ['Chat application (React, Node.js)', 'the chat application'],
  ['I was responsible for the app, which we built in Flutter.', 'the Flutter app'],
  ['Introduced Kafka for order events', null],
  ['Built a system for customers', null],
  ['Shift planner: A React app that lets nurses swap shifts; used by two wards', 'the shift planner'],
  ['Drove migration of 40 services from Jenkins to GitHub Actions', null],
  ['Fixed a memory leak in the live ticker', null],
  ['사내 디자인 시스템 구축 및 Storybook 문서화', 'the in-house design system'],
  [
    '대학교 졸업 프로젝트로 중고 거래 서비스를 4명의 팀원과 함께 개발했습니다.',
    'the second-hand trading service',
  ],
  ['데이터를 이관하는 작업을 담당했습니다.', null],
])('what was made in %j is %j', (text, expected) => {
  expect(subjectOf(text).thing?.en ?? null).toBe(expected);
});

it.each([
  ['하루 300만 건의 정산 배치를 Spring Batch로 재작성', '정산 배치'],
  ['생체 인증 기반 간편 송금 기능 개발', '간편 송금 기능'],
  ['XML 기반 화면 120개를 Jetpack Compose로 전환', 'XML 기반 화면'],
  ['저는 백엔드를 맡아 Spring Boot와 MySQL로 예매 API를 구현했습니다.', '예매 API'],
  ['팀 프로젝트에서 재고 관리 시스템의 입출고 API를 담당했습니다.', '재고 관리 시스템의 입출고 API'],
  ['결제 모듈 장애 시 자동 환불이 이루어지도록 Saga 패턴 도입', 'Saga 패턴'],
  ['Built a double-entry ledger in Java and PostgreSQL', '복식부기 원장'],
  ['Spearheaded the decomposition of a monolithic loan origination platform', '모놀리식 대출 심사 플랫폼'],
  ['I own the workout recorder', 'workout recorder'],
])('what was made in %j is %j in Korean', (text, expected) => {
  expect(subjectOf(text).thing?.ko).toBe(expected);
});

it.each([
  [
    'Reduced p95 latency of checkout from 1,200 ms to 320 ms',
    'p95 latency of checkout',
    '결제 p95 지연 시간',
  ],
  [
    'Optimized slow SQL queries, cutting the nightly job from 5 hours to 40 minutes',
    'the nightly job',
    '야간 작업',
  ],
  ['Lost deliveries dropped from 3% to almost none.', 'lost deliveries', '누락된 배달'],
  [
    '상품 검색 API의 응답 시간을 1.8초에서 200ms로 단축',
    'response time of the product search API',
    '상품 검색 API의 응답 시간',
  ],
  ['번들 크기를 2.1MB에서 800KB로 줄여 LCP 35% 개선', 'bundle size', '번들 크기'],
])('what changed in %j is %j, %j', (text, english, korean) => {
  expect(subjectOf(text).metric).toEqual({ en: english, ko: korean });
});

it.each([
  [
    'Investigated an outage caused by a race condition in the coupon service',
    'the race condition in the coupon service',
  ],
  ['Kafka 컨슈머 지연으로 인한 알림 유실 장애를 분석', 'the notification data-loss outage'],
  ['배치에서 중복 결제 문제가 발생하여 원인을 분석하고 해결했습니다.', 'the duplicate payment problem'],
  ['Participated in on-call rotation and resolved production incidents', null],
  ['모니터링으로 장애 인지 시간을 30분에서 3분으로 단축', null],
])('what failed in %j is %j', (text, expected) => {
  expect(subjectOf(text).incident?.en ?? null).toBe(expected);
});
