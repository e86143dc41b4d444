import { findTechnologies } from './find-technologies.ts';

/** Words whose last syllable only looks like a particle or an ending. */
const WHOLE_WORDS =
  /(?:평가|원가|단가|추가|국가|증가|허가|인가|경로|도로|산책로|지도|온도|속도|정도|각도|빈도|난이도|만족도|제도|메모리|놀이|차이|길이|높이|사이|종이|페이|나이|레이|플레이|게이트웨이|딜레이|회의|문의|강의|동의|합의|정의|주의|광고|재고|사고|경고|신고|보고|창고|출고|입고|공고|예고|중고|참고|대여|참여|기여|이해|단어|언어|용어|도메인|로그인|온라인|오프라인|파이프라인|결과|효과|사과|통과|초과|자동화|최적화|문서화|시각화|동기화|구조화|정규화|개인화|디바이스|메인|회원|지원|병원|학원|구인|할인|승인|확인|쇼핑|정보|교통|백만|여행|은행|비행)$/u;
const NOT_BARE =
  /(?:에서|에게|에는|에도|부터|까지|보다|처럼|으로|로|에|은|는|이|가|을|를|도|만|와|과|고|며|여|해|해서|하여|한|된|될|할|하는|되는|있는|없는|던|든|위한|통해|대한|관한|따라|및|등|것|때|후|뒤|중|간|동안|이후|다양한|새로운|직접|함께|도록|하게|되게|[겨춰꿔눠]|올려|늘려|만들어)$|^(?:매|각|약|총|최대|또한|그리고)$/u;
/** Too little to know by itself what is meant. */
const GENERIC =
  /^(?:서비스|시스템|앱|어플|기능|프로젝트|작업|업무|문제|원인|코드|것|일|데이터|서버|백엔드|프론트엔드|화면|API|성능|속도|시간|개발|역할|부분|경험|기술|팀|팀원|결과|이슈|오류|에러|버그|로그|가설|로직|구조|환경|프로그램|페이지|웹|사이트|웹사이트|도움|방법|상황|의견|갈등|일정|과정|개념|공부|꿈|노력|능력|역량|사용자|고객|모델|테스트|설계|운영|배포|기반|도구|이를|그것|대회|학습|사용|활용|관리|모듈|실수|책임|요구사항|기획|목표|품질|안정성|업데이트|협업|소통|프로세스|다운로드|누적|인덱스|쿼리|캐시|테이블|함수|클래스|라이브러리|컴포넌트|이벤트|주문|상품|게시글|회원|[팀동친]\S{1,2}들?)$/u;
const NAMEABLE = /^(?:앱|어플|서비스|서버|웹사이트|사이트|모델|프로그램|API|백엔드|프론트엔드)$/u;
/** At the beginning of a phrase these say nothing. */
const VAGUE =
  /^(?:관련|각종|여러|전체|기존|신규|사용|주요|저의|저희|우리|제|내|모든|주|월|일|하루|저|이|그|의|같은|또|다른|처음|먼저)$/u;
/** Counters, which stand between a number and what is counted: `300만 건의 정산 배치`. */
const COUNTER = /^(?:건|개|명|회|대|곳|장|번|차)의?$/u;
/** Names of activities that are also parts of names: `배포 파이프라인`. */
const ACTIVITY = /^[가-힣]{2,3}$/u;

const MADE =
  /^(?:개발|구현|구축|설계|도입|적용|제작|작성|운영|자동화|리팩[토터]링|배포|연동|출시|유지 ?보수|분리|전환|재작성|이관|이전|포팅|마이그레이션|문서화|추가|담당|해결|학습|수정|만들|만든|맡[아았은]|고[치쳤]|구성|처리|분석|기획|조절|조정|관리|진행|참여|파인튜닝|재현|발견)/u;
const CHANGED =
  /^(?:개선|단축|절감|감소|향상|최적화|증가|상승|줄[이였여]|높[이였여]|낮[추췄춰]|달성|올[리렸려])/u;

/** Whether a word, without comma, can stand inside a noun phrase. */
function isBare(word: string): boolean {
  if (!/[\p{L}\d]/u.test(word) || /[,.;:)·/]$/u.test(word) || /^[-–—(~\d]/u.test(word)) return false;
  return word.endsWith('의') || WHOLE_WORDS.test(word) || !NOT_BARE.test(word);
}

const LONGEST = 5;

/** The noun phrase that ends with `words[last]`, whose particle is gone (`head`); `null` when it names nothing in particular. */
function phraseUntil(words: readonly string[], last: number, head: string): string | null {
  if (!/^[\p{L}][^,.;:()]*$/u.test(head)) return null;
  const taken = [head];
  for (let index = last - 1; index >= 0 && taken.length < LONGEST; index -= 1) {
    const word = words[index] ?? '';
    if (!isBare(word) || COUNTER.test(word)) break;
    if ((MADE.test(word) || CHANGED.test(word)) && !ACTIVITY.test(word) && !word.endsWith('의')) break;
    taken.unshift(word);
  }
  // `생체 인증 기반 간편 송금 기능` is a `간편 송금 기능`; `XML 기반 화면` would be any screen without its beginning.
  const basis = taken.lastIndexOf('기반');
  const specific = taken.slice(basis + 1);
  while (VAGUE.test(specific[0] ?? '')) specific.shift();
  const short = specific.join(' ').replace(/의$/u, '');
  const noun = (GENERIC.test(short) && basis > 0 ? taken.join(' ') : short).replace(
    /(?<=\S \S+) (?:구축|개발|구현|작성|도입|운영)$/u,
    '',
  );
  return noun.length < 2 || GENERIC.test(noun) ? null : noun;
}

