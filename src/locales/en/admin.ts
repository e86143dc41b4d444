import type { AuditAction } from '../../admin/audit.ts';
import type { SessionStatus } from '../../interview/state.ts';

/** What the people who run the bot read. `ko/admin.ts` has the same shape. */
export const admin = {
  /** The same for everybody else, whatever they asked for. */
  refused: 'That is for the people who run this bot.',
  failed: 'That did not work. The log says why; please try again.',
  tooOld: 'I do not know that button any more. Please give the command again.',
  unknown: (words: string) => `I have no admin command \`${words}\`.`,
  page: (page: number, pages: number, total: number) => `Page ${page} of ${pages}, ${total} in all.`,
  nextPage: 'Next page',
  previousPage: 'Previous page',

  help: {
    title: 'What you can manage',
    hint: 'Type them after `/interview-admin` or `/admin`. The answers are for your eyes only.',
    command: (usage: string, description: string) => `- \`${usage}\`: ${description}`,
  },

  stats: {
    title: 'Statistics',
    accounts: 'Accounts',
    accountsValue: (all: string, recent: string, banned: string) =>
      `${all}, of them ${recent} new in the last 7 days and ${banned} banned`,
    byState: 'Interviews',
    byPosition: 'By position',
    noPosition: 'not chosen yet',
    states: {
      preparing: 'being set up',
      asking: 'running',
      evaluating: 'being graded',
      finished: 'finished',
      cancelled: 'stopped unanswered',
    } satisfies Record<SessionStatus, string>,
    count: (what: string, count: string) => `- ${what}: ${count}`,
    byWeek: 'By week',
    week: (monday: string, begun: string, completed: string, median: string) =>
      `- from ${monday}: ${begun} begun, ${completed} answered to the end, median score ${median}`,
    none: 'none',
    waiting: 'Waiting for the evaluation',
    waitingValue: (median: string, p95: string, interviews: string) =>
      `half within ${median}, 95 % within ${p95} (${interviews} interviews)`,
    noInterviews: 'No interview has been begun yet.',
    cost: 'Language models, last 30 days',
    costLine: (provider: string, calls: string, tokens: string, cost: string) =>
      `- ${provider}: ${calls} calls, ${tokens} tokens, ${cost}`,
    noPrice: 'no price set',
    noCalls: 'No calls.',
  },

  models: {
    title: 'Language models',
    none: 'No language model is configured: everything is graded offline. `OPENAI_API_KEY` or `LLM_FALLBACKS` sets one.',
    order: 'In the order in which this process asks them now:',
    here: 'in this process',
    day: 'last 24 hours, all processes',
    figures: (calls: string, p50: string, p95: string, errors: string) =>
      `${calls} calls, p50 ${p50}, p95 ${p95}, ${errors} failed`,
    noCalls: 'no calls',
    breaker: {
      closed: 'answers',
      half_open: 'being tried again after failures',
      open: 'rests after repeated failures',
    },
    hint: '`models test` calls each of them once.',
    tested: 'Test calls',
    works: (id: string, model: string, seconds: string) => `- ${id}: answers (${model}, ${seconds})`,
    fails: (id: string, code: string) => `- ${id}: does not answer (${code})`,
  },

  audit: {
    title: 'Audit',
    none: 'Nothing has been done yet that is written down.',
    line: (when: string, who: string, what: string) => `- ${when} · ${who} · ${what}`,
    actions: {
      'models.test': 'called every model once',
    } satisfies Record<AuditAction, string>,
  },

  seconds: (seconds: string) => `${seconds} s`,

  menu: {
    root: 'For the people who run this bot',
    group: (name: string): string => ({ models: 'Language models' })[name] ?? name,
    argument: (name: string): { readonly name: string; readonly description: string } => ({
      name,
      description: name,
    }),
    value: (_argument: string, value: string): string => value,
  },
};
