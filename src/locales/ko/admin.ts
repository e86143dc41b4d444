import type { Texts } from '../en.ts';

/** 봇 운영자가 읽는 말. */
export const admin: Texts['admin'] = {
  refused: '이 봇을 운영하는 분들만 쓸 수 있는 기능이에요.',
  failed: '처리하지 못했어요. 이유는 로그에 있어요. 다시 시도해 주세요.',
  usage: (usage) => `이렇게 입력해 주세요: \`${usage}\``,
  leaveIt: '그대로 두기',
  leftIt: '알겠어요. 아무것도 바꾸지 않았어요.',
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

  user: {
    title: '계정',
    nobody: (who) => `"${who}"에 해당하는 사람이 없어요. \`user find\`는 이름이나 아이디의 일부로도 찾아요.`,
    several: (who) => `"${who}"라는 사람이 여럿이에요. 아이디로 한 명을 정해 주세요.`,
    admin: '관리자',
    bannedSince: (date) => `${date}부터 차단`,
    ordinary: '일반 사용자',
    id: '계정',
    identities: '플랫폼 이름',
    since: '가입일',
    language: '언어',
    standing: '상태',
    lastSeen: '마지막 면접 활동',
    cvs: '보관 중인 이력서',
    hint: '답변, 이력서, 점수는 본인만 볼 수 있어서 여기에는 나오지 않아요.',
    confirmBan: (name) =>
      `${name} 님을 차단할까요? 연결된 모든 플랫폼에서 봇을 쓸 수 없게 돼요. 보관된 내용은 그대로 남아요.`,
    ban: '차단하기',
    banned: (name) => `${name} 님을 차단했어요. \`user unban\`으로 되돌릴 수 있어요.`,
    alreadyBanned: (name) => `${name} 님은 이미 차단되어 있어요.`,
    unbanned: (name) => `${name} 님이 다시 봇을 쓸 수 있어요.`,
    notBanned: (name) => `${name} 님은 차단되어 있지 않아요.`,
    notYourself: '자신을 차단할 수는 없어요.',
    notAnOwner: (name) => `${name} 님은 ADMINS에 있어서 차단할 수 없어요. 먼저 거기에서 빼 주세요.`,
    roles: (roles) => `역할은 다음 중 하나예요: ${roles.join(', ')}`,
    confirmRole: {
      admin: (name) =>
        `${name} 님을 관리자로 정할까요? 계정을 보고 차단하고, 질문과 설정을 바꿀 수 있어요. 역할만은 바꿀 수 없어요.`,
      user: (name) => `${name} 님의 관리자 권한을 거둘까요?`,
    },
    giveRole: { admin: '관리자로 정하기', user: '권한 거두기' },
    hasRole: (name, role) =>
      role === 'admin' ? `${name} 님은 관리자예요.` : `${name} 님은 관리자가 아니에요.`,
  },

  quota: {
    count: (most) => `한 번에 1회부터 ${most}회까지 줄 수 있어요.`,
    days: (most) => `기한은 1일부터 ${most}일까지예요. 일수를 빼면 기한이 없어요.`,
    granted: (count, name) => `**${name}** 님에게 면접 ${count}회를 더 드렸어요.`,
    noGrants: '따로 받은 횟수는 없어요.',
    grant: (count, date, by) => `${date}에 \`${by}\`가 ${count}회 추가`,
    until: (date) => `${date}까지`,
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

  settings: {
    title: '설정',
    everywhere: '모두에게 적용',
    here: '이 서버(워크스페이스)에만 적용',
    line: (name, value, what) => `- \`${name}\`: **${value}**. ${what}`,
    asConfigured: (value) => `${value} (처음 값)`,
    notSet: '설정 안 함',
    hint: '`settings set [설정] [값]`으로 바꾸고 `settings reset [설정]`으로 되돌려요.',
    what: {
      quota: '계정마다 볼 수 있는 면접 횟수, 1에서 1000까지.',
      renewal: '횟수를 매달 새로 주는지 여부: `never` 또는 `monthly`.',
      formats: '고를 수 있는 형식, 맨 앞이 기본: `classic,full`.',
      retention: '앞으로 받는 이력서를 지우기까지의 일수. 처음 값보다 길게는 안 돼요.',
      languages: '고를 수 있는 언어, 맨 앞이 처음 온 사람의 언어: `en,ko`.',
      channels: '이 서버에서 봇을 쓸 수 있는 채널: `#면접` 또는 채널 아이디. 설정하지 않으면 모든 채널.',
      language: '이 서버에서 처음 온 사람의 언어를 모를 때 쓰는 언어: `en` 또는 `ko`.',
    },
    which: (names) => `여기서 설정할 수 있는 것: ${names.map((name) => `\`${name}\``).join(', ')}`,
    noPlace: '서버나 워크스페이스마다 정하는 설정이에요. 그곳에서 명령을 입력해 주세요.',
    invalid: (what) => `알맞은 값이 아니에요. ${what}`,
    tooLong: (days) =>
      `이용자들이 동의한 기간이 ${days}일이라 그보다 길게는 안 돼요. 구성의 CV_RETENTION_DAYS로 바꿀 수 있어요.`,
    changed: (name, value) =>
      `\`${name}\` 설정을 **${value}**로 바꿨어요. 1초 안에 모든 프로세스에 적용돼요.`,
    reset: (name, value) => `\`${name}\` 설정을 처음 값으로 되돌렸어요: **${value}**`,
  },

  audit: {
    title: '감사 기록',
    none: '아직 기록된 일이 없어요.',
    line: (when, who, what) => `- ${when} · ${who} · ${what}`,
    actions: {
      'models.test': '모든 모델을 한 번씩 호출',
      'quota.grant': '면접 횟수를 추가',
      'quota.show': '남은 횟수를 확인',
      'setting.reset': '설정을 초기화',
      'setting.set': '설정을 변경',
      'user.ban': '차단',
      'user.find': '계정을 검색',
      'user.role': '역할을 변경',
      'user.show': '계정을 확인',
      'user.unban': '차단을 해제',
    },
  },

  seconds: (seconds) => `${seconds}초`,

  menu: {
    root: '봇 운영자용',
    group: (name) =>
      ({ models: '언어 모델', quota: '남은 면접 횟수', settings: '설정', user: '계정' })[name] ?? name,
    argument: (name) =>
      ({
        who: { name: '누구', description: '이름, discord:42 같은 아이디, 또는 계정 아이디' },
        role: { name: '역할', description: '앞으로 할 수 있는 일' },
        number: { name: '횟수', description: '더 줄 면접 횟수' },
        days: { name: '일수', description: '며칠 동안 쓸 수 있는지. 빼면 기한이 없습니다' },
        setting: { name: '설정', description: '어떤 설정인지. 마지막 둘은 이 서버에만 적용됩니다' },
        value: { name: '값', description: '설정 목록에 설명이 있습니다' },
        reason: { name: '사유', description: '이유. 함께 보관됩니다' },
      })[name] ?? { name, description: name },
    value: (_argument, value) =>
      ({
        admin: '관리자',
        user: '관리자 아님',
        quota: '계정마다 면접 횟수',
        renewal: '횟수를 매달 새로 주는지',
        formats: '고를 수 있는 형식',
        retention: '이력서 보관 일수',
        languages: '고를 수 있는 언어',
        channels: '이 서버에서 봇을 쓸 채널',
        language: '이 서버에 처음 온 사람의 언어',
      })[value] ?? value,
  },
};
