import { type Change, readMigration, readOptions } from './changes.ts';
import { findTechnologies, type Mention } from './find-technologies.ts';

/** What a passage says that can be asked about. */
export type Facts = {
  readonly mentions: readonly Mention[];
  /** Something was done, not only known or wished. */
  readonly action: boolean;
  /** A figure that is claimed as an effect or a quality: `40%`, `from 1,200 ms to 320 ms`, `정확도 92%`. */
  readonly effect: string | null;
  /** A size: users, requests, rows, bytes. */
  readonly scale: string | null;
  /** How long it took, in weeks or months. */
  readonly duration: string | null;
  /** One thing was replaced by another; `null` inside when it is not said what by what. */
  readonly migration: { readonly change: Change | null } | null;
  readonly incident: boolean;
  readonly choice: boolean;
  /** Two things between which was chosen. */
  readonly options: readonly [string, string] | null;
  readonly team: boolean;
  readonly lasting: boolean;
};

const NUMBER = '(?<![\\w.,-])[~<>≥≤+]?\\$?\\d[\\d,]*(?:\\.\\d+)?';
const EFFECT_UNIT =
  '(?:\\s?(?:%p?|percent(?:age points?)?|퍼센트|배|x\\b|×|ms\\b|µs\\b|milliseconds?\\b|s\\b|secs?\\b|seconds?\\b|minutes?\\b|mins?\\b|hours?\\b|days?\\b|초|분|시간|일|fps\\b|FPS\\b|[KMG]B\\b|점|원|만\\s?원|times\\b))';
const RANGE = new RegExp(
  `(?:from\\s)?${NUMBER}${EFFECT_UNIT}?\\s?(?:\\bto\\b|→|->|에서)\\s?(?:약\\s|under |less than |below |about |just )?\\d[\\d,]*(?:\\.\\d+)?${EFFECT_UNIT}(?:\\s\\d+분)?(?:\\s?(?:미만|이하))?`,
  'iu',
);
const TO_NOTHING = new RegExp(
  `${NUMBER}${EFFECT_UNIT}?(?:\\s(?:an?|per)\\s(?:day|week|month|hour))?\\sto\\s(?:almost |nearly )?(?:none|zero|nothing)\\b`,
  'iu',
);
const FIGURE = new RegExp(`${NUMBER}${EFFECT_UNIT}(?:\\s(?:an?|per)\\s(?:day|week|month)\\b)?`, 'giu');
const QUALITY =
  /(?:\bp(?:50|90|95|99)[^\d]{1,24}\d[\d,.]*\s?m?s\b(?!\s?(?:to|→))|(?:accuracy|precision|recall|F1(?:[- ]score)?|AUC|mAP|BLEU|ROUGE|RMSE|MAE|NDCG|정확도|정밀도|재현율)[^\d]{0,14}(?:0?\.\d+|\d{1,3}(?:\.\d+)?\s?%?))/iu;
const PEOPLE =
  'users?\\b|MAU\\b|DAU\\b|customers?\\b|couriers?\\b|students?\\b|friends?\\b|subscribers?\\b|visitors?\\b|players?\\b|employees?\\b';
const THINGS =
  'requests?\\b|req/s|RPS\\b|QPS\\b|TPS\\b|rows?\\b|records?\\b|events?\\b|messages?\\b|transactions?\\b|orders?\\b|downloads?\\b|documents?\\b|images?\\b|samples?\\b|devices?\\b';
