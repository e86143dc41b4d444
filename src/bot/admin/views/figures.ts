import { formatNumber, type Texts } from '../../../locales/index.ts';

/** `1.2 s`, or a dash where nothing was measured. */
export function secondsText(texts: Texts, milliseconds: number | null): string {
  return milliseconds === null ? '–' : texts.admin.seconds((milliseconds / 1000).toFixed(1));
}

/** `$1.20` */
export function costText(texts: Texts, micros: number): string {
  const dollars = (micros / 1_000_000).toLocaleString(texts.dateFormat, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `$${dollars}`;
}

/** Lines of counts, the largest first. */
export function countLines(texts: Texts, counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => texts.admin.stats.count(what, formatNumber(texts, count)))
    .join('\n');
}
