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
  let format = dateFormats.get(texts.dateFormat);
  if (!format) {
    format = new Intl.DateTimeFormat(texts.dateFormat, { dateStyle: 'medium' });
    dateFormats.set(texts.dateFormat, format);
  }
  return format.format(at);
}
