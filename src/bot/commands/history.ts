import { formatDate } from '../../locales/index.ts';
import type { Decision } from '../decision.ts';
import { answerView, summaryView } from '../views/evaluation-view.ts';
import { historyLines, positionName } from '../views/history-view.ts';
import { startChoice } from '../views/interview-view.ts';

/** Finished interviews, newest first. */
export function history({ loaded, texts, say }: Decision): void {
  if (loaded.history.length === 0) {
    say({ text: texts.history.none, choices: [startChoice(texts)] });
    return;
  }
  const lines = historyLines(texts, loaded.history);
  say({ cards: [{ title: texts.history.title, body: lines.join('\n'), footer: texts.history.hint }] });
}

/** One finished interview in full, as it was shown at its end. */
export function report({ loaded, texts, say }: Decision): void {
  const found = loaded.report;
  if (!found) {
    say({ text: texts.history.noSuch(loaded.history.length) });
    return;
  }
  const { session, interactions } = found;
  say({
    text: `**${texts.history.reportTitle(formatDate(texts, session.startedAt), positionName(texts, session))}**`,
  });
  for (const interaction of interactions) say({ cards: answerView(texts, session, interaction).cards ?? [] });
  say({ cards: summaryView(texts, found).cards ?? [] });
}
