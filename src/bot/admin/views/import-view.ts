import type { Listed, Page } from '../../../admin/page.ts';
import type { QuestionImport } from '../../../admin/question.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatMoment, formatNumber, type Texts } from '../../../locales/index.ts';
import type { ImportPreview } from '../../../questions/preview-import.ts';
import { confirmView } from './confirm-view.ts';
import { listView } from './list-view.ts';

/** Lines that are named one by one; of more, the number is told. */
const NAMED_LINES = 5;

/** What a file would bring in and what not, with the button that brings it in. */
export function previewView(texts: Texts, kept: QuestionImport, preview: ImportPreview): Outgoing {
  const words = texts.admin.imports;
  if (!preview.ok) return { text: words.unreadable(words.fileProblems[preview.reason], preview.line) };
  const { questions, duplicates, rejected } = preview;
  const some = questions
    .slice(0, NAMED_LINES)
    .map(({ question }) => `- ${question.replace(/\s+/g, ' ').slice(0, 120)}`);
  const parts = [
    words.preview(kept.fileName, formatNumber(texts, questions.length)),
    some.join('\n'),
    duplicates.length === 0
      ? ''
      : words.duplicates(
          formatNumber(texts, duplicates.length),
          duplicates
            .slice(0, NAMED_LINES)
            .map(({ line, sameAs }) => words.sameAs(line, sameAs.line, sameAs.id)),
        ),
    rejected.length === 0
      ? ''
      : words.rejected(
          formatNumber(texts, rejected.length),
          rejected
            .slice(0, NAMED_LINES)
            .map(({ line, reason }) => words.because(line, words.rowProblems[reason])),
        ),
  ].filter((part) => part !== '');
  const text = parts.join('\n\n');
  if (questions.length === 0) return { text };
  return confirmView(
    texts,
    { question: text, label: words.take(questions.length), style: 'primary' },
    'questions import',
    kept.id,
  );
}

export function importListView(texts: Texts, page: Page, imports: Listed<QuestionImport>): Outgoing {
  const words = texts.admin.imports;
  return listView(texts, page, imports, {
    title: words.title,
    none: words.none,
    line: ({ id, fileName, importedBy, questions, status, at }) =>
      `- ${[formatMoment(texts, at), `**${fileName}**`, words.questions(formatNumber(texts, questions)), `\`${importedBy}\``, `\`${id}\``, ...(status === 'undone' ? [words.isUndone] : [])].join(' · ')}`,
    command: 'questions imports',
  });
}