const SCALE = new RegExp(
  `${NUMBER}\\s?(?:[kKM]\\b|million|billion|thousand)?\\+?\\s?(?:(?!(?:and|or|other|more|new|of|to|in|with)\\b)[a-z-]{3,14}\\s){0,2}(?:${PEOPLE}|${THINGS})(?:\\s(?:per|an?)\\s(?:second|minute|hour|day|week|month))?`,
  'iu',
);
const KOREAN_SCALE = new RegExp(
  `(?:(?:일 ?평균|일간|하루|초당|분당|시간당|월간|월|일|주)\\s)?(?:(?:친구|사용자|유저|고객|학생|다운로드|요청|주문|이벤트|메시지)\\s)?${NUMBER}\\s?(?:만|억|천)?\\s?(?:건|명(?!의? ?(?:팀|개발|과|이서))|회(?= ?(?:이상|$|[.,)]|돌파|달성|기록))|대(?=의|가|에))(?:의 (?:요청|주문|데이터|문서|이벤트|메시지|거래|상품|이미지))?`,
  'u',
);
/** How long something took; what merely ran or has run for that long took nobody's time. */
const DURATION =
  /(?:\b(?:in|within|over|took|spent)\s)(?:the (?:last|first) )?(?:about |only |just )?((?:\d{1,2}|one|two|three|four|five|six|eight|nine)[ -]?(?:weeks?|months?))(?![a-z])|(?<![\w.,-])(\d{1,2}\s?(?:주|개월))\s?(?:간|동안|만에)/iu;
const CHANGE_VERB =
  /reduc|improv|increas|cut|lower|decreas|boost|faster|speed|sped|grew|grow|rais|sav(?:ed|ing)|shorten|drop|fell|halv|doubl|optimi|shrink|shrank|단축|개선|향상|감소|절감|증가|상승|줄[이였어]|높[이였]|낮[추춰]|최적화|빨라|달성|availability|uptime|crash-free|coverage|가용성|커버리지|평점/iu;
const ACTION =
  /\b(?:built|build|developed?|designed?|implement(?:ed|ing)|creat(?:ed|ing)|led|wrote|rewrote|introduc(?:ed|ing)|migrat(?:ed|ing|ion)|replac(?:ed|ing)|reduc(?:ed|ing)|improv(?:ed|ing)|increas(?:ed|ing)|optimi[sz](?:ed|ing)|automat(?:ed|ing)|kept|held|drove|grew|brought|chaired|deploy(?:ed|ing)|launched|shipped|released|rebuilt|detected|moved|investigated|refactor(?:ed|ing)|fixed|debugged|maintain(?:ed|ing)|train(?:ed|ing)|fine-tuned|integrat(?:ed|ing)|set up|added|tested|scaled|cut|configured|architected|owned|ran|operat(?:ed|ing)|monitor(?:ed|ing)|split|extracted|converted|upgraded|analy[sz]ed|researched|published|deliver(?:ed|ing)|contribut(?:ed|ing)|mentor(?:ed|ing)|establish(?:ed|ing)|managed|collaborat(?:ed|ing)|work(?:ed|ing) on|responsible for|solved|made|used|coordinated|handled|processed|prototyped|evaluated|documented|organi[sz]ed|taught|helped|proud of)\b|개발(?!자|팀|실|본부|부서|직군| ?환경)|구현|설계(?!사)|도입|개선|구축|적용|최적화|리팩[터토]링|이관|배포|자동화|작성|담당|주도|제작|만들[었고어]|만든|해결|분석|연동|전환|출시|학습시|처리(?!기사)|운영(?!체제)|단축|절감|맡[았아]|고쳤|수정|분리|조절|조정|이전(?=[,.]|$)|발견|확인했/iu;
/** A bullet that begins with what was done, or a sentence with "I" and a past tense that is not about feelings or studies. */
const PAST_TENSE =
  /^(?:own|lead|build|maintain|develop|design|run|operate|write|create|implement)s? |\bI (?:also )?(?:maintain|run|develop|build|contribute|own|lead)\b|^(?!experienced|skilled|interested|motivated|dedicated|certified|detailed|advanced|based|limited|focused|talented|related|updated|passed|needed)[A-Za-z]{2,14}(?:ed|wrote|drove)\b|\bI (?:also |then |once |later )?(?!want|join|lov|lik|learn|enjoy|believ|need|appli|graduat|studi|attend|liv|hop|wish|admir|decid)[a-z]{2,12}ed\b/iu;
