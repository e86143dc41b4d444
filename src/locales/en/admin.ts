import type { Role } from '../../accounts/account.ts';
import type { AuditAction } from '../../admin/audit.ts';
import type { Ailment } from '../../admin/question.ts';
import type { SettingName } from '../../admin/setting.ts';
import type { AttachmentErrorCode } from '../../chat/adapter.ts';
import type { SessionStatus } from '../../interview/state.ts';
import type { RowProblem } from '../../questions/bank-row.ts';
import type { FileProblem } from '../../questions/read-table.ts';

/** What the people who run the bot read. `ko/admin.ts` has the same shape. */
export const admin = {
  /** The same for everybody else, whatever they asked for. */
  refused: 'That is for the people who run this bot.',
  failed: 'That did not work. The log says why; please try again.',
  usage: (usage: string) => `Use it like this: \`${usage}\``,
  leaveIt: 'Leave it',
  leftIt: 'All right, nothing was changed.',
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

  user: {
    title: 'Accounts',
    nobody: (who: string) => `I know nobody by "${who}". \`user find\` looks for parts of names and ids.`,
    several: (who: string) => `Several go by "${who}". Name one by an id:`,
    admin: 'admin',
    bannedSince: (date: string) => `banned since ${date}`,
    ordinary: 'nothing special',
    id: 'Account',
    identities: 'Known as',
    since: 'Since',
    language: 'Language',
    standing: 'Standing',
    lastSeen: 'Last interview activity',
    cvs: 'CVs stored',
    hint: 'Answers, CVs and scores are nobody’s business but their owner’s, so they are not shown.',
    confirmBan: (name: string) =>
      `Ban ${name}? They can then do nothing with the bot, on any platform they have linked. What is stored of them stays.`,
    ban: 'Ban them',
    banned: (name: string) => `${name} is banned. \`user unban\` takes it back.`,
    alreadyBanned: (name: string) => `${name} is banned already.`,
    unbanned: (name: string) => `${name} may use the bot again.`,
    notBanned: (name: string) => `${name} is not banned.`,
    notYourself: 'You cannot ban yourself.',
    notAnOwner: (name: string) =>
      `${name} is named in ADMINS and cannot be banned. Take them out there first.`,
    roles: (roles: readonly string[]) => `A role is one of: ${roles.join(', ')}.`,
    confirmRole: {
      admin: (name: string) =>
        `Make ${name} an admin? They can then see and ban accounts, change questions and settings, everything but roles.`,
      user: (name: string) => `Take the rights of an admin from ${name}?`,
    } satisfies Record<Role, (name: string) => string>,
    giveRole: { admin: 'Make them an admin', user: 'Take the rights' } satisfies Record<Role, string>,
    hasRole: (name: string, role: Role) =>
      role === 'admin' ? `${name} is an admin.` : `${name} is no admin.`,
  },

  quota: {
    count: (most: number) => `Give from 1 to ${most} interviews at a time.`,
    days: (most: number) => `They can be good for 1 to ${most} days; leave the days out for no end.`,
    granted: (count: number, name: string) =>
      count === 1 ? `**${name}** has one interview more.` : `**${name}** has ${count} interviews more.`,
    noGrants: 'Nobody gave them more than everybody has.',
    grant: (count: number, date: string, by: string) => `${count} given on ${date} by \`${by}\``,
    until: (date: string) => `good until ${date}`,
  },

  questions: {
    title: 'Questions',
    none: (words: string) => (words === '' ? 'There are no questions.' : `No question has "${words}" in it.`),
    noSuch: (id: string) => `There is no question \`${id}\`. \`questions search\` finds ids.`,
    disabled: 'disabled',
    enabled: 'is asked',
    state: 'State',
    subject: 'Asked in',
    source: 'From',
    shipped: 'the files that come with the program',
    imported: 'an import',
    importedWith: (id: string) => `import \`${id}\``,
    answers: 'So far',
    figures: (asked: string, mean: string | null, scored: string, disputed: string) =>
      `asked ${asked} times, ${mean === null ? 'no scores' : `mean ${mean} of ${scored} scores`}, disputed ${disputed} times`,
    exampleAnswer: 'Example answer',
    keyPoints: 'Key points',
    korean: 'In Korean',
    goodAnswerShows: 'A strong answer shows',
    warningSign: 'Warning sign',
    confirmDisable: (id: string) =>
      `Ask \`${id}\` no more? Interviews that are running keep it; \`questions enable\` brings it back.`,
    disable: 'Disable it',
    isDisabled: (id: string) => `\`${id}\` is not asked any more.`,
    isEnabled: (id: string) => `\`${id}\` is asked.`,
    exported: (count: string) => `${count} questions that are asked now. The files can be imported again.`,
    exportedFile: (count: string, position: string) => `${count} questions for ${position}, as CSV`,
  },

  health: {
    title: 'Health of the questions',
    questions: (count: string) => `Of ${count} questions that can be asked:`,
    count: (what: string, count: string) => `- ${what}: ${count}`,
    hint: 'Scores of the offline grader count as well. `questions disable` asks one no more.',
    ailments: {
      easy: 'too easy (mean 4.5 or more of five scores or more)',
      hard: 'too hard (mean 1 or less of five scores or more)',
      disputed: 'disputed at least once',
      unasked: 'never asked',
    } satisfies Record<Ailment, string>,
    show: {
      easy: 'Too easy',
      hard: 'Too hard',
      disputed: 'Disputed',
      unasked: 'Never asked',
    } satisfies Record<Ailment, string>,
    none: {
      easy: 'No question is too easy.',
      hard: 'No question is too hard.',
      disputed: 'No grade was disputed.',
      unasked: 'Every question has been asked.',
    } satisfies Record<Ailment, string>,
  },

  imports: {
    title: 'Imports',
    none: 'Nothing has been imported yet.',
    questions: (count: string) => `${count} questions`,
    isUndone: 'undone',
    attach:
      'Attach a CSV file to the command. It needs a header with position, question, topic and example_answer; docs/question-bank.md shows the form. Where nothing can be attached, such as in the terminal: `npm run admin -- questions import FILE.csv`.',
    attachmentProblems: {
      too_large:
        'That file is larger than 8 MB. Split it, or bring it in at the machine with `npm run import`.',
      not_found: 'I cannot find that file. Please attach it again.',
      not_allowed: 'I only read files that were sent to me here. Please attach it to the command.',
      not_permitted: 'I am not allowed to read files here. The bot has to be installed anew with that right.',
      unreachable: 'I could not fetch that file. Please send it again in a moment.',
    } satisfies Record<AttachmentErrorCode, string>,
    unreadable: (why: string, line: number | null) =>
      `${why}${line === null ? '' : ` (line ${line})`} Nothing was changed.`,
    fileProblems: {
      too_large: 'That file has more than 20,000 rows.',
      not_text: 'That file is not text. Save it as CSV and send that.',
      empty: 'That file is empty.',
      no_header: 'That file has no header with position, question, topic and example_answer.',
      unclosed_quote: 'A double quote opens in that file and never closes.',
    } satisfies Record<FileProblem, string>,
    preview: (fileName: string, count: string) => `**${fileName}** has ${count} questions that are new.`,
    duplicates: (count: string, some: readonly string[]) =>
      [`${count} ask what is asked already and are left out:`, ...some].join('\n'),
    sameAs: (line: number, other: number | null, id: string) =>
      `- line ${line}: as ${other === null ? `\`${id}\`` : `line ${other}`}`,
    rejected: (count: string, some: readonly string[]) =>
      [`${count} rows cannot be used and are left out:`, ...some].join('\n'),
    because: (line: number, why: string) => `- line ${line}: ${why}`,
    rowProblems: {
      broken_quotes: 'text follows a closing quote',
      too_many_cells: 'more cells than the header; perhaps a comma without quotes around its cell',
      id_missing: 'no id',
      position_missing: 'no position',
      question_missing: 'no question',
      topic_missing: 'no topic',
      example_answer_missing: 'no example answer',
      id_too_long: 'the id is too long',
      question_too_long: 'the question is longer than 2,000 characters',
      topic_too_long: 'the topic is longer than 100 characters',
      example_answer_too_long: 'the example answer is longer than 10,000 characters',
      key_points_too_long: 'the key points are longer than 4,000 characters',
      question_ko_too_long: 'the Korean question is longer than 2,000 characters',
      example_answer_ko_too_long: 'the Korean example answer is longer than 10,000 characters',
      position_unknown: 'the position is none of ai, be, fe and mobile',
      too_many_key_points: 'more than 12 key points',
    } satisfies Record<RowProblem, string>,
    take: (count: number) => (count === 1 ? 'Add the question' : `Add ${count} questions`),
    taken: (count: number, fileName: string, id: string) =>
      `${count === 1 ? 'One question' : `${count} questions`} of **${fileName}** can be asked from now on. \`questions undo ${id}\` takes that back for 30 days.`,
    gone: 'That preview is gone: it is kept for a day. Please send the file again.',
    already: {
      taken: (fileName: string) => `**${fileName}** was added already.`,
      undone: (fileName: string) => `**${fileName}** was undone already.`,
    },
    noSuch: (id: string) => `There is no import \`${id}\`. \`questions imports\` lists them.`,
    tooLate:
      'An import can be undone for 30 days, and that is over. `questions disable` works for single questions.',
    confirmUndo: (fileName: string, unasked: number, asked: number) =>
      `Take back **${fileName}**? Never asked and deleted: ${unasked}. Asked already, and disabled so that their answers keep them: ${asked}.`,
    undo: 'Take it back',
    undone: (fileName: string, unasked: number, asked: number) =>
      `**${fileName}** is taken back: ${unasked} deleted, ${asked} disabled.`,
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

  settings: {
    title: 'Settings',
    everywhere: 'For everybody',
    here: 'For this server or workspace',
    line: (name: string, value: string, what: string) => `- \`${name}\`: **${value}**. ${what}`,
    asConfigured: (value: string) => `${value}, as configured`,
    notSet: 'not set',
    hint: '`settings set [setting] [value]` changes one, `settings reset [setting]` takes that back.',
    what: {
      quota: 'Interviews that an account may have, 1 to 1000.',
      renewal: 'Whether they are there anew every month: `never` or `monthly`.',
      formats: 'Formats that can be chosen, the usual one first: `classic,full`.',
      retention: 'Days after which a CV is deleted, for CVs sent from now on. No more than is configured.',
      languages: 'Languages that can be chosen, that of somebody new first: `en,ko`.',
      channels: 'Channels in which the bot may be used here: `#interviews` or its id; not set, all of them.',
      language: 'The language of somebody new here, where their own is not known: `en` or `ko`.',
    } satisfies Record<SettingName, string>,
    which: (names: readonly string[]) =>
      `You can set here: ${names.map((name) => `\`${name}\``).join(', ')}.`,
    noPlace: 'That is set for one server or workspace: give the command there.',
    invalid: (what: string) => `That is no value for it. ${what}`,
    tooLong: (days: number) =>
      `People agreed to ${days} days, so that is the most. CV_RETENTION_DAYS in the configuration changes it.`,
    changed: (name: string, value: string) =>
      `\`${name}\` is **${value}** from now on, in every process within a second.`,
    reset: (name: string, value: string) => `\`${name}\` is as configured again: **${value}**.`,
  },

  audit: {
    title: 'Audit',
    none: 'Nothing has been done yet that is written down.',
    line: (when: string, who: string, what: string) => `- ${when} · ${who} · ${what}`,
    actions: {
      'models.test': 'called every model once',
      'question.disable': 'disabled a question',
      'question.enable': 'enabled a question',
      'questions.export': 'exported questions',
      'questions.import': 'imported questions',
      'questions.undo': 'took an import back',
      'quota.grant': 'gave interviews',
      'quota.show': 'looked at somebody’s interviews left',
      'setting.reset': 'reset a setting',
      'setting.set': 'changed a setting',
      'user.ban': 'banned',
      'user.find': 'looked for accounts',
      'user.role': 'changed a role',
      'user.show': 'looked at an account',
      'user.unban': 'lifted a ban',
    } satisfies Record<AuditAction, string>,
  },

  seconds: (seconds: string) => `${seconds} s`,

  menu: {
    root: 'For the people who run this bot',
    group: (name: string): string =>
      ({
        models: 'Language models',
        questions: 'The question bank',
        quota: 'Interviews left',
        settings: 'Settings',
        user: 'Accounts',
      })[name] ?? name,
    argument: (name: string): { readonly name: string; readonly description: string } =>
      ({
        who: { name: 'who', description: 'A name, an id like discord:42, or the id of an account' },
        role: { name: 'role', description: 'What they may do from now on' },
        number: { name: 'number', description: 'How many interviews' },
        days: { name: 'days', description: 'For how many days they are good; without it, for ever' },
        setting: { name: 'setting', description: 'Which setting; the last two are of this server alone' },
        value: { name: 'value', description: 'As `settings list` describes it' },
        words: { name: 'words', description: 'Words of the question, its topic or its id' },
        id: { name: 'id', description: 'The id of the question, like be-caching-001' },
        kind: { name: 'kind', description: 'What is wrong with them' },
        position: { name: 'position', description: 'Only questions for this position' },
        file: { name: 'file', description: 'A CSV file' },
        import: { name: 'import', description: 'The id of the import' },
        reason: { name: 'reason', description: 'Why; it is kept with the grant' },
      })[name] ?? { name, description: name },
    value: (_argument: string, value: string): string =>
      ({
        admin: 'Admin',
        easy: 'Too easy',
        hard: 'Too hard',
        disputed: 'Disputed',
        unasked: 'Never asked',
        ai: 'AI',
        be: 'Backend',
        fe: 'Frontend',
        mobile: 'Mobile',
        user: 'No admin',
        quota: 'Interviews an account may have',
        renewal: 'Whether they come anew every month',
        formats: 'Formats that can be chosen',
        retention: 'Days that CVs are kept',
        languages: 'Languages that can be chosen',
        channels: 'Channels of this server for the bot',
        language: 'Language of somebody new in this server',
      })[value] ?? value,
  },
};
