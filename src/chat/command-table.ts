import type { Locale } from './message.ts';

/** A value that an argument allows, with the other words that people use for it. */
export type ArgumentValue = { readonly value: string; readonly words: readonly string[] };

/**
 * An argument of a command, always optional: what is missing is asked for.
 * - `choice`: one of `values`. `number`: a whole number from 1. `file`: an attachment. `code`: `ABCD-2345`.
 * - `text`: free words; with `suggests` the bot knows likely ones (`Suggest`).
 */
export type CommandArgument = { readonly name: string } & (
  | { readonly kind: 'choice'; readonly values: readonly ArgumentValue[] }
  | { readonly kind: 'text'; readonly suggests: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'file' }
  | { readonly kind: 'code' }
);

/** A command of `/interview`, the same on every platform. */
export type Command = {
  /** `start`, or with its group `cv delete`. */
  readonly name: string;
  /** For the platform's own command menu; at most 100 characters (Discord's limit). */
  readonly description: Readonly<Record<Locale, string>>;
  /** What means the same when it is a whole message, in lower case, beside the name itself. */
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  readonly arguments: readonly CommandArgument[];
};

/** What may stand for the root command `/interview`. */
export const ROOT_WORDS: readonly string[] = ['interview', '면접', '인터뷰'];

/** Positions with the words that people use for them; the values are those of the question bank. */
export const POSITION_VALUES = [
  {
    value: 'ai',
    words: [
      'artificial intelligence',
      'ml',
      'machine learning',
      'deep learning',
      'llm',
      '인공지능',
      '에이아이',
      '머신러닝',
      '기계학습',
      '딥러닝',
    ],
  },
  {
    value: 'be',
    words: ['backend', 'server', 'server side', '백엔드', '백앤드', '벡엔드', '서버'],
  },
  {
    value: 'fe',
    words: ['frontend', 'front', '프론트엔드', '프런트엔드', '프론트앤드', '프론트', '프런트'],
  },
  {
    value: 'mobile',
    words: [
      'ios',
      'android',
      'app',
      'flutter',
      'react native',
      '모바일',
      '안드로이드',
      '아이오에스',
      '앱',
      '플러터',
    ],
  },
] as const satisfies readonly ArgumentValue[];

const FORMAT_VALUES = [
  { value: 'classic', words: ['short', '클래식', '기본', '짧게'] },
  { value: 'full', words: ['long', '풀', '전체', '길게'] },
] as const satisfies readonly ArgumentValue[];

const LANGUAGE_VALUES = [
  { value: 'en', words: ['english', '영어', '영어로'] },
  { value: 'ko', words: ['korean', '한국어', '한국어로', '한글', '국어'] },
] as const satisfies readonly ArgumentValue[];

