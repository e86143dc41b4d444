import type { Locale } from '../chat/message.ts';
import { en, type Texts } from './en.ts';
import { ko } from './ko.ts';

export type { Texts } from './en.ts';

const DICTIONARIES: Readonly<Record<Locale, Texts>> = { en, ko };

export function textsOf(locale: Locale): Texts {
  return DICTIONARIES[locale];
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A day, as people of this language write it: `22 Nov 2026`, `2026. 11. 22.` */
export function formatDate(texts: Texts, at: number): string {
  return format(texts.dateFormat, undefined, at);
}

/** The day of a deadline, which is one moment for everybody, in UTC. */
export function formatDay(texts: Texts, at: number): string {
  return format(texts.dateFormat, 'UTC', at);
}

function format(locale: string, timeZone: string | undefined, at: number): string {
  const key = `${locale} ${timeZone}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  dateFormats.set(key, known);
  return known.format(at);
}
