import { type ArgumentValue, type Command, POSITION_VALUES } from './command-table.ts';

/** What may stand for the root command `/interview-admin`. */
export const ADMIN_ROOT_WORDS: readonly string[] = ['interview-admin', 'admin', '면접관리', '관리'];

/** Before the name of an admin command in `IncomingCommand.name`. */
export const ADMIN_PREFIX = 'admin ' as const;

const ROLE_VALUES = [
  { value: 'admin', words: ['administrator', '관리자'] },
  { value: 'user', words: ['none', '사용자'] },
] as const satisfies readonly ArgumentValue[];

const AILMENT_VALUES = [
  { value: 'easy', words: ['쉬움'] },
  { value: 'hard', words: ['어려움'] },
  { value: 'disputed', words: ['이의'] },
  { value: 'unasked', words: ['never', '미출제'] },
] as const satisfies readonly ArgumentValue[];

/** What can be set; what each takes is known in `src/admin/setting.ts`. */
const SETTING_VALUES = [
  { value: 'quota', words: ['횟수'] },
  { value: 'renewal', words: ['갱신'] },
  { value: 'formats', words: ['형식'] },
  { value: 'retention', words: ['보관'] },
  { value: 'languages', words: ['언어'] },
  { value: 'channels', words: ['채널'] },
  { value: 'language', words: ['서버언어'] },
] as const satisfies readonly ArgumentValue[];

/**
 * The commands of `/interview-admin`, in the order in which a menu shows them. Typed, the arguments stand in this order; a value
 * of several words goes into double quotes, except the last text, which takes all that is left.
 */
