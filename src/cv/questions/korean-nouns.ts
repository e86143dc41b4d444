/** Words whose last syllable only looks like a particle. */
const WHOLE_WORDS =
  /(?:평가|원가|단가|추가|국가|증가|허가|인가|휴가|경로|도로|진로|프로|메모리|놀이|차이|길이|높이|사이|종이|페이|나이|아이|웨이|레이|플레이|디스플레이|스테이|트레이|리플레이|아르바이트|회의|문의|강의|동의|합의|이의|정의|주의|로고|광고|재고|사고|경고|신고|보고|창고|최고|중고|참고|원고|여고|대여|참여|기여|수여|항해|이해|공해|견해|동의어|단어|언어|용어|은|시각화|그래프로|메인|디자인|도메인|로그인|온라인|오프라인|파이프라인|클라이언트|네트워크|체인|마을|가을|거을|이벤트)$/u;
/** Endings of words that are not part of the noun phrase after them. */
const NOT_BARE =
  /(?:에서|에게|에는|에도|부터|까지|보다|처럼|으로|로|에|은|는|이|가|을|를|도|만|와|과|고|며|여|해|해서|하여|한|된|될|할|하는|되는|하던|있는|없는|던|든|위한|위해|통해|대한|관한|따라|및|등|것|때|후|뒤|중|간|동안|이후|저는|제가|저의|매|각|또한|그리고|다양한|새로운|직접|함께|약|총|최대|가량)$/u;
const GENERIC =
  /^(?:서비스|시스템|앱|어플|기능|프로젝트|작업|업무|문제|원인|코드|것|일|데이터|서버|백엔드|프론트엔드|화면|API|성능|속도|시간|개발|역할|부분|경험|기술|팀|팀원|결과|이슈|오류|에러|버그|로그|가설|로직|구조|환경|프로그램|페이지|웹|사이트|웹사이트|도움|방법|상황|의견|갈등|일정|과정|개념|공부|꿈|노력|능력|역량|사용자|고객|모델|테스트|설계|운영|배포|기반|도구|이를|그것|대회|학습|사용|활용|관리|모듈|실수|책임|요구사항|기획|목표|품질|안정성|업데이트|협업|소통|프로세스|다운로드|누적)$/u;
const NAMEABLE = /^(?:앱|어플|서비스|서버|웹사이트|사이트|모델|프로그램|API|백엔드|프론트엔드)$/u;

const MADE =
  /^(?:개발|구현|구축|설계|도입|적용|제작|작성|운영|자동화|리팩[토터]링|배포|연동|출시|유지 ?보수|분리|전환|재작성|이관|이전|포팅|마이그레이션|문서화|추가|담당|해결|학습|수정|만들|만든|맡[아았은]|고[치쳤]|구성|처리|분석|기획|조절|조정|관리|진행|참여|파인튜닝|재현|발견)/u;
const CHANGED =
  /^(?:개선|단축|절감|감소|향상|최적화|증가|상승|줄[이였여]|높[이였여]|낮[추췄춰]|달성|올[리렸려])/u;

type Found = { readonly noun: string; readonly last: number };

/** Whether a word, without comma, can stand inside a noun phrase. */
function isBare(word: string): boolean {
  if (/[,.;:)·/]$/u.test(word) || /^[-–—(~]/u.test(word) || /^\d/u.test(word)) return false;
  if (/[A-Za-z\d]$/u.test(word)) return true;
  return word.endsWith('의') || WHOLE_WORDS.test(word) || !NOT_BARE.test(word);
}

const LONGEST = 4;