const INCIDENT =
  /\b(?:outages?|incidents?|(?<!without |no |zero |zero-)downtime|memory leaks?|race conditions?|deadlocks?|data loss|crash(?:es|ed|ing)?(?!-free)|bottlenecks?|timeouts?|production bugs?)\b|장애|메모리 누수|데드락|교착|병목|동시성 (?:이슈|문제)|유실|크래시|중복 (?:결제|발송|처리|요청)|타임아웃/iu;
const CHOICE =
  /\b(?:instead of|rather than|chose|chosen|decided|compared|trade-?offs?|evaluated|selected)\b|대신|선택|비교|검토|고민|판단/iu;
const TEAM =
  /\b(?:team|together with|we|our|colleagues?|pair(?:ed)?|led|co-?(?:developed|built|authored|wrote)|collaborat\w+|\d+-person|\d+ (?:members?|developers?|engineers?))\b|팀|협업|함께|저희|우리|동료|\d+[인명](?:이서|과 |의? ?(?:팀|개발|프로젝트))/iu;
const LASTING =
  /\b(?:document\w*|maintain\w*|mentor\w*|onboard\w*|open[- ]source\w*|handed over|wiki|guidelines?|on-call|operat(?:ed|ing))\b|운영|문서|유지 ?보수|멘토|인수인계|가이드|공유/iu;

/** Reads what a passage (white space folded) says. Rules by form only: nothing is concluded that is not written. */
export function readFacts(text: string): Facts {
  const action = ACTION.test(text) || PAST_TENSE.test(text);
  const scale = (SCALE.exec(text) ?? KOREAN_SCALE.exec(text))?.[0].trim() ?? null;
  return {
    mentions: findTechnologies(text),
    action,
    effect: readEffect(text),
    scale,
    duration: action ? readDuration(text) : null,
    migration: readMigration(text),
    incident: INCIDENT.test(text),
    choice: CHOICE.test(text),
    options: readOptions(text),
    team: TEAM.test(text),
    lasting: LASTING.test(text),
  };
}

function readDuration(text: string): string | null {
  const [, english, korean] = DURATION.exec(text) ?? [];
  return english ?? korean?.replace(' ', '') ?? null;
}

function readEffect(text: string): string | null {
  const range = RANGE.exec(text)?.[0];
  if (range !== undefined && !/\b(?:19|20)\d{2}\b/u.test(range)) return range.replace(/^from\s/iu, '').trim();
  const toNothing = TO_NOTHING.exec(text)?.[0];
  if (toNothing !== undefined) return toNothing.trim();
  const quality = QUALITY.exec(text)?.[0];
  if (quality !== undefined) return quality.trim();
  const taken = TAKEN.exec(text);
  if (taken !== null) return `${taken[1]}에서 ${taken[2]}`;
  if (!CHANGE_VERB.test(text)) return null;
  return (
    [...text.matchAll(FIGURE)].find((figure) => isChange(text, figure.index, figure[0]))?.[0].trim() ?? null
  );
}

/** `2시간 걸리던 작업을 10분으로`. */
const TAKEN = new RegExp(
  `(${NUMBER}${EFFECT_UNIT})\\s?(?:이상 )?(?:걸리던|걸렸던|소요되던) [^,.]{1,25}?(${NUMBER}${EFFECT_UNIT})`,
  'u',
);
const BEFORE_CHANGE =
  /(?:\b(?:by|of|another|sav\w+))\s(?:about |around |up to |over |more than |nearly |almost |roughly )?$/iu;
const AFTER_CHANGE =
  /^\s?(?:faster|less|fewer|more|lower|higher|reduction|improvement|increase|decrease|smaller|drop|gain|(?:을|를|가|이|나|정도|이상|가량|포인트)?\s?(?:단축|감소|절감|향상|개선|상승|증가|줄|높|낮|빨|늘|절약))/iu;

/** Whether a figure says by how much something changed, not what else there was of it. */
function isChange(text: string, index: number, figure: string): boolean {
  return BEFORE_CHANGE.test(text.slice(0, index)) || AFTER_CHANGE.test(text.slice(index + figure.length));
}