const withoutParticle = (word: string): string | null => (/.[을를]$/u.test(word) ? word.slice(0, -1) : null);

/** What a Korean passage says was done something with: objects of such verbs, and nouns right before them. */
function findObjects(text: string, verbs: RegExp): readonly string[] {
  const words = text
    .replace(/\([^)]*\)/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.flatMap((word, index) => {
    const object = withoutParticle(word);
    if (object !== null && !hasVerb(words, index, verbs)) return [];
    const head = object ?? bareObject(words, index, verbs);
    if (head === null) return [];
    // `화면 120개를`: the noun is what is counted.
    const counted = /^\d[\d,]*(?:만|천)?(?:개|건|종|곳)$/u.test(head) && index > 0;
    const noun = counted
      ? phraseUntil(words, index - 1, words[index - 1] ?? '')
      : phraseUntil(words, index, head);
    if (noun === null || (!noun.includes(' ') && (MADE.test(noun) || CHANGED.test(noun)))) return [];
    return [noun];
  });
}

/** Whether one of the verbs follows the object at `index` before another object or verb does. */
function hasVerb(words: readonly string[], index: number, verbs: RegExp): boolean {
  for (const word of words.slice(index + 1, index + 7)) {
    if (verbs.test(word)) return true;
    if (withoutParticle(word) !== null || MADE.test(word) || CHANGED.test(word)) return false;
  }
  return false;
}

/** The word at `index` when it is a noun whose verb follows at once, as in bullets: `디자인 시스템 구축 및 …`. */
function bareObject(words: readonly string[], index: number, verbs: RegExp): string | null {
  const word = words[index] ?? '';
  const next = words[index + 1] ?? '';
  if (!verbs.test(next) || !isBare(word) || word.endsWith('의')) return null;
  const after = words[index + 2] ?? '';
  const goesOn = ACTIVITY.test(next) && after !== '' && !/^(?:및|후|[A-Za-z\d(])/u.test(after);
  return goesOn ? null : word;
}

const FAILURE = /장애|누수|데드락|교착|병목|동시성|유실|크래시|중복|타임아웃|문제|이슈|오류|버그/u;
const PURPOSE = /(?:줄이|높이|낮추|개선하|향상시키)기 위[해하]/u;

/** What a passage says was made, or `null`; failures are told apart by `findKoreanIncident`. */
export function findKoreanMade(text: string, tool: string | null): string | null {
  // `배터리 소모를 줄이기 위해 수집 주기를 조절`: the purpose says more than the means.
  if (PURPOSE.test(text) && !/\d/u.test(text)) return null;
  // A technology by itself was not made.
  const made = findObjects(text, MADE).find(
    (noun) => !FAILURE.test(noun) && findTechnologies(noun)[0]?.written !== noun,
  );
  if (made !== undefined || tool === null) return made ?? null;
  const generic = text
    .split(/\s+/u)
    .map(withoutParticle)
    .find((word) => word !== null && NAMEABLE.test(word));
  return generic ? `${tool} ${generic}` : null;
}

/** What a passage says became more, less or better, or `null`: the noun before its figure, or else before the change. */
export function findKoreanMetric(text: string, figure: string | null): string | null {
  const index = figure === null ? -1 : text.indexOf(figure);
  if (index > 0) {
    const before = text.slice(0, index).trim().split(/\s+/u);
    const last = before.at(-1) ?? '';
    const head = WHOLE_WORDS.test(last) ? last : last.replace(/(?:을|를|이|가|은|는|도)$/u, '');
    const measured = phraseUntil(before, before.length - 1, head);
    if (measured !== null) return measured;
  }
  return findObjects(text, CHANGED).find((noun) => !/\d/u.test(noun)) ?? null;
}

/** The failure that a passage tells of, `알림 유실 장애`, or `null`. */
export function findKoreanIncident(text: string): string | null {
  const words = text.split(/\s+/u);
  const first = words.findIndex((word, position) =>
    /^(?:장애|누수|데드락|교착|병목|유실|크래시|타임아웃)/u.test(word)
      ? true
      : /^(?:문제|이슈|오류)/u.test(word) &&
        /동시성|중복|유실|성능|메모리/u.test(words.slice(Math.max(0, position - 2), position).join(' ')),
  );
  if (first < 0) return null;
  const index = /^(?:장애|문제|이슈|오류)/u.test(words[first + 1] ?? '') ? first + 1 : first;
  // `장애 인지 시간` and `장애 시` speak of failures that may come.
  const named =
    /^[가-힣]+$/u.test(words[index] ?? '') && !/[을를이가은는의로에도]$/u.test(words[index] ?? '');
  if (named && !/^(?:분석|해결|발생|원인|복구|수정|추적|파악)/u.test(words[index + 1] ?? '')) return null;
  const head = (words[index] ?? '').replace(/[,.]|(?:을|를|이|가|은|는|의|로|으로|에|도)$/gu, '');
  return phraseUntil(words, index, head);
}

/** The name of an entry whose line is its title: `동네 산책로 추천 앱`. */
export function findKoreanTitle(text: string): string | null {
  const title = /^([^.()|:–—]{3,30}?)(?:\s*\(|\s+[–—-]\s|\s*[|:]\s|\s*$)/u.exec(text)?.[1]?.trim();
  if (title === undefined || /[다요]$/u.test(title)) return null;
  const words = title.split(' ');
  return words.length <= 6 && !GENERIC.test(title) && !/[을를]$/u.test(words[0] ?? '') ? title : null;
}
