import { findTechnologies } from './find-technologies.ts';
import { withParticle } from './particle.ts';
import { TECHNOLOGIES } from './technologies.ts';

type Family =
  | 'language'
  | 'data'
  | 'cache'
  | 'ui'
  | 'backend'
  | 'messages'
  | 'models'
  | 'operation'
  | 'measuring'
  | 'tests'
  | 'other';

const FAMILY: Readonly<Record<string, Family>> = {
  language: 'language',
  'relational database': 'data',
  'document or wide-column store': 'data',
  cache: 'cache',
  'data access': 'data',
  'data warehouse': 'data',
  'search engine': 'data',
  'vector store': 'data',
  'frontend framework': 'ui',
  'rendering framework': 'ui',
  'mobile framework': 'ui',
  'backend framework': 'backend',
  'spring module': 'backend',
  runtime: 'backend',
  'api style': 'backend',
  'message broker': 'messages',
  'ml framework': 'models',
  'gradient boosting': 'models',
  'ml tooling': 'models',
  'language models': 'models',
  vision: 'models',
  'classical machine learning': 'models',
  container: 'operation',
  cloud: 'operation',
  'cloud service': 'operation',
  'infrastructure as code': 'operation',
  ci: 'operation',
  'web server': 'operation',
  observability: 'measuring',
  'frontend testing': 'tests',
  testing: 'tests',
  'load testing': 'tests',
};

const ENGLISH: Readonly<Record<Family, (term: string) => string>> = {
  language: (term) =>
    `Which feature of ${term} do you lean on most in your own code, and which one have you learned to avoid?`,
  data: (term) =>
    `Which query or data model in ${term} gave you the most trouble, and how did you find out what was wrong?`,
  cache: (term) => `What have you kept in ${term}, and what happened when it was out of date or gone?`,
  ui: (term) => `Which screen was the hardest to get right with ${term}, and what made it so hard?`,
  backend: (term) =>
    `What have you built with ${term} that other people used, and which part of it did you have to fix afterwards?`,
  messages: (term) =>
    `What happens in your use of ${term} when a consumer fails in the middle of a message, and how have you tested that?`,
  models: (term) =>
    `Which problem did you solve with ${term}, and how did you know that something simpler would not have done?`,
  operation: (term) =>
    `What have you set up yourself with ${term}, and what went wrong the first time it had to work for real?`,
  measuring: (term) =>
    `Which problem did ${term} show you that you would have missed otherwise, and which alarm did you learn to ignore?`,
  tests: (term) =>
    `Which bug did a test with ${term} catch in time, and which one got past your tests all the same?`,
  other: (term) =>
    `Which concrete problem have you solved with ${term}, and what about it cost you more time than you had expected?`,
};

const KOREAN: Readonly<Record<Family, (term: string) => string>> = {
  language: (term) =>
    `코드를 쓸 때 가장 즐겨 쓰는 ${term}의 기능은 무엇이고, 경험상 피하게 된 기능은 무엇인가요?`,
  data: (term) =>
    `${withParticle(term, '을/를')} 쓰면서 가장 애를 먹은 쿼리나 데이터 모델은 무엇이었고, 원인을 어떻게 찾았나요?`,
  cache: (term) => `${term}에 무엇을 저장해 두었고, 그 값이 오래되거나 사라졌을 때는 어떻게 되도록 했나요?`,
  ui: (term) =>
    `${withParticle(term, '으로/로')} 만든 화면 중 가장 구현하기 어려웠던 것은 무엇이고, 어떤 점이 그렇게 어려웠나요?`,
  backend: (term) =>
    `${withParticle(term, '으로/로')} 만들어 다른 사람이 실제로 쓴 것은 무엇이고, 나중에 고쳐야 했던 부분은 어디였나요?`,
  messages: (term) =>
    `${term} 메시지를 처리하던 컨슈머가 도중에 죽으면 어떻게 되도록 만들었고, 그것을 어떻게 테스트했나요?`,
  models: (term) =>
    `${withParticle(term, '으로/로')} 해결한 문제는 무엇이었고, 더 단순한 방법으로는 안 된다는 것을 어떻게 확인했나요?`,
  operation: (term) =>
    `${withParticle(term, '으로/로')} 직접 구성해 본 것은 무엇이고, 처음 실제로 돌렸을 때 무엇이 잘못됐나요?`,
  measuring: (term) =>
    `${term} 덕분에 발견한 문제는 무엇이었고, 반대로 경험상 무시하게 된 알림은 어떤 것이었나요?`,
  tests: (term) =>
    `${withParticle(term, '으로/로')} 작성한 테스트가 미리 잡아 준 버그는 무엇이었고, 테스트를 빠져나간 버그는 무엇이었나요?`,
  other: (term) =>
    `${withParticle(term, '으로/로')} 직접 해결한 문제 하나는 무엇이고, 예상보다 시간이 많이 든 부분은 어디였나요?`,
};

const GROUPS = new Map(
  TECHNOLOGIES.flatMap(({ names, group }) => names.map((name) => [name, group] as const)),
);

function familyOf(term: string): Family {
  const group = GROUPS.get(term) ?? findTechnologies(term)[0]?.technology.group ?? '';
  return FAMILY[group] ?? 'other';
}

/** A question about a technology in a list of skills that suits its sort: a query of a database, a screen of a framework. */
export function skillProblemInEnglish(term: string): string {
  return ENGLISH[familyOf(term)](term);
}

export function skillProblemInKorean(term: string): string {
  return KOREAN[familyOf(term)](term);
}
