import type { WeekFigures } from '../../../admin/statistics.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatDay, formatNumber, formatShare, type Texts } from '../../../locales/index.ts';
import type { Statistics } from '../statistics.ts';
import { costText, countLines, secondsText } from './figures.ts';

export function statisticsView(texts: Texts, statistics: Statistics): Outgoing {
  const words = texts.admin.stats;
  const number = (value: number) => formatNumber(texts, value);
  const { accounts, waits, costs } = statistics;
  const field = (name: string, value: string) => ({ name, value });
  return {
    cards: [
      {
        title: words.title,
        fields: [
          field(
            words.accounts,
            words.accountsValue(number(accounts.all), number(accounts.recent), number(accounts.banned)),
          ),
          ...interviewFields(texts, statistics),
          ...(waits.count === 0
            ? []
            : [
                field(
                  words.waiting,
                  words.waitingValue(
                    secondsText(texts, waits.p50Ms),
                    secondsText(texts, waits.p95Ms),
                    number(waits.count),
                  ),
                ),
              ]),
          field(
            words.cost,
            costs
              .map(({ provider, calls, tokens, costMicros }) =>
                words.costLine(
                  provider,
                  number(calls),
                  number(tokens),
                  costMicros === null ? words.noPrice : costText(texts, costMicros),
                ),
              )
              .join('\n') || words.noCalls,
          ),
        ],
      },
    ],
  };
}

function interviewFields(texts: Texts, { states, weeks }: Statistics) {
  const words = texts.admin.stats;
  if (states.length === 0) return [{ name: words.byState, value: words.noInterviews }];
  const countBy = (name: (state: (typeof states)[number]) => string) => {
    const counts = new Map<string, number>();
    for (const state of states) counts.set(name(state), (counts.get(name(state)) ?? 0) + state.count);
    return countLines(texts, counts);
  };
  return [
    { name: words.byState, value: countBy(({ status }) => words.states[status]) },
    {
      name: words.byPosition,
      value: countBy(({ position }) => (position ? texts.positions[position] : words.noPosition)),
    },
    { name: words.byWeek, value: weeks.map((week) => weekLine(texts, week)).join('\n') || words.none },
  ];
}

function weekLine(texts: Texts, { from, begun, completed, medianScore }: WeekFigures): string {
  const words = texts.admin.stats;
  return words.week(
    formatDay(texts, from),
    formatNumber(texts, begun),
    completed === null ? '–' : formatShare(texts, completed),
    medianScore === null ? '–' : medianScore.toFixed(1),
  );
}
