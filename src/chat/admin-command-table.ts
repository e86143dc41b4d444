import type { Command } from './command-table.ts';

/** What may stand for the root command `/interview-admin`. */
export const ADMIN_ROOT_WORDS: readonly string[] = ['interview-admin', 'admin', '면접관리', '관리'];

/** Before the name of an admin command in `IncomingCommand.name`. */
export const ADMIN_PREFIX = 'admin ' as const;

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
] as const satisfies readonly Command[];

/** `IncomingCommand.name` of an admin command, without `admin `. */
export type AdminCommandName = (typeof ADMIN_COMMANDS)[number]['name'];
