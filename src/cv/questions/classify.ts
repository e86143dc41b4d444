import { findPersonalData } from '../personal-data.ts';
import { type Facts, readFacts } from './facts.ts';
import { type RawPassage, splitPassages, withoutMark } from './passages.ts';
import { NO_SUBJECT, readSubject, type Subject } from './subjects.ts';

/** What a passage is, which decides what can sensibly be asked about it. */
type PassageType =
  | 'project' // something was done, or a piece of software is named
  | 'skills' // technologies that the candidate knows
  | 'statement' // what the candidate says about their own way of working, or wants
  | 'interest' // what they like
  | 'motive' // why they apply and what they mean to do
  | 'role' // a post with its title
  | 'education'
  | 'certificate'
  | 'award'
  | 'personal'; // life outside work: asked about never, quoted only when nothing else is left

export type Passage = RawPassage & {
  readonly type: PassageType;
  readonly facts: Facts;
  readonly subject: Subject;
};

const LABEL =
  /^(?:location|nationality|gender|marital status|name|e-?mail|phone|mobile|tel|github|blog|linkedin|website|portfolio|date of birth|visa|address|주소|국적|성별|이름|성명|나이|연락처|병역|희망 ?연봉|생년월일|이메일|블로그|깃허브|거주지)\s*[:：|]/iu;
const URL = /(?:https?:\/\/|www\.)\S+/iu;
const DATES =
  /(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s*)?(?:19|20)\d{2}(?:\s?[./년-]\s?\d{1,2}\s?월?)?(?:\s?[./-]\s?\d{1,2})?\.?|\b(?:present|now|current)\b|현재|재직\s?중|[~–—\d]|\d+\s?(?:년|개월)/giu;
