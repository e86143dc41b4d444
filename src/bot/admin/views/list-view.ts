import { type Listed, type Page, placeOf } from '../../../admin/page.ts';
import type { AdminCommandName } from '../../../chat/admin-command-table.ts';
import type { Choice, Outgoing } from '../../../chat/message.ts';
import type { Texts } from '../../../locales/index.ts';
import { pageId } from '../ask.ts';

type ListOptions<Row> = {
  readonly title: string;
  readonly none: string;
  readonly line: (row: Row) => string;
  /** The command that shows the list, for its other pages, and what was searched for. */
  readonly command: AdminCommandName;
  readonly words?: string;
};

/** A part of a list, with buttons to the pages before and after it. */
export function listView<Row>(
  texts: Texts,
  page: Page,
  { rows, total }: Listed<Row>,
  { title, none, line, command, words }: ListOptions<Row>,
): Outgoing {
  if (total === 0) return { text: none };
  const { page: current, pages } = placeOf(page, total);
  const to = (wanted: number, label: string): readonly Choice[] =>
    wanted < 1 || wanted > pages || wanted === current ? [] : [{ id: pageId(command, wanted, words), label }];
  return {
    cards: [
      {
        title,
        body: rows.map(line).join('\n'),
        footer: texts.admin.page(current, pages, total),
      },
    ],
    choices: [
      ...to(Math.min(current - 1, pages), texts.admin.previousPage),
      ...to(current + 1, texts.admin.nextPage),
    ],
  };
}
