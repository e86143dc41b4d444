import type { CvProblem } from '../cv/cv.ts';
import type { Aspect, EstimateReason, GateReason, UnscoredReason } from '../evaluation/grade.ts';
import type { Notice } from '../interview/events.ts';
import type { FormatName, QuestionKind } from '../interview/formats.ts';
import type { Position } from '../questions/question.ts';
import { accounts } from './en/accounts.ts';
import { admin } from './en/admin.ts';
import { consent } from './en/consent.ts';
import { forms } from './en/forms.ts';
import { home } from './en/home.ts';
import { limits } from './en/limits.ts';
import { quota } from './en/quota.ts';
import { slack } from './en/slack.ts';
import { venues, watched } from './en/watched.ts';
import { yourData } from './en/your-data.ts';

/** Every sentence the bot says, in English. `ko.ts` has the same shape, or it does not compile. */
export const en = {
  localeName: 'English',
  dateFormat: 'en-GB',

  welcome: {
    greeting: (quota: string) =>
      `**Hello! I run mock interviews for software developers, right here in the chat.**\n\nYou send me your CV and choose a position. I ask a technical question, a behavioural one, and one about your own CV. Then you see what your answers covered, what they left out, and what a stronger answer looks like, each point with your own words beside it.\n\nIt takes about 15 minutes. You can stop at any moment and come back days later; nothing is lost. ${quota}`,
    back: (name: string | null) =>
      `Welcome back${name === null ? '' : `, ${name}`}! Nothing is running at the moment.`,
    backToOpen: 'Welcome back! Your interview is still open, exactly where you left it.',
    backToEvaluation: 'Welcome back!',
    start: 'Start an interview',
    otherLanguage: '한국어로 보기',
  },

  help: {
    title: 'What you can do',
    nothingOpen: 'You have no interview running. `start` begins one; `start backend` skips a step.',
    preparing: 'An interview is being set up. `resume` shows what I still need.',
    asking: (ordinal: number, of: number) =>
      `You are at question ${ordinal} of ${of}. Write your answer as one or several messages, then \`next\`. \`skip\` leaves the question out, \`stop\` ends the interview and evaluates what there is.`,
    evaluating: 'Your evaluation is being finished. It appears here by itself.',
    commands:
      '`start` · `resume` · `status` · `next` · `skip` · `stop`\n`cv upload` · `cv list` · `cv delete`\n`history` · `report 1`\n`register` · `login` · `link` · `unlink`\n`language ko` · `privacy` · `help`',
    hint: 'Plain words work here, and so does `/interview` before them.',
  },

  unknownCommand: (word: string) => `I don't know \`${word}\`. \`help\` shows what I understand.`,
  unknownChoice: 'That button is too old for me to know what it meant, so nothing has changed.',
  hello: 'Hello! `start` begins an interview, `help` shows what else there is.',
  notUnderstood: 'I am not sure what to do with that. `start` begins an interview, `help` shows the rest.',

  consent,
  otherChannels: 'I am not used in this channel, but in others here. You can always write to me directly.',
  limits,

  cv: {
    ask: 'Please send me your **CV as a PDF**: a résumé or a letter of application, up to 10 MB and 20 pages.',
    askOrChoose: 'Which **CV** shall I ask about? Choose one you sent before, or send another PDF.',
    option: (fileName: string, date: string) => `${fileName} (${date})`,
    received: (fileName: string, pages: number) =>
      `I have read **${fileName}** (${pages === 1 ? '1 page' : `${pages} pages`}).`,
    receivedByOcr: (fileName: string, pages: number) =>
      `I have read **${fileName}** (${pages === 1 ? '1 page' : `${pages} pages`}). It is a scan, so I recognised its letters and may have misread some.`,
    madeRoom: (most: number, fileNames: readonly string[]) =>
      `I keep ${most} CVs at most, so I have deleted the oldest, ${fileNames.map((name) => `**${name}**`).join(' and ')}.`,
    reading: (position: string | null) =>
      `${position ? `**${position}**, noted. ` : ''}I am still reading your CV. We go on as soon as I am done.`,
    known: (fileName: string) => `I already have **${fileName}** and will use that copy.`,
    forNextTime:
      'The interview that is running goes on with the CV it began with; the next one can use this.',
    chosenBefore: 'This interview goes on with the CV it began with; for the next one you can choose again.',
    nothingToChooseFor: 'No interview is being set up at the moment. Shall I start one?',
    oneAtATime: 'I use one CV at a time, so I took the first file.',
    notAPdf: (fileName: string) =>
      `**${fileName}** is not a PDF. Export your CV as PDF (in most editors: File → Export or Print → Save as PDF) and send it again.`,
    list: 'Your CVs',
    listEntry: (index: number, fileName: string, pages: number, date: string) =>
      `${index}. **${fileName}**, ${pages === 1 ? '1 page' : `${pages} pages`}, sent ${date}`,
    none: 'I have no CV of yours. Send one as a PDF whenever you like.',
    listHint: '`cv delete 1` removes one, `cv delete` removes all.',
    deleted: (fileNames: readonly string[]) =>
      `Deleted: ${fileNames.join(', ')}. The text and the questions made from it are gone. Questions you were already asked about it stay in your history, without the passage they quoted.`,
    noSuch: (count: number) =>
      count === 1 ? 'You have one CV: `cv delete 1`.' : `Choose a number from 1 to ${count}.`,
    confirmDeleteAll: (count: number) => `Delete all ${count} CVs?`,
    confirm: 'Delete them',
    keep: 'Keep them',
    kept: 'Nothing was deleted.',
    inUse: 'An interview about that CV is running. Finish it, or `stop` it first.',
    problems: {
      not_a_pdf:
        'That file says it is a PDF, but it is something else. Export your CV as PDF and send it again.',
      encrypted: 'That PDF is locked with a password. Save a copy without one and send that.',
      damaged:
        'That PDF is damaged or incomplete, perhaps because an upload was cut off. Export it again and send the new file.',
      empty:
        'I found no text in that PDF. If your CV looks right on the screen, print it to PDF again and send that copy.',
      scan: 'That PDF holds a picture of your CV and no text that I could read. Export it from the program you wrote it in and send that file.',
      too_large:
        'That file is larger than 10 MB. A CV without large pictures is well below: export a smaller one and send it again.',
      too_many_pages: 'That PDF has more than 20 pages. Send the CV alone, without attachments.',
      too_slow:
        'Reading that PDF took too long, so I stopped. Print it to PDF again, which usually simplifies it, and send that copy.',
      too_heavy:
        'That PDF unpacks to far more than a CV needs, so I stopped. Print it to PDF again and send that copy.',
    } satisfies Record<CvProblem, string>,
    attachmentProblems: {
      too_large:
        'That file is larger than 10 MB. A CV without large pictures is well below: export a smaller one and send it again.',
      not_found: 'I cannot find that file. Check the path, or send it again.',
      not_allowed: 'I only read files that were sent to me here. Please attach the PDF itself.',
      not_permitted:
        'This workspace does not let me read files yet. Whoever manages me has to give me the permission to; what to do is in my log. Please tell them, and send the file again afterwards.',
      unreachable: 'I could not fetch that file. Please send it again in a moment.',
    },
  },

  start: {
    askPosition: 'Which **position** is the interview for?',
    forPosition: (position: string) => `Start: ${position}`,
    oldMenu: 'That menu was for an earlier step, so I have changed nothing. This is where you are:',
    oldMenuNothingOpen: 'That menu belongs to an interview that is over. Shall I start a new one?',
    alreadyOpen: 'You have an interview open. Shall we go on with it, or end it?',
    resume: 'Go on with it',
    stop: 'End and evaluate it',
    cancel: 'End it',
    unknownPosition: (word: string) => `I have no position "${word}". These are there:`,
    unknownFormat: (word: string, formats: string) => `I have no format "${word}". There is: ${formats}.`,
    unknownTopic: (word: string, some: readonly string[]) =>
      `I have no topic "${word}" for that position. Some that I have: ${some.join(', ')}.`,
    chosen: (position: string) => `An interview for **${position}**. Let’s begin.`,
    elsewhere: 'Your interview is open in another conversation. `resume` brings it here.',
  },

  quota,

  positions: {
    ai: 'AI',
    be: 'Backend',
    fe: 'Frontend',
    mobile: 'Mobile',
  } satisfies Record<Position, string>,
  formats: {
    classic: 'classic, 3 questions',
    full: 'full, 10 questions',
  } satisfies Record<FormatName, string>,
  kinds: {
    technical: 'Technical',
    behavioural: 'Behavioural',
    cv: 'Your CV',
  } satisfies Record<QuestionKind, string>,
  competencies: {
    adaptability: 'Adaptability',
    teamwork: 'Teamwork',
    'time-management': 'Time management',
    'problem-solving': 'Problem solving',
    'integrity-and-judgement': 'Integrity and judgement',
    initiative: 'Initiative',
    'customer-focus': 'Customer focus',
    ownership: 'Ownership',
    leadership: 'Leadership',
    'conflict-resolution': 'Conflict resolution',
    'learning-from-failure': 'Learning from failure',
    communication: 'Communication',
  } as Readonly<Record<string, string>>,

  question: {
    heading: (ordinal: number, of: number, kind: string, topic: string | null) =>
      `**Question ${ordinal} of ${of}** · ${kind}${topic ? ` · ${topic}` : ''}`,
    fromYourCv: 'Your CV says:',
    howToAnswer:
      '_Answer in one message or several. When you have said everything, choose Next; if you stay silent for 12 seconds after a message, I move on. While you are typing, I wait._',
    englishOnly: '',
    englishOnlyOffline: '',
    next: 'Next',
    skip: 'Skip this question',
    followUp: (ordinal: number) => `**A follow-up to question ${ordinal}**`,
    skipFollowUp: 'Nothing to add',
    noted: 'Noted.',
    skipped: 'Skipped.',
    closedBySilence: 'I take that as your answer. Editing it still counts until the next answer is closed.',
  },

  notices: {
    no_answer_yet: 'I have no answer to this question yet. Write one, or `skip` it.',
    question_already_closed: 'That question is closed already. This one is open:',
    edit_too_late: 'That answer is closed and counted, so the edit came too late. It stays as it was.',
    deletion_too_late:
      'That answer is closed and counted, so deleting the message changes nothing: the answer stays as it was.',
    change_of_skipped: 'You skipped that question, so it is not graded, whatever your message says now.',
    edit_noted: 'Your change counts: I will grade the answer as it reads now.',
    added_to_closed:
      'That question had just been closed. I have added what you wrote and will grade the whole answer.',
    form_too_late:
      'That question is closed and counted, so I could not use what you wrote in the form. Here it is, so that it is not lost:',
    edit_too_long:
      'With that change the answer would be longer than 12,000 characters, so it stays as it was. A shorter one counts.',
    answer_too_long:
      'That would make the answer longer than 12,000 characters, so I left your last message out. A shorter one still fits, or go on with `next`.',
    too_many_parts:
      'An answer has room for 60 messages and yours is full, so I left your last one out. `next` goes on.',
    nothing_to_answer: 'There is no open question at the moment. `status` shows where you are.',
    dispute_noted: 'Noted. Another model will grade that answer again, and I will show you both grades.',
    cannot_dispute: 'That grade cannot be reviewed: only grades by a language model can, and each only once.',
    no_second_model:
      'Only one language model is configured here, so nobody else can grade that answer. The grade stays.',
  } satisfies Record<Notice, string>,

  progress: {
    nothingRunning: 'No interview is running. `start` begins one.',
    cancelled: (givenBack: boolean) =>
      givenBack
        ? 'Stopped. You had not answered anything, so this interview does not count.'
        : 'Stopped. You had not answered anything. You have already done that three times today, so this interview counts.',
    closedByIdleness: 'Your interview was quiet for seven days, so I closed it.',
    statusPreparing: 'An interview is being set up.',
    statusAsking: (position: string, ordinal: number, of: number) =>
      `Interview for **${position}**: question ${ordinal} of ${of} is open.`,
    statusEvaluating: 'Your last answer is being graded.',
    statusNone: 'No interview is running.',
  },

  evaluation: {
    outstanding:
      'Some answers are still being graded. I will fill in the results here as soon as they are done.',
    answerOutstanding: 'This answer is being graded…',
    title: 'Your interview',
    overall: 'Overall',
    basis: (scored: number, questions: number) => `The score rests on ${scored} of ${questions} answers.`,
    noScore: 'None of the answers could be scored, so there is no overall score.',
    estimateNote:
      'An estimate: made without a language model, by comparing your words with the example answer. It sees what you mentioned, not whether it is right.',
    estimateReasons: {
      no_model: '',
      out_of_reach:
        'The grading service gives no usable answer at the moment, so this is an estimate. I will grade the answer again as soon as the service is back, and let you know.',
      budget:
        'Today’s allowance for the grading service is used up, so this is an estimate. From tomorrow, interviews are graded in full again.',
      declined: 'The grading service could not grade this answer, so this is an estimate.',
      not_agreed:
        'You have not agreed that a language model service reads your answers, so I graded this one here: an estimate.',
    } satisfies Record<EstimateReason, string>,
    upgraded: (ordinal: number, before: string, after: string) =>
      `The grading service is back. Answer ${ordinal} now has a full grade: **${after}** (the estimate was ${before}).`,
    yourAnswer: 'Your answer',
    covered: 'Covered',
    partly: 'Partly',
    missed: 'Missed',
    notSeen: 'Not seen',
    expected: 'What was expected',
    extra: 'Also right, beyond the expected points',
    exampleAnswer: 'Example answer',
    improvedAnswer: 'Your answer, improved',
    advice: 'Advice',
    skipped: 'Skipped, not scored.',
    goodAnswerShows: 'A strong answer shows',
    notMentioned: 'not mentioned',
    strengths: 'Strengths',
    improvements: 'Most useful next',
    practise: 'Topics to practise',
    instructed:
      'Part of the answer tried to tell the grader what to do. That part was left out; the rest was graded.',
    gates: {
      empty: 'There was no answer, so it scores 0.',
      dont_know: 'You said that you don’t know, so it scores 0. The example answer shows what to learn.',
      question_repeated: 'The answer repeats the question and adds nothing to it, so it scores 0.',
      gibberish: 'I could not find words in the answer, so it scores 0.',
      only_instructions: 'The answer only tells the grader what to do, so it scores 0.',
    } satisfies Record<GateReason, string>,
    unscoredReasons: {
      other_language:
        'Not scored: without a language model I can only compare an answer with an example in the same language.',
      nothing_recognised:
        'Not scored: I recognised none of the expected points, and cannot tell a wrong answer from a right one in other words.',
      grader_failed: 'Not scored: the grader returned nothing usable.',
    } satisfies Record<UnscoredReason, string>,
    aspects: {
      situation: 'Situation',
      task: 'Task',
      action: 'Action',
      result: 'Result',
      reflection: 'Reflection',
      specificity: 'Specificity',
      ownership: 'Own part',
      impact: 'Impact',
      consistency: 'Fits the CV',
    } satisfies Record<Aspect, string>,
    aspectAdvice: {
      situation: 'Open with the situation in one sentence: which project, when, and what was at stake.',
      task: 'Say what exactly was yours to do before you tell what you did.',
      action: 'Tell the steps you took yourself, in order, and why you chose them.',
      result: 'End with what came of it, best with a number: time saved, errors avoided, users reached.',
      reflection: 'Add what you learned and what you would do differently.',
      specificity: 'Name concrete things: systems, tools, numbers, dates.',
      ownership: 'Separate your own part from the team’s: say "I" where it was you.',
      impact: 'Say what changed because of your work, and how you measured it.',
      consistency: 'Stay with what your CV says, and explain where the two differ.',
    } satisfies Record<Aspect, string>,
    bringIn: (topic: string, points: readonly string[]) => `**${topic}**: bring in ${points.join(', ')}.`,
    learn: (topic: string) =>
      `**${topic}**: read the example answer, then explain it aloud in your own words.`,
    strongPoint: (topic: string, met: number, of: number) => `**${topic}**: ${met} of ${of} expected points.`,
    strongAspect: (aspect: string, kind: string) => `**${aspect}** (${kind})`,
    again: 'Start another',
    dispute: (ordinal: number) => `I disagree with grade ${ordinal}`,
    secondOpinion: (ordinal: number) => `Another model has looked at answer ${ordinal}.`,
    bothOpinions: (first: string, second: string) =>
      `First grade: ${first}. Second grade: ${second}. The higher one counts.`,
  },

  history: {
    title: 'Your interviews',
    none: 'You have not finished an interview yet. `start` begins one.',
    entry: (index: number, date: string, position: string, format: string, score: string) =>
      `${index}. ${date} · ${position} · ${format} · ${score}`,
    hint: '`report 1` shows one in full.',
    noScore: 'no score',
    estimate: 'estimate',
    noSuch: (count: number) =>
      count === 0
        ? 'There is no report yet.'
        : `There is no such report. Choose a number from 1 to ${count}.`,
    reportTitle: (date: string, position: string) => `Interview of ${date}, ${position}`,
  },

  language: {
    changed: 'I speak English now. An open question stays as it was asked.',
    ask: 'Which language shall I speak?',
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
    you: 'you',
    hint: 'Enter sends a line · `/upload ~/cv.pdf` sends a file · `/help` · Ctrl-C leaves and keeps everything',
    typing: 'one moment',
    estimate: 'estimate',
    unscored: 'not scored',
    goodbye: 'Everything is stored. Start me again to go on where you left off.',
    howToUpload: 'Type `/upload` and the path of the file, for example `/upload ~/cv.pdf`.',
    fileNotFound: (path: string) =>
      `There is no file at ${path}. Check the path: \`/upload ~/cv.pdf\` looks in your home folder.`,
    fileNotReadable: (path: string) => `I cannot read ${path}. It may be a folder, or closed to you.`,
    nothingToEdit: 'There is no message of yours to change yet.',
    unknownCommand: (typed: string) => `I don't know \`/${typed}\`. \`/help\` shows what I understand.`,
    notStored: 'That line could not be stored, so nothing happened. Please send it again.',
    formHint: 'One line for each field, * must be filled in. `/cancel` leaves the form.',
    formKeeps: (value: string) => `Enter keeps \`${value}\`.`,
    formLeft: 'You have left the form. Nothing was changed.',
    fieldRequired: 'This field must be filled in.',
    fieldTooLong: (characters: number) => `This field takes ${characters} characters at most.`,
  },
  discord: {
    estimate: 'estimate',
    unscored: 'not scored',
    howToUpload: 'Drag the PDF into this chat, or use the plus sign beside the text box.',
    choose: 'Choose one',
    notStored: 'That could not be stored, so nothing happened. Please do it again.',
    openForm: 'Open the form',
    formIsReady: 'There is a form for that. Press the button to open it.',
    adminMenu: admin.menu,
    formIsGone: 'That button is too old. Please begin again.',
    menu: {
      root: 'Mock interviews for software developers',
      group: (_name: string) => 'Your CVs',
      argument: (name: string): { readonly name: string; readonly description: string } =>
        ({
          position: { name: 'position', description: 'What the interview is for' },
          format: { name: 'format', description: 'How many questions it has' },
          topic: { name: 'topic', description: 'Technical questions about this only' },
          n: { name: 'number', description: 'Which one, as numbered in the list' },
          language: { name: 'language', description: 'The language I speak' },
          code: { name: 'code', description: 'The one-time code from your other platform' },
          file: { name: 'file', description: 'Your CV as a PDF' },
        })[name] ?? { name, description: name },
      value: (_argument: string, value: string): string =>
        ({
          ai: 'AI',
          be: 'Backend',
          fe: 'Frontend',
          mobile: 'Mobile',
          classic: 'Classic, 3 questions',
          full: 'Full, 10 questions',
          en: 'English',
          ko: '한국어',
        })[value] ?? value,
    },
  },
};

type Shape<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => infer R
    ? (...parameters: P) => Shape<R>
    : T extends readonly (infer E)[]
      ? readonly Shape<E>[]
      : { readonly [K in keyof T]: Shape<T[K]> };

export type Texts = Shape<typeof en>;
