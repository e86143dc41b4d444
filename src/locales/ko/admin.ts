import type { Texts } from '../en.ts';

/** 봇 운영자가 읽는 말. */
export const admin: Texts['admin'] = {
  refused: '이 봇을 운영하는 분들만 쓸 수 있는 기능이에요.',
  failed: '처리하지 못했어요. 이유는 로그에 있어요. 다시 시도해 주세요.',
  tooOld: '더 이상 쓸 수 없는 버튼이에요. 명령을 다시 입력해 주세요.',
  unknown: (words) => `\`${words}\`라는 관리 명령은 없어요.`,
  page: (page, pages, total) => `${pages}쪽 중 ${page}쪽, 모두 ${total}건`,
  nextPage: '다음 쪽',
  previousPage: '이전 쪽',

  help: {
    title: '관리할 수 있는 일',
    hint: '`/interview-admin` 또는 `/admin` 뒤에 입력하세요. 답은 나에게만 보여요.',
    command: (usage, description) => `- \`${usage}\`: ${description}`,
  },

  stats: {
    title: '통계',
    accounts: '계정',
    accountsValue: (all, recent, banned) => `모두 ${all}개. 최근 7일 새 계정 ${recent}개, 차단 ${banned}개`,
    byState: '면접',
    byPosition: '직무별',
    noPosition: '아직 고르지 않음',
    states: {
      preparing: '준비 중',
      asking: '진행 중',
      evaluating: '채점 중',
      finished: '끝남',
      cancelled: '답변 없이 중단',
    },
    count: (what, count) => `- ${what}: ${count}`,
    byWeek: '주별',
    week: (monday, begun, completed, median) =>
      `- ${monday}부터: 시작 ${begun}건, 끝까지 답한 비율 ${completed}, 점수 중앙값 ${median}`,
    none: '없음',
    waiting: '평가를 기다린 시간',
    waitingValue: (median, p95, interviews) =>
      `절반은 ${median} 이내, 95%는 ${p95} 이내 (면접 ${interviews}건)`,
    noInterviews: '아직 시작한 면접이 없어요.',
    cost: '언어 모델, 최근 30일',
    costLine: (provider, calls, tokens, cost) => `- ${provider}: 호출 ${calls}회, 토큰 ${tokens}개, ${cost}`,
    noPrice: '단가 미설정',
    noCalls: '호출이 없어요.',
  },

  models: {
    title: '언어 모델',
    none: '설정된 언어 모델이 없어서 모두 오프라인으로 채점해요. `OPENAI_API_KEY`나 `LLM_FALLBACKS`로 설정할 수 있어요.',
    order: '지금 이 프로세스가 부르는 순서예요.',
    here: '이 프로세스',
    day: '최근 24시간, 모든 프로세스',
    figures: (calls, p50, p95, errors) => `호출 ${calls}회, p50 ${p50}, p95 ${p95}, 실패 ${errors}`,
    noCalls: '호출 없음',
    breaker: {
      closed: '응답함',
      half_open: '실패 뒤 다시 시험하는 중',
      open: '거듭된 실패로 쉬는 중',
    },
    hint: '`models test`로 모든 모델을 한 번씩 호출해요.',
    tested: '시험 호출',
    works: (id, model, seconds) => `- ${id}: 응답함 (${model}, ${seconds})`,
    fails: (id, code) => `- ${id}: 응답하지 않음 (${code})`,
  },

  audit: {
    title: '감사 기록',
    none: '아직 기록된 일이 없어요.',
    line: (when, who, what) => `- ${when} · ${who} · ${what}`,
    actions: {
      'models.test': '모든 모델을 한 번씩 호출',
    },
  },

  seconds: (seconds) => `${seconds}초`,

  menu: {
    root: '봇 운영자용',
    group: (name) => ({ models: '언어 모델' })[name] ?? name,
    argument: (name) => ({ name, description: name }),
    value: (_argument, value) => value,
  },
};
