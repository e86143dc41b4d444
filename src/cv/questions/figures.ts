import type { Locale } from '../../chat/message.ts';
import { toEnglish, toKorean } from './glossary.ts';

const hasHangul = (text: string): boolean => /[가-힣]/u.test(text);

const MULTIPLIERS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  천: 1e3,
  만: 1e4,
  억: 1e8,
};

/** `1.4 billion` as Koreans write it: `14억`; `12,000` stays. */
function koreanNumber(value: number): string {
  const tidy = (number: number) => Number(number.toFixed(2)).toLocaleString('en-US');
  if (value >= 1e8 && Number.isInteger(value / 1e6)) return `${tidy(value / 1e8)}억`;
  if (value >= 1e4 && Number.isInteger(value / 1e3)) return `${tidy(value / 1e4)}만`;
  return value.toLocaleString('en-US');
}

function englishNumber(value: number): string {
  if (value >= 1e9) return `${value / 1e9} billion`;
  if (value >= 1e6) return `${value / 1e6} million`;
  return value.toLocaleString('en-US');
}

const UNITS: readonly (readonly [pattern: RegExp, english: string, korean: string])[] = [
  [/^(?:%p|percentage points?)$/iu, ' percentage points', '%p'],
  [/^(?:%|percent|퍼센트)$/iu, '%', '%'],
  [/^(?:ms|milliseconds?)$/iu, ' ms', 'ms'],
  [/^(?:s|secs?|seconds?|초)$/iu, ' s', '초'],
  [/^(?:mins?|minutes?|분)$/iu, ' min', '분'],
  [/^(?:hours?|시간)$/iu, ' hours', '시간'],
  [/^(?:days?|일)$/iu, ' days', '일'],
  [/^(?:배|x|×|times)$/iu, ' times', '배'],
  [/^(?:fps)$/iu, ' fps', 'fps'],
  [/^(?:KB|MB|GB)$/iu, ' MB', 'MB'],
  [/^점$/u, ' points', '점'],
  [/^원$/u, ' won', '원'],
];

const PER: readonly (readonly [pattern: RegExp, english: string, korean: string])[] = [
  [/(?:per|a) second|초당/iu, 'per second', '초당'],
  [/(?:per|a) minute|분당/iu, 'per minute', '분당'],
  [/(?:per|an?) hour|시간당/iu, 'an hour', '시간당'],
  [/(?:per|a) day|하루|매일|일 ?평균|(?:^| )일(?= )/iu, 'a day', '하루'],
  [/(?:per|a) week|weekly|주간|매주/iu, 'a week', '주당'],
  [/(?:per|a) month|월|매월/iu, 'a month', '월'],
];

/** An amount such as `1,200 ms`, `12 a month` or `0.4초` in a language; as it stands when it has no other words. */
function sayAmount(amount: string, locale: Locale): string {
  const text = amount.trim();
  if (/^(?:almost |nearly )?(?:none|zero|nothing)$/iu.test(text))
    return locale === 'en' ? text : /^(?:almost|nearly)/iu.test(text) ? '거의 0' : '0';
  const per = PER.find(([pattern]) => pattern.test(text));
  const bare = per === undefined ? text : text.replace(per[0], '').trim();
  const [, number = '', unit = ''] = /^([~<>≥≤+$]*[\d.,]+)\s?(.*)$/u.exec(bare) ?? [];
  const known = UNITS.find(([pattern]) => pattern.test(unit));
  if (number === '' || (known === undefined && unit !== '')) return text;
  if (locale === 'en') {
    if (!hasHangul(text)) return text;
    return `${number}${known?.[1] ?? ''}${per === undefined ? '' : ` ${per[1]}`}`;
  }
  const koreanUnit = /^[KMG]B$/iu.test(unit) ? unit : (known?.[2] ?? '');
  return `${per === undefined ? '' : `${per[2]} `}${number}${koreanUnit}`;
}

/** An effect as a CV claims it: `from` and `to`, or one `value` when it is a single figure; each said in a language. */
export type SaidEffect =
  | { readonly type: 'range'; readonly from: string; readonly to: string }
  | { readonly type: 'single'; readonly value: string };

