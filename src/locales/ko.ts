import type { Texts } from './en.ts';
import { accounts } from './ko/accounts.ts';
import { admin } from './ko/admin.ts';
import { consent } from './ko/consent.ts';
import { forms } from './ko/forms.ts';
import { home } from './ko/home.ts';
import { limits } from './ko/limits.ts';
import { quota } from './ko/quota.ts';
import { slack } from './ko/slack.ts';
import { venues, watched } from './ko/watched.ts';
import { yourData } from './ko/your-data.ts';

/** 봇이 하는 모든 말의 한국어판. */
export const ko: Texts = {
  localeName: '한국어',
  dateFormat: 'ko-KR',

  welcome: {
    greeting: (quota) =>
      `**안녕하세요! 개발자를 위한 모의 면접을 이 대화창에서 진행해 드려요.**\n\n이력서를 보내고 직무를 고르면 기술 질문, 인성 질문, 이력서 질문을 하나씩 드려요. 면접이 끝나면 답변에 담긴 내용과 빠진 내용, 더 좋은 답변의 예를 보여 드려요. 평가마다 근거가 된 답변 속 문장도 함께 보여 드려요.\n\n15분 정도 걸리고, 언제든 멈췄다가 며칠 뒤에 이어서 하셔도 괜찮아요. 보내신 내용은 사라지지 않아요. ${quota}`,
    back: (name) => `${name === null ? '' : `${name} 님, `}다시 오셨네요! 지금 진행 중인 면접은 없어요.`,
    backToOpen: '다시 오셨네요! 하시던 면접이 멈춘 곳에 그대로 있어요.',
    backToEvaluation: '다시 오셨네요!',
    start: '면접 시작하기',
    otherLanguage: 'Switch to English',
  },

  help: {
    title: '할 수 있는 일',
    nothingOpen:
      '진행 중인 면접이 없어요. `시작`이라고 하면 면접이 시작되고, `시작 백엔드`처럼 직무를 바로 정할 수도 있어요.',
    preparing: '면접을 준비하고 있어요. `계속`이라고 하면 무엇이 더 필요한지 알려 드려요.',
    asking: (ordinal, of) =>
      `지금 전체 질문 ${of}개 중 ${ordinal}번째 질문이에요. 답변을 한 번에, 또는 여러 메시지로 나눠 보낸 뒤 \`다음\`이라고 해 주세요. \`건너뛰기\`라고 하면 이 질문을 넘기고, \`중단\`이라고 하면 면접을 끝내고 지금까지의 답변을 평가해요.`,
    evaluating: '평가를 마무리하고 있어요. 끝나면 여기에 바로 보여 드릴게요.',
    commands:
      '`시작` · `계속` · `상태` · `다음` · `건너뛰기` · `중단`\n`cv upload` · `cv list` · `cv delete`\n`기록` · `report 1`\n`가입` · `로그인` · `연결` · `연결해제`\n`language en` · `privacy` · `도움말`',
    hint: '명령어만 보내도 되고, 앞에 `/interview`를 붙여도 돼요.',
  },

  unknownCommand: (word) => `\`${word}\` 명령은 없어요. \`도움말\`에서 쓸 수 있는 명령을 볼 수 있어요.`,
  unknownChoice: '오래된 버튼이라 무슨 뜻인지 알 수 없어서 아무것도 바꾸지 않았어요.',
  hello: '안녕하세요! `시작`이라고 하면 면접이 시작되고, 다른 기능은 `도움말`에서 볼 수 있어요.',
  notUnderstood:
    '어떻게 도와드릴지 잘 모르겠어요. `시작`이라고 하면 면접이 시작되고, 다른 기능은 `도움말`에서 볼 수 있어요.',

  consent,
  otherChannels:
    '이 채널에서는 저를 쓰지 않기로 되어 있어요. 다른 채널에서 부르시거나 저에게 직접 메시지를 보내 주세요.',
  limits,

  cv: {
    ask: '이력서나 자기소개서를 **PDF로** 보내 주세요. 10 MB, 20쪽까지 읽을 수 있어요.',
    askOrChoose: '어떤 **이력서**로 진행할까요? 전에 보낸 것을 고르거나 새 PDF를 보내 주세요.',
    option: (fileName, date) => `${fileName} (${date})`,
    received: (fileName, pages) => `**${fileName}** 파일을 읽었어요 (${pages}쪽).`,
    receivedByOcr: (fileName, pages) =>
      `**${fileName}** 파일을 읽었어요 (${pages}쪽). 스캔한 문서라서 글자를 인식해 읽었고, 잘못 읽은 곳이 있을 수 있어요.`,
    madeRoom: (most, fileNames) =>
      `이력서는 ${most}개까지만 보관해요. 그래서 가장 오래된 이력서를 지웠어요: ${fileNames.map((name) => `**${name}**`).join(', ')}.`,
    reading: (position) =>
      `${position ? `**${position}** 면접으로 준비할게요. ` : ''}아직 이력서를 읽고 있어요. 다 읽으면 바로 이어서 진행할게요.`,
    known: (fileName) => `**${fileName}** 파일은 이미 가지고 있어요. 그 파일로 진행할게요.`,
    forNextTime: '진행 중인 면접은 처음에 고른 이력서로 계속하고, 다음 면접에서 이 이력서를 고를 수 있어요.',
    chosenBefore: '이 면접은 처음에 고른 이력서로 계속해요. 다음 면접에서 다시 고를 수 있어요.',
    nothingToChooseFor: '지금은 준비 중인 면접이 없어요. 새로 시작할까요?',
    oneAtATime: '이력서는 한 번에 하나만 사용해요. 첫 번째 파일로 진행할게요.',
    notAPdf: (fileName) =>
      `**${fileName}** 파일은 PDF가 아니에요. 문서 편집기에서 PDF로 내보낸 뒤(보통 파일 → 내보내기, 또는 인쇄 → PDF로 저장) 다시 보내 주세요.`,
    list: '보관 중인 이력서',
    listEntry: (index, fileName, pages, date) => `${index}. **${fileName}**, ${pages}쪽, ${date}에 보냄`,
    none: '보관 중인 이력서가 없어요. 언제든 PDF로 보내 주세요.',
    listHint: '`cv delete 1`은 하나를, `cv delete`는 전부를 지워요.',
    deleted: (fileNames) =>
      `지웠어요: ${fileNames.join(', ')}. 이력서 내용과 그 이력서로 만든 질문이 모두 삭제됐어요. 이미 받으신 질문은 인용한 문장 없이 기록에 남아요.`,
    noSuch: (count) =>
      count === 1
        ? '보관 중인 이력서는 하나예요. `cv delete 1`로 지울 수 있어요.'
        : `1부터 ${count}까지의 번호를 골라 주세요.`,
    confirmDeleteAll: (count) => `이력서 ${count}개를 모두 지울까요?`,
    confirm: '지우기',
    keep: '그대로 두기',
    kept: '아무것도 지우지 않았어요.',
    inUse: '그 이력서로 면접이 진행 중이에요. 면접을 마치거나 `중단`한 뒤에 지워 주세요.',
    problems: {
      not_a_pdf: 'PDF라고 되어 있지만 다른 형식의 파일이에요. 이력서를 PDF로 내보낸 뒤 다시 보내 주세요.',
      encrypted: '비밀번호로 잠긴 PDF예요. 비밀번호 없이 저장한 파일을 보내 주세요.',
      damaged:
        'PDF가 손상되었거나 일부가 빠져 있어요. 전송이 중간에 끊겼을 수 있으니 다시 내보내서 보내 주세요.',
      empty: 'PDF에서 글자를 찾지 못했어요. 화면에서 제대로 보인다면 PDF로 다시 인쇄해서 보내 주세요.',
      scan: '이력서가 이미지로만 들어 있어 읽을 수 있는 텍스트가 없어요. 이력서를 작성한 프로그램에서 PDF로 내보내서 보내 주세요.',
      too_large: '파일이 10 MB보다 커요. 큰 이미지를 빼면 훨씬 작아져요. 용량을 줄여서 다시 보내 주세요.',
      too_many_pages: 'PDF가 20쪽을 넘어요. 첨부 자료 없이 이력서만 보내 주세요.',
      too_slow:
        'PDF를 읽는 데 시간이 너무 오래 걸려 멈췄어요. PDF로 다시 인쇄하면 단순해지니 그 파일을 보내 주세요.',
      too_heavy: 'PDF의 압축을 풀면 이력서라기엔 너무 커서 읽기를 멈췄어요. PDF로 다시 인쇄해서 보내 주세요.',
    },
    attachmentProblems: {
      too_large: '파일이 10 MB보다 커요. 큰 이미지를 빼면 훨씬 작아져요. 용량을 줄여서 다시 보내 주세요.',
      not_found: '파일을 찾을 수 없어요. 경로를 확인하거나 다시 보내 주세요.',
      not_allowed: '여기로 보내신 파일만 읽을 수 있어요. PDF를 직접 첨부해 주세요.',
      not_permitted:
        '이 워크스페이스에서는 아직 제가 파일을 읽을 수 없어요. 저를 관리하시는 분이 권한을 주셔야 하고, 방법은 로그에 남겨 두었어요. 관리자에게 알려 주신 뒤 파일을 다시 보내 주세요.',
      unreachable: '파일을 가져오지 못했어요. 잠시 뒤에 다시 보내 주세요.',
    },
  },

  start: {
    askPosition: '어떤 **직무**의 면접인가요?',
    forPosition: (position) => `${position} 면접 시작하기`,
    oldMenu: '지난 단계의 메뉴라서 아무것도 바꾸지 않았어요. 지금은 여기예요.',
    oldMenuNothingOpen: '이미 끝난 면접의 메뉴예요. 새로 시작할까요?',
    alreadyOpen: '진행 중인 면접이 있어요. 이어서 할까요, 끝낼까요?',
    resume: '이어서 하기',
    stop: '끝내고 평가받기',
    cancel: '그만두기',
    unknownPosition: (word) => `"${word}" 직무는 없어요. 이 중에서 골라 주세요.`,
    unknownFormat: (word, formats) => `"${word}" 형식은 없어요. 가능한 형식: ${formats}.`,
    unknownTopic: (word, some) =>
      `이 직무에 "${word}" 주제는 없어요. 예를 들어 이런 주제가 있어요: ${some.join(', ')}.`,
    chosen: (position) => `**${position}** 면접을 시작할게요.`,
    elsewhere: '면접이 다른 대화창에서 진행 중이에요. 여기에서 `계속`이라고 하면 이곳에서 이어 갈게요.',
  },

  quota,

  positions: { ai: 'AI', be: '백엔드', fe: '프론트엔드', mobile: '모바일' },
  formats: { classic: '기본, 질문 3개', full: '전체, 질문 10개' },
  kinds: { technical: '기술', behavioural: '인성', cv: '이력서' },
  competencies: {
    adaptability: '적응력',
    teamwork: '협업',
    'time-management': '시간 관리',
    'problem-solving': '문제 해결',
    'integrity-and-judgement': '정직성과 판단력',
    initiative: '주도성',
    'customer-focus': '고객 중심',
    ownership: '책임감',
    leadership: '리더십',
    'conflict-resolution': '갈등 해결',
    'learning-from-failure': '실패에서 배우기',
    communication: '소통',
  },

  question: {
    heading: (ordinal, of, kind, topic) => `**질문 ${ordinal}/${of}** · ${kind}${topic ? ` · ${topic}` : ''}`,
    fromYourCv: '이력서의 이 부분에 대한 질문이에요.',
    howToAnswer:
      '_한 번에 보내셔도, 여러 메시지로 나눠 보내셔도 돼요. 다 쓰셨으면 다음을 눌러 주세요. 메시지를 보낸 뒤 12초 동안 입력이 없으면 다음으로 넘어가고, 입력하시는 동안에는 기다려요._',
    englishOnly: '_기술 질문은 아직 영어로만 나와요. 답변은 한국어로 하셔도 돼요._',
    englishOnlyOffline:
      '_기술 질문은 아직 영어로만 나와요. 지금은 언어 모델 없이 평가하기 때문에, 한국어로만 쓴 답변에는 점수가 나오지 않을 수 있어요. 영어로 쓰거나 영어 용어를 함께 써 주세요._',
    next: '다음',
    skip: '이 질문 건너뛰기',
    followUp: (ordinal) => `**${ordinal}번 질문에 이어서 하나 더 여쭤볼게요**`,
    skipFollowUp: '더할 내용 없음',
    noted: '답변을 받았어요.',
    skipped: '건너뛰었어요.',
    closedBySilence: '여기까지를 답변으로 받을게요. 다음 답변이 끝나기 전까지는 수정하셔도 반영돼요.',
  },

  notices: {
    no_answer_yet: '이 질문에 대한 답변이 아직 없어요. 답변을 쓰거나 `건너뛰기`라고 해 주세요.',
    question_already_closed: '그 질문은 이미 끝났어요. 지금은 이 질문이에요.',
    edit_too_late: '이미 마감된 답변이라 수정이 반영되지 않아요. 마감된 내용 그대로 평가할게요.',
    deletion_too_late: '이미 마감된 답변이라 메시지를 지워도 바뀌지 않아요. 마감된 내용 그대로 평가할게요.',
    change_of_skipped: '건너뛴 질문이라 메시지를 바꾸셔도 평가하지 않아요.',
    edit_noted: '수정한 내용을 반영했어요. 지금 내용으로 평가할게요.',
    added_to_closed: '그 질문은 방금 끝났어요. 양식에 쓰신 내용을 답변에 더해서 전체를 평가할게요.',
    form_too_late:
      '이미 마감된 질문이라 양식에 쓰신 내용을 반영하지 못했어요. 사라지지 않도록 여기에 그대로 남겨 둘게요.',
    edit_too_long:
      '그렇게 고치면 답변이 12,000자를 넘어서 고치기 전 내용을 그대로 둘게요. 더 짧게 고치시면 반영돼요.',
    answer_too_long:
      '답변이 12,000자를 넘게 되어 마지막 메시지는 넣지 않았어요. 더 짧게 보내시거나 `다음`이라고 해 주세요.',
    too_many_parts:
      '답변 하나에는 메시지를 60개까지 담을 수 있는데 이미 다 차서 마지막 메시지는 넣지 않았어요. `다음`이라고 하면 넘어가요.',
    nothing_to_answer: '지금은 열려 있는 질문이 없어요. `상태`에서 어디까지 왔는지 볼 수 있어요.',
    dispute_noted: '알겠습니다. 다른 모델이 그 답변을 다시 평가하고, 두 평가를 모두 보여 드릴게요.',
    cannot_dispute: '그 평가는 재평가할 수 없어요. 재평가는 언어 모델이 매긴 점수에 한해 한 번만 가능해요.',
    no_second_model: '설정된 언어 모델이 하나뿐이라 재평가할 수 없어요. 점수는 그대로예요.',
  },

  progress: {
    nothingRunning: '진행 중인 면접이 없어요. `시작`이라고 해 주세요.',
    cancelled: (givenBack) =>
      givenBack
        ? '중단했어요. 답변하신 것이 없어서 이번 면접은 횟수에 들어가지 않아요.'
        : '중단했어요. 답변하신 것은 없지만 오늘 이미 세 번 중단하셔서 이번 면접은 횟수에 들어가요.',
    closedByIdleness: '7일 동안 답변이 없어 면접을 마쳤어요.',
    statusPreparing: '면접을 준비하고 있어요.',
    statusAsking: (position, ordinal, of) =>
      `**${position}** 면접을 진행 중이에요. 질문 ${of}개 중 ${ordinal}번째 차례예요.`,
    statusEvaluating: '면접의 마지막 답변을 평가하고 있어요.',
    statusNone: '진행 중인 면접이 없어요.',
  },

  evaluation: {
    outstanding: '아직 평가 중인 답변이 있어요. 끝나는 대로 여기에 결과를 채워 드릴게요.',
    answerOutstanding: '이 답변을 평가하고 있어요…',
    title: '면접 결과',
    overall: '종합',
    basis: (scored, questions) => `질문 ${questions}개 중 답변 ${scored}개의 점수로 계산했어요.`,
    noScore: '점수를 매길 수 있는 답변이 없어 종합 점수가 없어요.',
    estimateNote:
      '추정 점수예요. 언어 모델 없이 답변의 낱말을 예시 답변과 비교했기 때문에, 무엇을 언급했는지는 보이지만 내용이 맞는지는 판단하지 못해요.',
    estimateReasons: {
      no_model: '',
      out_of_reach:
        '지금은 평가 서비스를 쓸 수 없어 추정 점수를 보여 드려요. 서비스가 돌아오는 대로 다시 평가해서 알려 드릴게요.',
      budget:
        '오늘 사용할 수 있는 평가 한도를 모두 써서 추정 점수를 보여 드려요. 내일부터는 다시 정식으로 평가해 드려요.',
      declined: '평가 서비스가 이 답변을 평가하지 못해 추정 점수를 보여 드려요.',
      not_agreed: '답변을 언어 모델 서비스로 보내는 데 동의하지 않으셔서 여기에서 평가한 추정 점수예요.',
    },
    upgraded: (ordinal, before, after) =>
      `평가 서비스에 다시 연결됐어요. ${ordinal}번 답변의 정식 점수: **${after}** (추정은 ${before}).`,
    yourAnswer: '내 답변',
    covered: '잘 담긴 내용',
    partly: '일부만 담긴 내용',
    missed: '빠진 내용',
    notSeen: '찾지 못한 내용',
    expected: '기대한 내용',
    extra: '기대한 내용은 아니지만 맞는 내용',
    exampleAnswer: '예시 답변',
    improvedAnswer: '다듬은 내 답변',
    advice: '조언',
    skipped: '건너뛴 질문이라 점수가 없어요.',
    goodAnswerShows: '좋은 답변에 담기는 것',
    notMentioned: '언급 없음',
    strengths: '잘한 점',
    improvements: '가장 도움이 될 연습',
    practise: '더 연습할 주제',
    instructed: '답변의 일부가 평가자에게 지시하는 내용이라 그 부분은 빼고 나머지를 평가했어요.',
    gates: {
      empty: '답변이 없어 0점이에요.',
      dont_know: '모른다고 하셔서 0점이에요. 예시 답변에서 무엇을 공부하면 좋을지 볼 수 있어요.',
      question_repeated: '질문을 되풀이했을 뿐 더한 내용이 없어 0점이에요.',
      gibberish: '답변에서 낱말을 찾지 못해 0점이에요.',
      only_instructions: '평가자에게 지시하는 내용뿐이라 0점이에요.',
    },
    unscoredReasons: {
      other_language: '점수 없음: 언어 모델이 없으면 같은 언어로 쓴 예시 답변과만 비교할 수 있어요.',
      nothing_recognised:
        '점수 없음: 기대한 내용을 찾지 못했어요. 틀린 답인지, 다른 말로 쓴 맞는 답인지 구분할 수 없어요.',
      grader_failed: '점수 없음: 평가 결과를 받지 못했어요.',
    },
    aspects: {
      situation: '상황',
      task: '과제',
      action: '행동',
      result: '결과',
      reflection: '배운 점',
      specificity: '구체성',
      ownership: '본인의 역할',
      impact: '성과',
      consistency: '이력서와 일치',
    },
    aspectAdvice: {
      situation: '어떤 프로젝트였고 언제, 무엇이 걸려 있었는지 한 문장으로 시작해 보세요.',
      task: '무엇을 했는지 말하기 전에 맡은 일이 정확히 무엇이었는지 말해 보세요.',
      action: '직접 한 일을 순서대로, 왜 그렇게 했는지와 함께 말해 보세요.',
      result: '결과로 마무리해 보세요. 줄인 시간, 막은 오류, 사용자 수 같은 숫자가 있으면 더 좋아요.',
      reflection: '무엇을 배웠고 다시 한다면 무엇을 다르게 할지 덧붙여 보세요.',
      specificity: '시스템, 도구, 숫자, 시기처럼 구체적인 것을 말해 보세요.',
      ownership: '팀이 한 일과 본인이 한 일을 나누고, 직접 한 일은 "제가"로 시작해 말해 보세요.',
      impact: '그 일로 무엇이 달라졌고 어떻게 측정했는지 말해 보세요.',
      consistency: '이력서에 쓴 내용과 맞추고, 다른 부분이 있다면 설명해 보세요.',
    },
    bringIn: (topic, points) => `**${topic}**: 이 내용을 넣어 보세요: ${points.join(', ')}.`,
    learn: (topic) => `**${topic}**: 예시 답변을 읽고 자신의 말로 소리 내어 설명해 보세요.`,
    strongPoint: (topic, met, of) => `**${topic}**: 기대한 내용 ${of}개 중 ${met}개를 담았어요.`,
    strongAspect: (aspect, kind) => `**${aspect}** (${kind})`,
    again: '새 면접 시작하기',
    dispute: (ordinal) => `${ordinal}번 평가에 동의하지 않아요`,
    secondOpinion: (ordinal) => `다른 모델이 ${ordinal}번 답변을 다시 평가했어요.`,
    bothOpinions: (first, second) => `첫 평가: ${first}. 두 번째 평가: ${second}. 더 높은 점수를 반영해요.`,
  },

  history: {
    title: '지난 면접',
    none: '아직 마친 면접이 없어요. `시작`이라고 하면 면접이 시작돼요.',
    entry: (index, date, position, format, score) => `${index}. ${date} · ${position} · ${format} · ${score}`,
    hint: '`report 1`처럼 번호를 붙이면 전체 내용을 볼 수 있어요.',
    noScore: '점수 없음',
    estimate: '추정',
    noSuch: (count) =>
      count === 0 ? '아직 볼 수 있는 결과가 없어요.' : `1부터 ${count}까지의 번호를 골라 주세요.`,
    reportTitle: (date, position) => `${date} ${position} 면접`,
  },

  language: {
    changed: '이제 한국어로 말할게요. 이미 드린 질문은 그대로 둘게요.',
    ask: '어떤 언어로 진행할까요?',
  },

  yourData,

  admin,
  accounts,
  forms,
  venues,
  watched,

  home,
  slack,

  terminal: {
    you: '나',
    hint: 'Enter로 한 줄을 보내요 · `/upload ~/cv.pdf`로 파일 보내기 · `/help` · Ctrl-C로 나가도 모두 저장돼요',
    typing: '잠시만요',
    estimate: '추정',
    unscored: '점수 없음',
    goodbye: '모두 저장했어요. 다시 시작하면 멈춘 자리에서 이어져요.',
    howToUpload: '`/upload` 뒤에 파일 경로를 입력해 주세요. 예: `/upload ~/cv.pdf`',
    fileNotFound: (path) =>
      `${path} 위치에 파일이 없어요. 경로를 확인해 주세요. \`/upload ~/cv.pdf\`는 홈 폴더에서 찾아요.`,
    fileNotReadable: (path) => `${path} 파일을 읽을 수 없어요. 폴더이거나 읽기 권한이 없을 수 있어요.`,
    nothingToEdit: '아직 고칠 메시지가 없어요.',
    unknownCommand: (typed) => `\`/${typed}\` 명령은 없어요. \`/help\`에서 쓸 수 있는 명령을 볼 수 있어요.`,
    notStored: '방금 입력한 내용을 저장하지 못했어요. 다시 보내 주세요.',
    formHint: '한 줄에 한 칸씩 입력하고, * 표시는 꼭 채워 주세요. `/cancel`을 입력하면 양식에서 나가요.',
    formKeeps: (value) => `그냥 Enter를 누르면 \`${value}\`(으)로 둬요.`,
    formLeft: '양식에서 나왔어요. 바뀐 것은 없어요.',
    fieldRequired: '꼭 채워야 하는 칸이에요.',
    fieldTooLong: (characters) => `${characters}자까지 쓸 수 있어요.`,
  },
  discord: {
    estimate: '추정',
    unscored: '점수 없음',
    howToUpload: 'PDF를 이 대화창에 끌어다 놓거나 입력창 옆의 더하기 버튼을 눌러 주세요.',
    choose: '하나를 골라 주세요',
    notStored: '저장하지 못했어요. 아무 일도 일어나지 않았으니 다시 해 주세요.',
    openForm: '양식 열기',
    formIsReady: '입력할 양식이 있어요. 버튼을 눌러 열어 주세요.',
    adminMenu: admin.menu,
    formIsGone: '너무 오래된 버튼이에요. 처음부터 다시 해 주세요.',
    menu: {
      root: '개발자를 위한 모의 면접',
      group: () => '보관 중인 이력서',
      argument: (name) =>
        ({
          position: { name: '직무', description: '어떤 직무의 면접인지 고릅니다' },
          format: { name: '형식', description: '질문 수를 고릅니다' },
          topic: { name: '주제', description: '이 주제의 기술 질문만 받습니다' },
          n: { name: '번호', description: '목록에 나온 번호' },
          language: { name: '언어', description: '봇이 사용할 언어' },
          code: { name: '코드', description: '다른 플랫폼에서 받은 일회용 코드' },
          file: { name: '파일', description: 'PDF 이력서' },
        })[name] ?? { name, description: name },
      value: (_argument, value) =>
        ({
          ai: 'AI',
          be: '백엔드',
          fe: '프론트엔드',
          mobile: '모바일',
          classic: '기본, 질문 3개',
          full: '전체, 질문 10개',
          en: 'English',
          ko: '한국어',
        })[value] ?? value,
    },
  },
};
