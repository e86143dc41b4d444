import type { Listed, Page } from '../../../admin/page.ts';
import type { Ailment } from '../../../admin/question.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatNumber, type Texts } from '../../../locales/index.ts';
import { pageId } from '../ask.ts';
import type { Patient } from '../question-health.ts';
import { listView } from './list-view.ts';
import { figuresText, questionLine } from './question-view.ts';

/** How many questions have each, with a button to which. */
export function ailmentsView(
  texts: Texts,
  questions: number,
  counts: readonly (readonly [Ailment, number])[],
): Outgoing {
  const words = texts.admin.health;
  const lines = counts.map(([ailment, count]) =>
    words.count(words.ailments[ailment], formatNumber(texts, count)),
  );
  return {
    cards: [
      {
        title: words.title,
        body: [words.questions(formatNumber(texts, questions)), lines.join('\n')].join('\n\n'),
        footer: words.hint,
      },
    ],
    choices: counts
      .filter(([, count]) => count > 0)
      .map(([ailment]) => ({ id: pageId('questions health', 1, ailment), label: words.show[ailment] })),
  };
}

export function unwellView(texts: Texts, page: Page, kind: Ailment, patients: Listed<Patient>): Outgoing {
  const words = texts.admin.health;
  return listView(texts, page, patients, {
    title: words.show[kind],
    none: words.none[kind],
    line: ({ question, figures }) =>
      kind === 'unasked'
        ? questionLine(texts, question)
        : `${questionLine(texts, question)} · ${figuresText(texts, figures)}`,
    command: 'questions health',
    words: kind,
  });
}