/** The noun phrase that ends with `words[last]` (whose particle is gone: `head`), or `null` when it names nothing in particular. */
function phraseUntil(words: readonly string[], last: number, head: string): string | null {
  if (head === '' || /^\d/u.test(head) || /[,.;:()]$/u.test(head) || /^\(/u.test(head)) return null;
  const taken = [head];
  for (let index = last - 1; index >= 0 && taken.length < LONGEST; index -= 1) {
    const word = words[index] ?? '';
    if (!isBare(word) || MADE.test(word) || (CHANGED.test(word) && !word.endsWith('의'))) break;
    taken.unshift(word);
  }
  while (
    /^(?:기반|관련|각종|여러|전체|기존|신규|사용|주요|저의|저희|우리|제|내|모든|주|월|일|하루|저|이|그|의|같은|또|다른)$/u.test(
      taken[0] ?? '',
    )
  )
    taken.shift();
  const noun = taken.join(' ').replace(/의$/u, '');
  return noun === '' || GENERIC.test(noun) || noun.length < 2 || /^(?:팀원|친구|사용자|동료)들?$/u.test(noun)
    ? null
    : noun;
}

const withoutParticle = (word: string): string | null =>
  /[을를]$/u.test(word) && !WHOLE_WORDS.test(word) ? word.slice(0, -1) : null;

/** What a Korean passage says was done something with: objects of such verbs, and nouns right before them. */
function findObjects(text: string, verbs: RegExp): readonly Found[] {
  const words = text
    .replace(/\([^)]*\)/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found: Found[] = [];
  words.forEach((word, index) => {
    const object = withoutParticle(word);
    const next = words[index + 1] ?? '';
    const isObject = object !== null && words.slice(index + 1, index + 7).some((later) => verbs.test(later));
    const head = isObject ? object : verbs.test(next) && isBare(word) && !word.endsWith('의') ? word : null;
    if (head === null || (MADE.test(head) && head.length < 4) || CHANGED.test(head)) return;
    const noun = phraseUntil(words, index, head);
    if (noun !== null) found.push({ noun, last: index });
  });
  return found;
}

const INCIDENT = /장애|누수|데드락|교착|병목|동시성|유실|크래시|중복|타임아웃|문제|이슈|오류|버그/u;

/** What a passage says was made, or `null`; failures are told apart by `findKoreanIncident`. */
export function findKoreanMade(text: string, tool: string | null): string | null {
  const made = findObjects(text, MADE).find(({ noun }) => !INCIDENT.test(noun));
  if (made !== undefined) return made.noun;
  const generic =
    tool === null
      ? null
      : text
          .split(/\s+/u)
          .map(withoutParticle)
          .find((word) => word !== null && NAMEABLE.test(word));
  return generic ? `${tool} ${generic}` : null;
}

/** What a passage says became more, less or better, or `null`: the noun before a change or before its figure. */
export function findKoreanMetric(text: string, figure: string): string | null {
  const changed = findObjects(text, CHANGED)[0];
  if (changed !== undefined && !/\d/u.test(changed.noun)) return changed.noun;
  const before = text.slice(0, text.indexOf(figure)).trim().split(/\s+/u);
  const head = before.at(-1)?.replace(/(?:을|를|이|가|은|는|도)$/u, '') ?? '';
  return phraseUntil(before, before.length - 1, head);
}

/** The failure that a passage tells of, `알림 유실 장애`, or `null`. */
export function findKoreanIncident(text: string): string | null {
  const words = text.split(/\s+/u);
  const index = words.findIndex((word, position) =>
    /^(?:장애|누수|데드락|교착|병목|유실|크래시|타임아웃)/u.test(word)
      ? true
      : /^(?:문제|이슈|오류)/u.test(word) &&
        /동시성|중복|유실|성능|메모리/u.test(words.slice(Math.max(0, position - 2), position).join(' ')),
  );
  if (index < 0) return null;
  const head = (words[index] ?? '').replace(/[,.]|(?:을|를|이|가|은|는|의|로|으로|에|도)$/gu, '');
  return phraseUntil(words, index, head);
}

/** The name of an entry whose line is its title: `동네 산책로 추천 앱`. */
export function findKoreanTitle(text: string): string | null {
  const title = /^([^.()|:–—]{3,30}?)(?:\s*\(|\s+[–—-]\s|\s*[|:]\s|\s*$)/u.exec(text)?.[1]?.trim();
  if (title === undefined || /[다요]$/u.test(title)) return null;
  const words = title.split(' ');
  return words.length <= 6 && !GENERIC.test(title) && words.every((word) => isBare(word) || word === '기반')
    ? title
    : null;
}
