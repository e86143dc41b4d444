import type { Session } from '../../interview/state.ts';
import { formatDate, type Texts } from '../../locales/index.ts';

/** One line for each finished interview, newest first: when, what for, and the score. */
export function historyLines(texts: Texts, history: readonly Session[]): readonly string[] {
  return history.map((session, index) =>
    texts.history.entry(
      index + 1,
      formatDate(texts, session.startedAt),
      positionName(texts, session),
      texts.formats[session.format],
      scoreOf(texts, session),
    ),
  );
}

export function positionName(texts: Texts, { position }: Session): string {
  return position ? texts.positions[position] : '';
}

function scoreOf(texts: Texts, { overall }: Session): string {
  if (overall?.score == null) return texts.history.noScore;
  return `${overall.score.toFixed(1)} / 5${overall.estimate ? ` (${texts.history.estimate})` : ''}`;
}