/** The user commands in the order in which a menu shows them. */
export const COMMANDS = [
  {
    name: 'start',
    description: { en: 'Begin a mock interview', ko: '모의 면접을 시작합니다' },
    words: {
      en: ['begin', 'start interview', 'start the interview', 'start an interview'],
      ko: ['시작', '시작하기', '시작할게요', '면접 시작', '인터뷰 시작'],
    },
    arguments: [
      { name: 'position', kind: 'choice', values: POSITION_VALUES },
      { name: 'format', kind: 'choice', values: FORMAT_VALUES },
      { name: 'topic', kind: 'text', suggests: true },
    ],
  },
  {
    name: 'resume',
    description: { en: 'Continue your interview where it stood', ko: '멈춘 곳에서 면접을 이어 갑니다' },
    words: { en: ['continue'], ko: ['계속', '계속하기', '이어하기', '이어서', '재개'] },
    arguments: [],
  },
  {
    name: 'status',
    description: {
      en: 'See what is running and how many interviews you have left',
      ko: '진행 중인 면접과 남은 횟수를 봅니다',
    },
    words: { en: [], ko: ['상태', '현황', '진행 상황'] },
    arguments: [],
  },
  {
    name: 'skip',
    description: { en: 'Skip this question; it stays unscored', ko: '이 질문을 건너뜁니다 (채점하지 않음)' },
    words: { en: ['pass'], ko: ['건너뛰기', '건너뛸게요', '스킵', '패스'] },
    arguments: [],
  },
  {
    name: 'next',
    description: { en: 'Finish your answer and go on', ko: '답변을 마치고 다음으로 넘어갑니다' },
    words: { en: ['done', 'next question'], ko: ['다음', '다음으로', '다음 질문', '넥스트', '이상입니다'] },
    arguments: [],
  },
  {
    name: 'stop',
    description: {
      en: 'End the interview now and evaluate what there is',
      ko: '면접을 끝내고 지금까지의 답변을 평가합니다',
    },
    words: {
      en: ['quit', 'end interview', 'stop interview'],
      ko: ['중단', '중단하기', '그만', '그만하기', '그만할게요', '종료'],
    },
    arguments: [],
  },
  {
    name: 'cv upload',
    description: { en: 'Send your CV as a PDF', ko: '이력서를 PDF로 올립니다' },
    words: {
      en: ['upload cv', 'upload my cv', 'upload resume'],
      ko: ['이력서 업로드', '이력서 올리기', '자기소개서 업로드', '자기소개서 올리기'],
    },
    arguments: [{ name: 'file', kind: 'file' }],
  },
  {
    name: 'cv list',
    description: { en: 'See the CVs you have sent', ko: '보낸 이력서를 봅니다' },
    words: { en: ['cv', 'cvs', 'my cv', 'my cvs', 'my resume'], ko: ['이력서', '내 이력서', '이력서 목록'] },
    arguments: [],
  },
  {
    name: 'cv delete',
    description: { en: 'Delete a CV you have sent', ko: '보낸 이력서를 지웁니다' },
    words: { en: ['delete cv', 'delete my cv'], ko: ['이력서 삭제', '이력서 지우기'] },
    arguments: [{ name: 'n', kind: 'number' }],
  },
  {
    name: 'history',
    description: { en: 'See your past interviews with their scores', ko: '지난 면접과 점수를 봅니다' },
    words: { en: ['my interviews'], ko: ['기록', '내 기록', '면접 기록', '지난 면접'] },
    arguments: [],
  },
  {
    name: 'report',
    description: { en: 'Read one evaluation in full', ko: '평가 한 편을 모두 봅니다' },
    words: { en: ['my report'], ko: ['보고서', '리포트', '평가', '결과'] },
    arguments: [{ name: 'n', kind: 'number' }],
  },
  {
    name: 'language',
    description: { en: 'Choose English or Korean', ko: '영어와 한국어 중에서 고릅니다' },
    words: { en: [], ko: ['언어', '언어 변경', '언어 설정'] },
    arguments: [{ name: 'language', kind: 'choice', values: LANGUAGE_VALUES }],
  },
  {
    name: 'register',
    description: {
      en: 'Get a username and a password, to use your account on other platforms',
      ko: '다른 플랫폼에서도 계정을 쓸 수 있게 가입합니다',
    },
    words: { en: ['sign up', 'create account'], ko: ['가입', '가입하기', '회원가입', '회원 가입'] },
    arguments: [],
  },
  {
    name: 'login',
    description: {
      en: 'Use the account you registered on another platform',
      ko: '다른 플랫폼에서 가입한 계정을 씁니다',
    },
    words: { en: ['log in', 'sign in'], ko: ['로그인', '로그인하기'] },
    arguments: [],
  },
  {
    name: 'link',
    description: {
      en: 'Attach another platform with a one-time code',
      ko: '일회용 코드로 다른 플랫폼을 연결합니다',
    },
    words: { en: ['link account'], ko: ['연결', '연결하기', '계정 연결'] },
    arguments: [{ name: 'code', kind: 'code' }],
  },
  {
    name: 'unlink',
    description: { en: 'Detach this platform from your account', ko: '이 플랫폼과 계정의 연결을 끊습니다' },
    words: { en: ['unlink account'], ko: ['연결해제', '연결 해제', '연결 끊기', '분리'] },
    arguments: [],
  },
  {
    name: 'privacy',
    description: {
      en: 'See what happens to your CV and your answers',
      ko: '이력서와 답변을 어떻게 다루는지 봅니다',
    },
    words: { en: [], ko: ['개인정보', '개인 정보', '개인정보 처리'] },
    arguments: [],
  },
  {
    name: 'export',
    description: { en: 'Get everything that is stored about you', ko: '보관 중인 내 데이터를 모두 받습니다' },
    words: {
      en: ['my data', 'export my data', 'download my data', 'get my data'],
      ko: ['내보내기', '내 데이터', '내 데이터 받기', '내 데이터 내보내기', '데이터 내보내기'],
    },
    arguments: [],
  },
  {
    name: 'delete-me',
    description: {
      en: 'Have everything about you erased, after a confirmation',
      ko: '확인을 거쳐 나에 대한 데이터를 모두 지웁니다',
    },
    words: {
      en: ['delete me', 'delete my account', 'delete my data', 'delete everything', 'erase me', 'forget me'],
      ko: ['탈퇴', '탈퇴하기', '회원 탈퇴', '계정 삭제', '내 데이터 삭제', '데이터 삭제', '모두 지우기'],
    },
    arguments: [],
  },
  {
    name: 'help',
    description: { en: 'What you can do from here', ko: '지금 할 수 있는 일을 봅니다' },
    words: { en: [], ko: ['도움말', '도움', '도와줘', '도와주세요', '사용법'] },
    arguments: [],
  },
] as const satisfies readonly Command[];

/** `IncomingCommand.name` of a command that exists. */
export type CommandName = (typeof COMMANDS)[number]['name'];
