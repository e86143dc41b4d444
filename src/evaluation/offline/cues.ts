import { clausesOf, sentencesOf } from '../text/clauses.ts';

/** A cue: words by which one part of a story is known. */
export type Cue = RegExp;

/** A sentence, or a long one's clause, in which cues were found. */
export type Finding = {
  /** Verbatim from the answer: where most cues stand. */
  readonly quote: string;
  /** How many different cues the whole answer has. */
  readonly kinds: number;
  /** How often any of them occurs. */
  readonly times: number;
};

const LONG_SENTENCE = 220;

const unitsOf = (answer: string): string[] =>
  sentencesOf(answer).flatMap(([start, end]) => {
    const sentence = answer.slice(start, end);
    if (sentence.length <= LONG_SENTENCE) return [sentence];
    return clausesOf(sentence).map((clause) => sentence.slice(clause.start, clause.end));
  });

const countIn = (text: string, cues: readonly Cue[]): number =>
  cues.reduce((sum, cue) => sum + (text.match(cue)?.length ?? 0), 0);

/** Looks for cues in an answer; `null` when it has none. Every cue must be global and case-insensitive. */
export const findCues = (answer: string, cues: readonly Cue[]): Finding | null => {
  const kinds = cues.filter((cue) => answer.search(cue) >= 0).length;
  if (kinds === 0) return null;
  let quote = '';
  let most = 0;
  for (const unit of unitsOf(answer)) {
    const here = countIn(unit, cues);
    if (here > most) [quote, most] = [unit, here];
  }
  return quote === '' ? null : { quote, kinds, times: countIn(answer, cues) };
};

const cue = (english: string, korean: string): Cue => new RegExp(`\\b(?:${english})\\b|${korean}`, 'giu');

/** A number that measures something: of so many digits, since `1.21.21.2…` would otherwise be read to its end from each of its parts. */
export const MEASURE: Cue =
  /\b\d[\d.,]{0,20}\s*(?:%|percent|ms|milliseconds?|s\b|seconds?|minutes?|hours?|days?|weeks?|months?|years?|x\b|times|fold|users?|customers?|requests?|errors?|tickets?|people|engineers?|developers?|points?|gb|mb|tb|kb|qps|rps|k\b|million|billion|usd|dollars?|euros?|won)|(?:half|twice|doubled|halved|tripled)\b|\d[\d.,]{0,20}\s*(?:퍼센트|초|분|시간|일|주|개월|달|년|배|명|건|개|만|억|원|회|점|밀리초)|절반/giu;
/** Any number, and a date or length of time in words. */
export const NUMBER: Cue =
  /\b\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b|(?:두|세|네|다섯|여섯|일곱|열)\s*(?:명|개|번|달|주|가지|시간|일)|하루|이틀|사흘|나흘|일주일|보름|한\s*달/giu;
