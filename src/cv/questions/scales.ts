import type { Locale } from '../../chat/message.ts';
import { toKorean } from './glossary.ts';
import { findRate, hasHangul, readNumber, sayNumber } from './numbers.ts';

/** What a size counts, which decides what can be asked about it. */
type ScaleType = 'people' | 'downloads' | 'rows' | 'data' | 'load';
/** How many of what, in one language. */
type SaidScale = { readonly text: string; readonly type: ScaleType };

type Counted = {
  readonly pattern: RegExp;
  readonly english: string;
  readonly korean: string;
  readonly counter: string;
  readonly type: ScaleType;
};

/** `type | English | Korean | counter | pattern`, the more particular first. */
const COUNTED: readonly Counted[] = `
people | customers | 고객 | 명 | customers?|고객
people | couriers | 배달 기사 | 명 | couriers?
people | students | 학생 | 명 | students?|학생
people | friends | 친구 | 명 | friends?|친구
people | subscribers | 구독자 | 명 | subscribers?|구독자
people | visitors | 방문자 | 명 | visitors?|방문자
people | players | 플레이어 | 명 | players?
people | employees | 직원 | 명 | employees?|직원
downloads | downloads | 다운로드 | 회 | downloads?|다운로드
rows | rows | 데이터 | 행 | rows?
rows | records | 레코드 | 건 | records?|레코드
data | documents | 문서 | 건 | documents?|문서
data | images | 이미지 | 장 | images?|이미지
data | samples | 샘플 | 개 | samples?
load | messages | 메시지 | 건 | messages?|메시지
load | requests | 요청 | 건 | requests?|req/s|RPS|QPS|요청
load | transactions | 트랜잭션 | 건 | transactions?|TPS|거래|트랜잭션
load | events | 이벤트 | 건 | events?|이벤트
load | orders | 주문 | 건 | orders?|주문
load | devices | 기기 | 대 | devices?|대$
people | users | 사용자 | 명 | users?|MAU|DAU|사용자|유저|명
downloads | downloads | 다운로드 | 회 | 회
load | records | 데이터 | 건 | 건`
  .trim()
  .split('\n')
  .map((row) => {
    const [type = '', english = '', korean = '', counter = '', ...pattern] = row
      .split('|')
      .map((cell) => cell.trim());
    return { type: type as ScaleType, english, korean, counter, pattern: new RegExp(pattern.join('|'), 'u') };
  });

/** A size as a CV gives it, with its time (`하루`, `per second`) and noun, said in a language; `null` when it cannot be. */
export function sayScale(scale: string, locale: Locale): SaidScale | null {
  const value = readNumber(scale);
  const counted = COUNTED.find(({ pattern }) => pattern.test(scale));
  if (!(value > 0) || counted === undefined) return null;
  const rate = findRate(scale);
  const { english, korean, counter } = counted;
  // Labelled messages are no load but what a model learned from.
  const type = counted.type === 'load' && rate === null && /label/iu.test(scale) ? 'data' : counted.type;
  if (locale === 'en') {
    const own = hasHangul(scale) ? null : scale.replace(/^[~<>≥≤+]+/u, '');
    return { type, text: own ?? `${sayNumber(value, 'en')} ${english}${rate === null ? '' : ` ${rate[1]}`}` };
  }
  const [, adjective = ''] = /\d\s?(?:\w*illion )?([a-z-]+) [a-z]+/u.exec(scale) ?? [];
  const translated =
    adjective === '' || counted.pattern.test(adjective) || findRate(adjective) !== null
      ? null
      : toKorean(adjective);
  const name = translated === null ? korean : `${translated} ${korean}`;
  return { type, text: `${rate === null ? '' : `${rate[2]} `}${name} ${sayNumber(value, 'ko')}${counter}` };
}
