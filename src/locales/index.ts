import type { Locale } from '../chat/message.ts';
import { en, type Texts } from './en.ts';
import { ko } from './ko.ts';

export type { Texts } from './en.ts';

const DICTIONARIES: Readonly<Record<Locale, Texts>> = { en, ko };

export function textsOf(locale: Locale): Texts {
  return DICTIONARIES[locale];
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatted(texts: Texts, at: number, style: Intl.DateTimeFormatOptions): string {
  const key = `${texts.dateFormat} ${style.timeStyle} ${style.timeZone}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(texts.dateFormat, style);
  dateFormats.set(key, format);
  return format.format(at);
}

/** A day, as people of this language write it: `22 Nov 2026`, `2026. 11. 22.` */
export function formatDate(texts: Texts, at: number): string {
  return formatted(texts, at, { dateStyle: 'medium' });
}

/** The day of a deadline or of a week's beginning, which is one moment for everybody, in UTC. */
export function formatDay(texts: Texts, at: number): string {
  return formatted(texts, at, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A day with the time: `22 Nov 2026, 15:04`. */
export function formatMoment(texts: Texts, at: number): string {
  return formatted(texts, at, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A number, its thousands set apart. */
export function formatNumber(texts: Texts, value: number): string {
  return value.toLocaleString(texts.dateFormat);
}

/** A share of 0–1 in whole per cent. */
export function formatShare(texts: Texts, share: number): string {
  return share.toLocaleString(texts.dateFormat, { style: 'percent' });
}