/** Names: of technologies, products, teams; capitals within a sentence, acronyms, words with inner capitals or dots. */
export const NAME: Cue =
  /(?<=[\p{L}\p{N},)]\s)\p{Lu}[\p{L}\p{N}+#.]*|\b\p{Lu}{2,}[\p{Lu}\p{N}]*\b|\b\p{L}{1,30}(?:\p{Ll}\p{Lu})\p{L}{0,30}\b|\b\p{L}{1,30}\.(?:js|io|net|py)\b/gu;
/** English technology terms within Korean. */
export const LATIN_TERM: Cue =
  /(?<=\p{Script=Hangul}\s?)[A-Za-z][A-Za-z0-9+#.-]{1,}|[A-Za-z][A-Za-z0-9+#.-]+(?=\s?\p{Script=Hangul})/gu;

export const SITUATION: readonly Cue[] = [
  cue(
    'when i (?:was|worked|joined|started)|while i was|back in|at the time|once|during|last (?:year|month|week|spring|summer|autumn|fall|winter|quarter|december|january)|two years ago|(?:years?|months?|weeks?) ago|in (?:19|20)\\d\\d|one day',
    '당시|작년|재작년|지난\\s*(?:해|달|주|분기)|년\\s*전|개월\\s*전|때(?:\\s|,|는|에)|시절|20\\d\\d년',
  ),
  cue(
    '(?:my|our|the) (?:previous |last |former |current )?(?:team|company|employer|project|startup|department|client|customer|job|internship|product|service|squad|university)|at (?:a|an|my|our) [\\w-]+(?: [\\w-]+)?(?: company| startup| bank| agency| shop)',
    '(?:우리|저희|이전|전)\\s*(?:팀|회사|프로젝트|서비스|직장)|회사에서|팀에서|프로젝트(?:에서|를|에)|인턴|동아리|고객사',
  ),
  cue(
    'problem was|(?:had|was|were) (?:a|an|the) (?:\\w+ )?(?:problem|issue|bug|crisis|conflict|disagreement)|fail(?:ed|ing) (?:at random|for|with|under|every)|was (?:broken|slow|failing|down|late|behind|growing|struggling)|were (?:failing|late|behind|losing|struggling|complaining)|kept (?:failing|crashing|breaking|complaining)|went down|outage|complain(?:ed|ts|ing)?|incident|legacy|the requirements changed|broke',
    '문제(?:가|는|점)|장애|느렸|느려|실패하|불만|갈등|의견\\s*(?:차이|충돌)|바뀌었|변경되',
  ),
];
export const TASK: readonly Cue[] = [
  cue(
    'my (?:task|job|role|goal|responsibility|part|assignment|share|aim) (?:was|is)|i was (?:responsible|asked|assigned|tasked|in charge|the one)|it was (?:up to me|my (?:job|turn))|i (?:owned|volunteered|took (?:it )?on|took over|took responsibility)|i led',
    '제가\\s*(?:맡|담당)|맡(?:았|게|은|아)|담당(?:했|하|자)|책임(?:을|지)|역할(?:은|이|을)|자원했',
  ),
  cue(
    '(?:i|we) (?:had|needed|wanted|hoped) to|goal was|the aim was|objective|target was|supposed to|we had (?:only )?(?:\\w+ )?(?:days|weeks|hours)|deadline|by the end of',
    '해야\\s*(?:했|하|만)|목표(?:는|가|로|를)|필요(?:했|가\\s*있었)|마감|기한|과제(?:는|가)',
  ),
];
export const ACTION: readonly Cue[] = [
  cue(
    '(?:so |then |first |finally |therefore )?i (?:also |then |first |immediately |quickly |finally |personally )?(?!was\\b|had\\b|did\\b|learned\\b|learnt\\b|felt\\b|realised\\b|realized\\b|thought\\b|wanted\\b|needed\\b|worked\\b|joined\\b)(?:\\w+ed|wrote|built|made|took|led|ran|set|put|found|chose|spoke|told|gave|got|went|began|brought|cut|drew|held|kept|met|rewrote|sat|sent|split|taught|showed|spent|dug|fixed)',
    '(?:제가|저는|제\\s*손으로|직접)[^.!?]{0,60}(?:했|하였|었|았|였|렸|꿨|눴|냈|뒀)',
  ),
  cue(
    '(?:by|after|before) (?:writing|building|asking|moving|adding|splitting|measuring|testing|reading|talking|setting|running|creating|removing|replacing|introducing|using)',
    '(?:작성|구현|설계|제안|도입|분석|측정|조사|수정|개선|배포|정리|공유|설득|논의|회의|테스트|적용|자동화|분리|추가)(?:을|를)?\\s*(?:했|하였|하고|해서|하여|한\\s*(?:뒤|후|다음))',
  ),
  cue(
    'because|so that|in order to|instead of|rather than|my reason(?:ing)?',
    '때문에|위해|대신|왜냐하면|이유는|판단(?:해|했|하)',
  ),
];
export const RESULT: readonly Cue[] = [
  cue(
    'as a result|in the end|eventually|the (?:result|outcome|effect) (?:was|is)|this (?:led|meant|allowed|made|brought|cut|reduced)|which (?:led|meant|cut|reduced|brought|saved)|resulted in|ended up|it worked|we (?:shipped|delivered|launched|released|finished|met|made) (?:it|the|on|in)?|on time',
    '그\\s*결과|결과(?:적으로|는|로|가|,)|결국|덕분에|마침내|출시(?:했|하|되|할)|배포(?:했|할\\s*수)|완료(?:했|하|되)|마무리(?:했|하|되)|마칠\\s*수|성공|달성',
  ),
  cue(
    '(?:dropped|fell|went (?:down|up)|rose|grew|decreased|increased|improved|reduced|cut|saved|doubled|halved|shrank|climbed|sped up|recovered|stopped|disappeared|avoided|prevented)',
    '줄(?:었|였|어들)|늘(?:었|어났|렸)|감소|증가|향상|개선(?:되|됐|했)|단축|절감|해결(?:되|됐|했)|복구(?:되|됐|했)|회복|방지|막을\\s*수|높아|낮아|빨라|짧아|나아졌|사라졌|(?:장애|오류|문제|민원|버그|지연)(?:은|는|가|이|도)?\\s*(?:없|발생하지)',
  ),
];
export const REFLECTION: readonly Cue[] = [
  cue(
    '(?:i|we) (?:have )?(?:learned|learnt|realised|realized|understood|discovered)|taught me|lesson|in hindsight|looking back|in retrospect|takeaway|it showed me|what i took',
    '배웠|배울|깨달|교훈|돌아보면|돌이켜|느꼈|느낀|알게\\s*되',
  ),
  cue(
    "next time|since then,? i|from then on|now i|today i|these days i|i (?:now|still) (?:always|make|ask|write|start|check|do)|i would (?:now|have|do|start|ask|again|rather)|would do differently|i['’]d (?:do|have|start|ask)|ever since|i should have",
    '다음(?:에는|번|부터)|그\\s*(?:후|뒤)로|이후로(?:는)?|지금은|앞으로|다시\\s*한다면|했어야|그때부터|습관|기로\\s*(?:했|하였|마음)',
  ),
];
export const OWN_PART: readonly Cue[] = [
  cue("i|my|myself|i['’]ve|mine", '제가|저는|제\\s|저의|내가|나는|직접|혼자'),
];
export const SHARED_PART: readonly Cue[] = [
  cue('we|our|us|the team|ours', '저희|우리|팀이|팀에서|다\\s*같이|함께'),
];
