import type { Locale } from '../../chat/message.ts';

export const hasHangul = (text: string): boolean => /[가-힣]/u.test(text);

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  천: 1e3,
  만: 1e4,
  억: 1e8,
};

/** The number that a figure begins with or holds, with its multiplier: `1.4 billion`, `50만`; `NaN` when there is none. */
export function readNumber(figure: string): number {
  const [, digits = 'none', multiplier = ''] =
    /(\d[\d.,]*)\s?(k\b|K\b|M\b|thousand|million|billion|천|만|억)?/u.exec(figure) ?? [];
  return Number(digits.replace(/[.,]$/u, '').replaceAll(',', '')) * (MULTIPLIERS[multiplier] ?? 1);
}

/** A number in words of a language: `1.4 billion`, `14억 ` (with the space that stands before its counter), `12,000`. */
export function sayNumber(value: number, locale: Locale): string {
  const grouped = (number: number) => Number(number.toFixed(2)).toLocaleString('en-US');
  if (locale === 'en') {
    if (value >= 1e9) return `${grouped(value / 1e9)} billion`;
    return value >= 1e6 ? `${grouped(value / 1e6)} million` : grouped(value);
  }
  if (value >= 1e8 && Number.isInteger(value / 1e6)) return `${grouped(value / 1e8)}억 `;
  return value >= 1e4 && Number.isInteger(value / 1e4) ? `${grouped(value / 1e4)}만 ` : grouped(value);
}

/** How something is said in English and in Korean. */
type Said = readonly [pattern: RegExp, english: string, korean: string];

const RATES: readonly Said[] = [
  [/(?:per|a) second|초당|\b(?:RPS|QPS|TPS)\b|req\/s/u, 'per second', '초당'],
  [/(?:per|a) minute|분당/iu, 'per minute', '분당'],
  [/(?:per|an?) hour|시간당/iu, 'an hour', '시간당'],
  [/(?:per|a) day|daily|하루|매일|일 ?평균|일간|^일(?= )/iu, 'a day', '하루'],
  [/(?:per|a) week|weekly|주간|매주|^주(?= )/iu, 'a week', '주당'],
  [/(?:per|a) month|monthly|월간|매월|^월(?= )|MAU/iu, 'a month', '월'],
];

/** The time that a figure counts over: `per second`, `하루`; `null` when it names none. */
export function findRate(figure: string): Said | null {
  return RATES.find(([pattern]) => pattern.test(figure)) ?? null;
}
