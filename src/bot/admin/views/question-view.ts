import type { Listed, Page } from '../../../admin/page.ts';
import type { BankEntry, QuestionFigures, QuestionSummary } from '../../../admin/question.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatNumber, type Texts } from '../../../locales/index.ts';
import type { Position } from '../../../questions/question.ts';
import { asQuote, shorten } from '../../views/interview-view.ts';
import { listView } from './list-view.ts';

const LISTED_CHARACTERS = 120;

export function questionListView(
  texts: Texts,
  page: Page,
  words: string,
  questions: Listed<QuestionSummary>,
): Outgoing {
  return listView(texts, page, questions, {
    title: texts.admin.questions.title,
    none: texts.admin.questions.none(words),
    line: (question) => questionLine(texts, question),
    command: 'questions search',
    words,
  });
}

/** `- `be-caching-001` Why does a cache … · disabled` */
export function questionLine(texts: Texts, { id, question, active }: QuestionSummary): string {
  const text = shorten(question.replace(/\s+/g, ' '), LISTED_CHARACTERS);
  return `- \`${id}\` ${text}${active ? '' : ` · ${texts.admin.questions.disabled}`}`;
}

export function questionView(texts: Texts, entry: BankEntry, figures: QuestionFigures): Outgoing {
  const words = texts.admin.questions;
  const field = (name: string, value: string) => ({ name, value });
  return {
    cards: [
      {
        title: entry.question.id,
        body: bodyOf(texts, entry),
        fields: [
          field(words.state, entry.active ? words.enabled : words.disabled),
          field(words.subject, subjectOf(texts, entry)),
          ...(entry.kind === 'technical' ? [field(words.source, sourceOf(texts, entry))] : []),
          field(words.answers, figuresText(texts, figures)),
        ],
      },
    ],
  };
}

function bodyOf(texts: Texts, entry: BankEntry): string {
  const words = texts.admin.questions;
  const section = (title: string, text: string | null) => (text ? `**${title}**\n${text}` : null);
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  const parts =
    entry.kind === 'technical'
      ? [
          asQuote(entry.question.question),
          section(words.exampleAnswer, entry.question.exampleAnswer),
          section(words.keyPoints, list(entry.question.keyPoints)),
          section(words.korean, entry.question.questionKo),
        ]
      : [
          asQuote(entry.question.question.en),
          section(words.goodAnswerShows, list(entry.question.goodAnswerShows.en)),
          section(words.warningSign, entry.question.warningSign.en),
          section(words.korean, entry.question.question.ko),
        ];
  return parts.filter(Boolean).join('\n\n');
}

function subjectOf(texts: Texts, entry: BankEntry): string {
  return entry.kind === 'technical'
    ? `${texts.positions[entry.question.position]} · ${entry.question.topic}`
    : `${texts.kinds.behavioural} · ${entry.question.competency}`;
}

function sourceOf({ admin }: Texts, entry: Extract<BankEntry, { kind: 'technical' }>): string {
  const words = admin.questions;
  if (entry.question.source === 'seed') return words.shipped;
  return entry.importId ? words.importedWith(entry.importId) : words.imported;
}

/** `asked 12 times, mean 3.4 of 10 scores, disputed 2 times` */
export function figuresText(
  texts: Texts,
  { asked, scored, mean, disputed }: Omit<QuestionFigures, 'questionId'>,
): string {
  const number = (value: number) => formatNumber(texts, value);
  return texts.admin.questions.figures(
    number(asked),
    mean?.toFixed(1) ?? null,
    number(scored),
    number(disputed),
  );
}

type Exported = { readonly position: Position; readonly count: number; readonly content: string };

export function exportView(texts: Texts, files: readonly Exported[]): Outgoing {
  const words = texts.admin.questions;
  const total = files.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { text: words.none('') };
  return {
    text: words.exported(formatNumber(texts, total)),
    files: files.map(({ position, count, content }) => ({
      name: `questions-${position}.csv`,
      content,
      alt: words.exportedFile(formatNumber(texts, count), texts.positions[position]),
    })),
  };
}