const GREETING =
  /^(?:dear\b|i (?:would|['’]d) (?:be (?:happy|glad|delighted|grateful)|welcome|love to (?:talk|meet|discuss))|i look forward|looking forward|please (?:find|contact|feel)|to whom|hi\b|hello\b|sincerely|kind regards|best regards|regards|yours|thank you|thanks|references? (?:available|on request)|안녕하(?:세요|십니까)|감사합니다|읽어 ?주셔서|귀사의 무궁한|.{0,12}(?:드림|올림)[.]?$)/iu;
const PERSONAL =
  /\b(?:high school|relocat\w+|moved (?:from \w+ )?to|born|live in|living in|married|single|my (?:father|mother|parents|family|wife|husband)|hobb(?:y|ies)|native speaker|driving licen[cs]e)\b|my name is|고등학교|초등학교|중학교|태어나|태어났|아버지|어머니|부모님|가정에서|남매|장남|장녀|거주|병역|군필|육군|해군|공군|취미|저는 [^ ]{2,4}(?:입니다|이라고 합니다)\.?$/iu;
const INTEREST =
  /\b(?:i (?:really )?(?:like|love|enjoy)|(?:am|m) (?:interested|passionate|fascinated|curious))\b|좋아(?:합니다|했습니다|해|하는|하며)|관심이|흥미/iu;
const MOTIVE =
  /\b(?:apply(?:ing)? (?:for|to)|want to|would like to|hope to|aim to|looking for|my goal|aspire|eager to|position of)\b|지원하게|지원합니다|지원한|지원했습니다|입사 ?후|되고 ?싶|하고 ?싶|싶습니다|기여하겠|하겠습니다|되겠습니다|목표입니다|성장하겠/iu;
const EDUCATION =
  /\b(?:university|college|bachelor|master|b\.?sc|m\.?sc|b\.?eng|m\.?eng|b\.?s\.|m\.?s\.|ph\.?d|degree|gpa|graduated|diploma|bootcamp|coursework|major(?:ed|ing)? in|student|online course)\b|학생(?:입니다|이며)|대학교|대학원|전문대|학사|석사|박사|졸업|전공|학점|부트캠프|수료|재학/iu;
const CERTIFICATE =
  /\b(?:certified|certificat(?:e|ion)|toeic|toefl|ielts|opic)\b|자격증|정보처리기사|SQLD|ADsP|토익|오픽|취득/iu;
const AWARD =
  /\b(?:award|prize|hackathon|winner|first place|second place|finalist|scholarship)\b|수상|해커톤|공모전|최우수상|우수상|장려상|장학/iu;
const ROLE =
  /\b(?:engineer|developer|programmer|architect|intern|internship|researcher|data scientist|analyst|lead|manager|consultant|freelancer?|assistant|cto)\b|개발자|엔지니어|인턴|연구원|팀장|매니저|사원|대리|과장|프리랜서|개발팀/iu;
const SOFTWARE =
  /\b(?:app|application|service|platform|website|web ?site|system|tool|bot|game|project|clone|dashboard|engine|pipeline|library|api|server|plugin|model|shop|store|portal|page|script|list|simulator|compiler|crawler|editor|backend|frontend)\b|서비스|앱|시스템|플랫폼|프로젝트|사이트|봇|게임|클론|대시보드|엔진|파이프라인|라이브러리|서버|모델|쇼핑몰|커뮤니티|크롤러/iu;

/** The passages of a CV that may be quoted, with what they are and say. Contact, headings, dates and greetings are gone. */
export function readPassages(cvText: string): readonly Passage[] {
  const seen = new Set<string>();
  const passages = splitPassages(cvText)
    .flatMap(withoutContact)
    .filter(isQuotable)
    .filter(({ text }) => {
      const key = text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .flatMap((raw) => {
      const facts = readFacts(raw.text);
      const type = typeOf(raw, facts);
      if (type === null) return [];
      const isLine = NAMED.test(raw.text) || !/[.!?。]$/u.test(raw.text);
      const subject = type === 'project' ? readSubject(raw.text, facts, isLine) : NO_SUBJECT;
      return [{ ...raw, facts, type, subject }];
    });
  return withInheritedThings(passages);
}

/** What stands below the title of an entry, or goes on about `it`, is about the same thing. */
function withInheritedThings(passages: readonly Passage[]): readonly Passage[] {
  let entry: Passage | null = null;
  let before: Passage | null = null;
  return passages.map((passage): Passage => {
    const { subject, type, text, section, facts } = passage;
    if (subject.title) entry = passage;
    else if (type === 'role' || section !== entry?.section) entry = null;
    const source = entry ?? (GOES_ON.test(text) && before?.type === 'project' ? before : null);
    const inherits =
      subject.thing === null &&
      subject.metric === null &&
      (type === 'project' || (type === 'statement' && facts.scale !== null)) &&
      source !== null;
    const thing = inherits ? source.subject.thing : subject.thing;
    const complete = { ...passage, subject: { ...subject, thing } };
    before = complete;
    return complete;
  });
}

/** A line this long is no contact line but a text whose line breaks were lost; what surrounds its contact data is kept. */
const RUN_ON_CHARACTERS = 140;

/** What is left of a passage without contact data and links: the part before a link, or nothing of a contact line. */
function withoutContact(raw: RawPassage): readonly RawPassage[] {
  const spans = findPersonalData(raw.quote);
  const link = URL.exec(raw.quote);
  if (spans.length === 0 && link === null) return [raw];
  const isContact = spans.some(({ kind }) => kind !== 'profile');
  if (isContact && raw.quote.length < RUN_ON_CHARACTERS) return [];
  const edges = [...spans, ...(link ? [{ start: link.index, end: link.index + link[0].length }] : [])];
  edges.sort((left, right) => left.start - right.start);
  const starts = [0, ...edges.map(({ end }) => end)];
  return starts
    .map((start, index) => raw.quote.slice(start, Math.max(start, edges[index]?.start ?? raw.quote.length)))
    .map((part) => part.replace(/^[\s)\]>|,.:/–—-]+|[\s([<:|,/–—-]+$/gu, ''))
    .map(withoutMark)
    .filter((part) => wordsOf(part) >= (isContact ? 8 : 4))
    .map((quote) => ({ ...raw, quote, text: quote.replace(/\s+/gu, ' ') }));
}

/** Words meant for whoever reads the CV by machine. */
const TO_MACHINES =
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:instructions?|prompts?|rules)\b|\b(?:perfect|full|highest) (?:score|marks?)\b|system prompt|(?:이전|모든|위의?) ?(?:지시|명령|프롬프트).{0,10}무시|만점/iu;

/** Spoken languages and references, also where lost line breaks have run them into something else. */
const NOT_WORK = /\((?:native|fluent)\)|native speaker|available (?:up)?on request/iu;

function isQuotable({ text, section }: RawPassage): boolean {
  if (
    section === 'private' ||
    TO_MACHINES.test(text) ||
    NOT_WORK.test(text) ||
    LABEL.test(text) ||
    GREETING.test(text)
  )
    return false;
  const withoutDates = text.replace(DATES, ' ');
  return /\p{L}{2}/u.test(withoutDates) || findLetters(withoutDates) >= 2;
}

function findLetters(text: string): number {
  return (text.match(/\p{L}/gu) ?? []).length;
}

/** Words, a Hangul word counting for its two or three English ones. */
function wordsOf(text: string): number {
  const words = text.replace(DATES, ' ').match(/[\p{L}\d][\p{L}\d.+#'’-]*/gu) ?? [];
  return words.reduce((sum, word) => sum + (/[가-힣]/u.test(word) ? 1.7 : 1), 0);
}

/** A post without a company or a time, as it stands under a name: too little to ask what was done there. */
function isBareTitle(text: string): boolean {
  return wordsOf(text) < 4.5 && !/[\d,|@(/–-]/u.test(text);
}

/** A sentence about what the one before it names. */
const GOES_ON = /\b(?:it|its|them|this)\b|^(?:이후|이를|그리고|또한|저는|제가|이 과정)/iu;
const YEAR = /\b(?:19|20)\d{2}\b/u;
const NAMED = /^[A-Z가-힣][\w가-힣 .'"“”-]{1,30}\s[–—-]\s/u;
const SKILL_LIST =
  /^(?:(?:technical |programming )?skills?|technologies|tech stack|tools|기술(?: ?스택)?|사용 ?기술)\s*[:：]/iu;
const NO_STUDIES = /전공하지|비전공|self-taught|without a degree/iu;

function typeOf(raw: RawPassage, facts: Facts): PassageType | null {
  const { text, section } = raw;
  if (SKILL_LIST.test(text)) return 'skills';
  const sentence = /[.!?。]$/u.test(text) && wordsOf(text) >= 3;
  const named = SOFTWARE.test(text);
  if (section === 'skills' && !(facts.action && sentence) && !(named && wordsOf(text) >= 7)) return 'skills';
  const built = facts.action || facts.effect !== null || facts.migration !== null;
  if (section === 'certificates' || (CERTIFICATE.test(text) && !facts.action)) return 'certificate';
  if (section === 'awards' || AWARD.test(text)) return wordsOf(text) >= 2 ? 'award' : null;
  if (/high school|고등학교/iu.test(text) && !built) return 'personal';
  if (
    (section === 'education' || (EDUCATION.test(text) && !NO_STUDIES.test(text))) &&
    !(built && (named || facts.mentions.length > 0))
  )
    return wordsOf(text) >= 2 ? 'education' : null;
  if (ROLE.test(text) && !sentence && !facts.effect && wordsOf(text) <= 12 && !/^[-•]/u.test(text)) {
    if (YEAR.test(text)) return 'role';
    if (section === 'other' && !facts.action && wordsOf(text) < 8) return 'personal';
  }
  if (/\bet al\./u.test(text)) return 'award';
  if (NAMED.test(text) && named && section !== 'letter') return 'project';
  const isPersonal = PERSONAL.test(text) && facts.mentions.length === 0 && facts.migration === null;
  const motive = MOTIVE.test(text);
  if (motive && !facts.migration && facts.effect === null && facts.mentions.length === 0) return 'motive';
  if (built && wordsOf(text) >= 3 && !isPersonal) return 'project';
  if (facts.mentions.length > 0)
    return (sentence && wordsOf(text) >= 7) || (named && !sentence && !/:/u.test(text))
      ? 'project'
      : 'skills';
  if (ROLE.test(text) && wordsOf(text) <= 12 && !sentence) return isBareTitle(text) ? 'personal' : 'role';
  if (isPersonal) return 'personal';
  if (sentence || wordsOf(text) >= 7) return INTEREST.test(text) ? 'interest' : 'statement';
  return named && section === 'work' && wordsOf(text) >= 2.5 ? 'project' : null;
}