export const ADMIN_COMMANDS = [
  {
    name: 'help',
    description: { en: 'What you can manage from here', ko: '여기서 관리할 수 있는 일을 봅니다' },
    words: { en: [], ko: ['도움말'] },
    arguments: [],
  },
  {
    name: 'stats',
    description: {
      en: 'Accounts, interviews, scores, waiting times, cost',
      ko: '계정, 면접, 점수, 대기 시간, 비용을 봅니다',
    },
    words: { en: ['statistics'], ko: ['통계'] },
    arguments: [],
  },
  {
    name: 'audit',
    description: { en: 'Who changed what, and when', ko: '누가 언제 무엇을 바꿨는지 봅니다' },
    words: { en: ['log'], ko: ['기록'] },
    arguments: [],
  },
  {
    name: 'user find',
    description: { en: 'Find accounts by name or id', ko: '이름이나 아이디로 계정을 찾습니다' },
    words: { en: ['users'], ko: ['사용자 찾기'] },
    arguments: [{ name: 'who', kind: 'text', suggests: false }],
  },
  {
    name: 'user show',
    description: { en: 'See an account, without answers or CVs', ko: '계정을 봅니다 (답변과 이력서는 제외)' },
    words: { en: ['user'], ko: ['사용자 보기', '사용자'] },
    arguments: [{ name: 'who', kind: 'text', suggests: false }],
  },
  {
    name: 'user ban',
    description: { en: 'Keep somebody from using the bot', ko: '봇을 쓰지 못하게 합니다' },
    words: { en: ['ban'], ko: ['사용자 차단', '차단'] },
    arguments: [{ name: 'who', kind: 'text', suggests: false }],
  },
  {
    name: 'user unban',
    description: { en: 'Let somebody use the bot again', ko: '봇을 다시 쓸 수 있게 합니다' },
    words: { en: ['unban'], ko: ['사용자 차단해제', '차단해제', '차단 해제'] },
    arguments: [{ name: 'who', kind: 'text', suggests: false }],
  },
  {
    name: 'user role',
    description: { en: 'Make somebody an admin, or no longer', ko: '관리자로 정하거나 관리자에서 뺍니다' },
    words: { en: ['role'], ko: ['사용자 역할', '역할'] },
    arguments: [
      { name: 'who', kind: 'text', suggests: false },
      { name: 'role', kind: 'choice', values: ROLE_VALUES },
    ],
  },
  {
    name: 'quota show',
    description: { en: 'See how many interviews somebody has left', ko: '남은 면접 횟수를 봅니다' },
    words: { en: ['quota'], ko: ['횟수 보기', '횟수'] },
    arguments: [{ name: 'who', kind: 'text', suggests: false }],
  },
  {
    name: 'quota grant',
    description: { en: 'Give somebody more interviews', ko: '면접 횟수를 더 줍니다' },
    words: { en: ['grant'], ko: ['횟수 추가'] },
    arguments: [
      { name: 'who', kind: 'text', suggests: false },
      { name: 'number', kind: 'number' },
      { name: 'days', kind: 'number' },
      { name: 'reason', kind: 'text', suggests: false },
    ],
  },
  {
    name: 'questions search',
    description: { en: 'Find questions by words or topic', ko: '단어나 주제로 질문을 찾습니다' },
    words: { en: ['questions'], ko: ['질문 찾기', '질문'] },
    arguments: [{ name: 'words', kind: 'text', suggests: false }],
  },
  {
    name: 'questions show',
    description: { en: 'Read a question with its example answer', ko: '질문과 모범 답변을 봅니다' },
    words: { en: [], ko: ['질문 보기'] },
    arguments: [{ name: 'id', kind: 'text', suggests: false }],
  },
  {
    name: 'questions disable',
    description: { en: 'Ask a question no more', ko: '질문을 더 이상 내지 않습니다' },
    words: { en: [], ko: ['질문 끄기'] },
    arguments: [{ name: 'id', kind: 'text', suggests: false }],
  },
  {
    name: 'questions enable',
    description: { en: 'Ask a question again', ko: '질문을 다시 냅니다' },
    words: { en: [], ko: ['질문 켜기'] },
    arguments: [{ name: 'id', kind: 'text', suggests: false }],
  },
  {
    name: 'questions health',
    description: {
      en: 'Too easy, too hard, disputed, never asked',
      ko: '너무 쉽거나 어려운 질문, 이의가 있는 질문을 봅니다',
    },
    words: { en: [], ko: ['질문 점검'] },
    arguments: [{ name: 'kind', kind: 'choice', values: AILMENT_VALUES }],
  },
  {
    name: 'questions export',
    description: { en: 'Get the questions as CSV files', ko: '질문을 CSV 파일로 받습니다' },
    words: { en: [], ko: ['질문 내보내기'] },
    arguments: [{ name: 'position', kind: 'choice', values: POSITION_VALUES }],
  },
  {
    name: 'questions import',
    description: { en: 'Add questions from an attached CSV file', ko: '첨부한 CSV 파일의 질문을 추가합니다' },
    words: { en: [], ko: ['질문 가져오기'] },
    arguments: [{ name: 'file', kind: 'file' }],
  },
  {
    name: 'questions imports',
    description: { en: 'See what was imported', ko: '가져온 파일을 봅니다' },
    words: { en: [], ko: ['질문 가져온파일'] },
    arguments: [],
  },
  {
    name: 'questions undo',
    description: { en: 'Take an import back, within 30 days', ko: '30일 안에 가져오기를 되돌립니다' },
    words: { en: [], ko: ['질문 되돌리기'] },
    arguments: [{ name: 'import', kind: 'text', suggests: false }],
  },
  {
    name: 'models list',
    description: { en: 'How the language models are doing', ko: '언어 모델의 상태를 봅니다' },
    words: { en: ['models'], ko: ['모델 목록', '모델'] },
    arguments: [],
  },
  {
    name: 'models test',
    description: { en: 'Call every language model once, now', ko: '모든 언어 모델을 지금 한 번 호출합니다' },
    words: { en: [], ko: ['모델 시험'] },
    arguments: [],
  },
  {
    name: 'settings list',
    description: { en: 'See what is set, and what can be', ko: '설정과 설정할 수 있는 것을 봅니다' },
    words: { en: ['settings'], ko: ['설정 목록', '설정'] },
    arguments: [],
  },
  {
    name: 'settings set',
    description: { en: 'Change a setting; it takes effect at once', ko: '설정을 바꿉니다. 바로 적용됩니다' },
    words: { en: ['set'], ko: ['설정 변경'] },
    arguments: [
      { name: 'setting', kind: 'choice', values: SETTING_VALUES },
      { name: 'value', kind: 'text', suggests: false },
    ],
  },
  {
    name: 'settings reset',
    description: { en: 'Go back to what is configured', ko: '설정을 처음 값으로 되돌립니다' },
    words: { en: ['reset'], ko: ['설정 초기화'] },
    arguments: [{ name: 'setting', kind: 'choice', values: SETTING_VALUES }],
  },
] as const satisfies readonly Command[];

/** `IncomingCommand.name` of an admin command, without `admin `. */
export type AdminCommandName = (typeof ADMIN_COMMANDS)[number]['name'];