/** `1,200 ms to 320 ms`, `2.3초에서 0.4초`, `38%` in a language. */
export function sayEffect(effect: string, locale: Locale): SaidEffect {
  const [first = '', second] = effect.split(/\s?(?:\bto\b|→|->|에서)\s?/iu);
  if (second === undefined) return { type: 'single', value: sayAmount(first, locale) };
  const unit = second.replace(/^(?:약\s)?[\d.,]+\s?/u, '');
  const from =
    /^[\d.,]+$/u.test(first) && UNITS.some(([pattern]) => pattern.test(unit))
      ? `${first}${unit === '%' || hasHangul(unit) ? '' : ' '}${unit}`
      : first;
  return {
    type: 'range',
    from: sayAmount(from, locale),
    to: sayAmount(second.replace(/^약\s/u, ''), locale),
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
  if (locale === 'ko') return `${known?.[2] ?? name} ${value}`;
  return `${known?.[1] ?? name} of ${value}`;
}

/** How many of what, in one language. `people` are asked about otherwise than load. */
export type SaidScale = { readonly text: string; readonly what: 'people' | 'rows' | 'data' | 'load' };

const NOUNS: readonly (readonly [
  pattern: RegExp,
  english: string,
  korean: string,
  counter: string,
  what: SaidScale['what'],
])[] = [
  [/users?|사용자|유저|MAU|DAU/iu, 'users', '사용자', '명', 'people'],
  [/customers?|고객/iu, 'customers', '고객', '명', 'people'],
  [/couriers?|기사/iu, 'couriers', '배달 기사', '명', 'people'],
  [/students?|학생/iu, 'students', '학생', '명', 'people'],
  [/friends?|친구/iu, 'friends', '친구', '명', 'people'],
  [/downloads?|다운로드/iu, 'downloads', '다운로드', '회', 'people'],
  [/rows?/iu, 'rows', '데이터', '행', 'rows'],
  [/records?|레코드/iu, 'records', '레코드', '건', 'rows'],
  [/documents?|문서/iu, 'documents', '문서', '건', 'data'],
  [/images?|이미지/iu, 'images', '이미지', '장', 'data'],
  [/samples?/iu, 'samples', '샘플', '개', 'data'],
  [/messages?|메시지/iu, 'messages', '메시지', '건', 'load'],
  [/requests?|req\/s|RPS|QPS|요청/iu, 'requests', '요청', '건', 'load'],
  [/transactions?|TPS|거래|트랜잭션/iu, 'transactions', '트랜잭션', '건', 'load'],
  [/events?|이벤트/iu, 'events', '이벤트', '건', 'load'],
  [/orders?|주문/iu, 'orders', '주문', '건', 'load'],
  [/stores?|매장/iu, 'stores', '매장', '곳', 'load'],
  [/devices?|기기/iu, 'devices', '기기', '대', 'load'],
  [/명/u, 'users', '사용자', '명', 'people'],
  [/회/u, 'downloads', '다운로드', '회', 'people'],
  [/건|개/u, 'records', '데이터', '건', 'load'],
];

/** A size as a CV gives it, with its time (`하루`, `per second`) and noun, said in a language; `null` when it cannot be. */
export function sayScale(scale: string, locale: Locale): SaidScale | null {
  const [, digits = '', multiplier = '', rest = ''] =
    /([\d.,]*\d)\s?(k\b|K\b|M\b|thousand|million|billion|천|만|억)?\+?\s?(.*)$/u.exec(scale) ?? [];
  const value =
    Number(digits.replaceAll(',', '')) *
    (MULTIPLIERS[multiplier] ?? { k: 1e3, K: 1e3, M: 1e6 }[multiplier] ?? 1);
  const noun = NOUNS.find(([pattern]) => pattern.test(scale.replace(/\b(?:a|per) \w+$/u, '')));
  if (!(value > 0) || noun === undefined) return null;
  const rate = /(?:RPS|QPS|TPS|req\/s)/u.test(scale) ? PER[0] : PER.find(([pattern]) => pattern.test(scale));
  const [, english, korean, counter, what] = noun;
  const kind = what === 'load' && rate === undefined && /label|문서|학습|라벨/iu.test(scale) ? 'data' : what;
  if (locale === 'en') {
    const own = hasHangul(scale) ? null : scale.replace(/^[~<>≥≤+]+/u, '');
    return {
      text: own ?? `${englishNumber(value)} ${english}${rate === undefined ? '' : ` ${rate[1]}`}`,
      what: kind,
    };
  }
  const adjective = hasHangul(scale) ? null : toKorean(/^([a-z-]+) [a-z]+/u.exec(rest)?.[1] ?? '');
  const name = `${adjective === null || adjective === korean ? '' : `${adjective} `}${korean}`;
  return {
    text: `${rate === undefined ? '' : `${rate[2]} `}${name} ${koreanNumber(value)}${counter === '명' || counter === '회' ? ' ' : ''}${counter}`.replace(
      '만 명',
      '만 명',
    ),
    what: kind,
  };
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `six weeks`, `3개월` in a language. */
export function sayDuration(duration: string, locale: Locale): string {
  const [, count = '', unit = ''] = /^(\w+?)[ -]?(weeks?|months?|주|개월)$/iu.exec(duration) ?? [];
  const number = COUNTS.includes(count.toLowerCase())
    ? COUNTS.indexOf(count.toLowerCase()) + 1
    : Number(count);
  if (!(number > 0)) return duration;
  const weeks = /week|주/iu.test(unit);
  if (locale === 'ko') return weeks ? `${number}주` : `${number}개월`;
  const spelt = number <= 9 ? (COUNTS[number - 1] ?? '') : String(number);
  return `${spelt} ${weeks ? 'week' : 'month'}${number === 1 ? '' : 's'}`;
}

/** Whether the amounts of two phrases would be read as one: used to leave a word out that stands in the other. */
export function translateNoun(phrase: string, locale: Locale): string | null {
  if (hasHangul(phrase)) return locale === 'ko' ? phrase : toEnglish(phrase);
  return locale === 'en' ? phrase : toKorean(phrase);
}
