import { describe, expect, it } from 'vitest';
import type { Aspect, BehaviouralTask, CvTask, Grade } from '../../src/evaluation/grade.ts';
import { gradeOffline } from '../../src/evaluation/grade-offline.ts';

const behavioural = (answer: string): BehaviouralTask => ({
  type: 'behavioural',
  question: 'Walk me through the most stubborn bug you have tracked down.',
  competency: 'problem-solving',
  goodAnswerShows: ['problem stated precisely'],
  warningSign: 'guessing until it works',
  answer,
  locale: 'en',
});

const cv = (answer: string): CvTask => ({
  type: 'cv',
  question: 'You cut the load time of the shop by 40 %. What did you change?',
  quote: 'Reduced page load time of the online shop by 40 % with code splitting in React',
  cvText:
    'Frontend developer. Reduced page load time of the online shop by 40 % with code splitting in React. Built a design system with Storybook.',
  answer,
  locale: 'en',
});

const scoreOf = (grade: Grade, aspect: Aspect): number | null =>
  grade.aspects.find((candidate) => candidate.aspect === aspect)?.score ?? null;

const STORY =
  'Last year our checkout team had a problem: orders failed at random, about 2 % of them. I was responsible for payments and had to find it before Black Friday. First I added tracing to every request, then I compared failing ones with good ones and ruled out the database. I wrote a load test, because guessing had cost us two weeks. It was a race in the Redis lock, which I fixed by using a lease. As a result failures dropped to 0.01 %. I learned to reproduce first, and since then I always write the failing test before I touch code.';
const KOREAN_STORY =
  '작년에 결제 팀에서 주문의 2%가 실패하는 문제가 있었습니다. 제가 결제를 담당하고 있었고 두 주 안에 원인을 찾아야 했습니다. 저는 먼저 모든 요청에 추적 로그를 추가했고, 부하 테스트를 작성해서 Redis lock의 경쟁 상태를 재현했습니다. 결과적으로 실패율이 0.01%로 줄었습니다. 이 일로 먼저 재현해야 한다는 것을 배웠고, 이후로는 항상 실패하는 테스트부터 작성합니다.';

describe('the offline grade of a behavioural answer', () => {
  it.each([
    ['English', STORY],
    ['Korean', KOREAN_STORY],
  ])('finds all six parts of a whole story in %s, each with a quote', (_language, story) => {
    const grade = gradeOffline(behavioural(story));
    expect(grade.score).toBeGreaterThanOrEqual(4);
    expect(grade.aspects).toHaveLength(6);
    for (const { score, quote } of grade.aspects) {
      expect(score).toBeGreaterThanOrEqual(3);
      expect(story).toContain(quote);
    }
  });

  it.each<[Aspect, RegExp]>([
    ['result', /As a result[^.]*\.01 %\. /],
    ['reflection', /I learned.*$/],
    ['task', /I was responsible[^.]*\. /],
  ])('names %s as missing when the story lacks it', (aspect, part) => {
    const grade = gradeOffline(behavioural(STORY.replace(part, '')));
    expect(scoreOf(grade, aspect)).toBeNull();
    expect(grade.score).toBeLessThan(gradeOffline(behavioural(STORY)).score ?? 0);
  });

  it.each([
    ['Communication is key and people like to be around me wherever they are.'],
    ['저는 성실하고 책임감이 강한 개발자입니다. 항상 최선을 다합니다.'],
  ])('leaves %j unscored, for nothing in it could be recognised', (answer) => {
    expect(gradeOffline(behavioural(answer))).toMatchObject({ score: null, unscored: 'nothing_recognised' });
  });

  it('gives 0 to a word or two, which hold no part of a story', () => {
    expect(gradeOffline(behavioural('Yes.'))).toMatchObject({ score: 0, unscored: null });
  });
});

describe('the offline grade of an answer about the CV', () => {
  it('is high for a specific, own, measured answer that agrees with the CV', () => {
    const answer =
      'I profiled the bundle, split the React routes into lazy chunks and moved images to WebP. Page load time fell from 5.1 s to 3 s.';
    const grade = gradeOffline(cv(answer));
    expect(grade.score).toBeGreaterThanOrEqual(4);
    for (const { quote } of grade.aspects) expect(answer).toContain(quote);
  });

  it('tells what the team did from what the candidate did', () => {
    const we = gradeOffline(
      cv('We split the React routes and our page load time fell by 40 %. The team measured it.'),
    );
    const i = gradeOffline(cv('I split the React routes and my page load time fell by 40 %. I measured it.'));
    expect(scoreOf(we, 'ownership')).toBe(1);
    expect(scoreOf(i, 'ownership')).toBe(3);
  });

  it('gives a scale no more than 3 in a line, 4 in three, 5 in more', () => {
    const line = 'I split the React routes and my page load time fell by 40 %. ';
    const story =
      'It had been slow for months before. I looked at the waterfall first and chose the largest route.';
    const most = (answer: string) => scoreOf(gradeOffline(cv(answer)), 'ownership');
    expect([most(line), most(line + story), most(line + story + story)]).toEqual([3, 4, 5]);
  });

  it.each([
    ['제가 React 라우트를 나눠서 로딩 시간이 5초에서 3초로 줄었습니다.', 3],
    ['저희 팀이 React 라우트를 나눠서 로딩 시간이 5초에서 3초로 줄었습니다.', 1],
  ])('knows 제가 from 저희 in %j', (answer, ownership) => {
    const grade = gradeOffline(cv(answer));
    expect(scoreOf(grade, 'ownership')).toBe(ownership);
    expect(scoreOf(grade, 'impact')).toBeGreaterThanOrEqual(3);
    expect(scoreOf(grade, 'consistency')).toBeNull();
  });

  it('does not punish an answer that has nothing to compare with the CV', () => {
    const grade = gradeOffline(cv('I rewrote Kafka consumers and errors fell by 90 % in 3 weeks.'));
    expect(scoreOf(grade, 'consistency')).toBeNull();
    expect(grade.score).toBe(3);
  });
});
