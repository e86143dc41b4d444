import type { Locale } from '../../chat/message.ts';
import { findRate, readNumber } from './numbers.ts';

const UNITS: readonly (readonly [pattern: RegExp, english: string, korean: string])[] = [
  [/^(?:%p|percentage points?)$/iu, ' percentage points', '%p'],
  [/^(?:%|percent|퍼센트)$/iu, '%', '%'],
  [/^(?:ms|milliseconds?)$/iu, ' ms', 'ms'],
  [/^(?:s|secs?|seconds?|초)$/iu, ' seconds', '초'],
  [/^(?:mins?|minutes?|분)$/iu, ' minutes', '분'],
  [/^(?:hours?|시간)$/iu, ' hours', '시간'],
  [/^(?:days?|일)$/iu, ' days', '일'],
  [/^(?:배|x|×|times)$/iu, 'x', '배'],
  [/^fps$/iu, ' fps', 'fps'],
  [/^KB$/iu, ' KB', 'KB'],
  [/^MB$/iu, ' MB', 'MB'],
  [/^GB$/iu, ' GB', 'GB'],
  [/^점$/u, ' points', '점'],
  [/^원$/u, ' won', '원'],
];

/** An amount such as `1,200 ms`, `12 a month` or `0.4초` in a language; as it stands when it has words of its own. */
function sayAmount(amount: string, locale: Locale): string {
  const text = amount.trim();
  if (/^(?:almost |nearly )?(?:none|zero|nothing)$/iu.test(text))
    return locale === 'en' ? text : /^(?:almost|nearly)/iu.test(text) ? '거의 0' : '0';
  const [, hours, minutes] = /^(\d+)시간 (\d+)분$/u.exec(text) ?? [];
  if (hours !== undefined) return locale === 'en' ? `${hours} h ${minutes} min` : text;
  const limit = /^(?:under|less than|below) (.+)$|^(.+?)\s?(?:미만|이하)$/iu.exec(text);
  if (limit !== null) {
    const most = sayAmount(limit[1] ?? limit[2] ?? '', locale);
    return locale === 'en' ? `under ${most}` : `${most} 미만`;
  }
  const rate = findRate(text);
  const bare = rate === null ? text : text.replace(rate[0], '').trim();
  const [, number = '', unit = ''] = /^([~<>≥≤+$]*[\d.,]+)\s?(.*)$/u.exec(bare) ?? [];
  const known = UNITS.find(([pattern]) => pattern.test(unit));
  if (number === '' || (known === undefined && unit !== '')) return text;
  const english = number === '1' ? known?.[1].replace(/s$/u, '') : known?.[1];
  if (locale === 'en') return `${number}${english ?? ''}${rate === null ? '' : ` ${rate[1]}`}`;
  return `${rate === null ? '' : `${rate[2]} `}${number}${known?.[2] ?? (rate === null ? '' : '건')}`;
}

/** An effect as a CV claims it, said in a language: from one amount to another, or by one. */
type SaidEffect =
  | { readonly type: 'range'; readonly from: string; readonly to: string; readonly less: boolean | null }
  | { readonly type: 'single'; readonly value: string };

/** `1,200 ms to 320 ms`, `2.3초에서 0.4초`, `38%` in a language; `less` is `null` when the units differ. */
export function sayEffect(effect: string, locale: Locale): SaidEffect {
  const [first = '', second] = effect.split(/\s?(?:\bto\b|→|->|에서)\s?(?:약\s|about |just )?/iu);
  if (second === undefined) return { type: 'single', value: sayAmount(first, locale) };
  const unitOf = (amount: string) =>
    amount.replace(/^(?:under |less than |below )?[\d.,]+\s?|\s?(?:미만|이하)$/giu, '');
  const unit = unitOf(second);
  const from = unitOf(first) === '' && UNITS.some(([pattern]) => pattern.test(unit)) ? first + unit : first;
  const [before, after] = [readNumber(from), readNumber(second)];
  const comparable = unitOf(from) === unit && before !== after;
  return {
    type: 'range',
    from: sayAmount(from, locale),
    to: sayAmount(second, locale),
    less: comparable ? after < before : null,
  };
}

const QUALITIES: readonly (readonly [pattern: RegExp, english: string, korean: string])[] = [
  [/accuracy|정확도/iu, 'accuracy', '정확도'],
  [/precision|정밀도/iu, 'precision', '정밀도'],
  [/recall|재현율/iu, 'recall', '재현율'],
  [/F1/u, 'F1 score', 'F1 점수'],
];

/** The quality of a model, `F1 0.91`, as `F1 score of 0.91`; `null` when the effect is none. */
export function sayQuality(effect: string, locale: Locale): string | null {
  const [, name = '', value = ''] =
    /^(accuracy|precision|recall|F1(?:[- ]score)?|AUC|mAP|BLEU|ROUGE|RMSE|MAE|NDCG|정확도|정밀도|재현율)[^\d]{0,14}?((?:0?\.)?\d[\d.]*\s?%?)$/iu.exec(
      effect,
    ) ?? [];
  if (value === '') return null;
  const known = QUALITIES.find(([pattern]) => pattern.test(name));
  return locale === 'ko' ? `${known?.[2] ?? name} ${value}` : `${known?.[1] ?? name} of ${value}`;
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The number from one to ten that a word is, or the number itself; `NaN` when it is none. */
export function readCount(word: string): number {
  const index = COUNTS.indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : index + 1;
}

/** `six weeks`: small counts are words. */
export function sayCount(count: number, unit: string): string {
  return `${COUNTS[count - 1] ?? count} ${unit}${count === 1 ? '' : 's'}`;
}

/** `six weeks`, `3개월` in a language. */
export function sayDuration(duration: string, locale: Locale): string {
  const [, count = '', unit = ''] = /^(\w+?)[ -]?(weeks?|months?|주|개월)$/iu.exec(duration) ?? [];
  const number = readCount(count);
  if (!(number > 0)) return duration;
  const weeks = /week|주/iu.test(unit);
  if (locale === 'en') return sayCount(number, weeks ? 'week' : 'month');
  return weeks ? `${number}주` : `${number}개월`;
}
