/** What a part of a CV is about, as far as its heading says. */
export type Section =
  | 'work'
  | 'skills'
  | 'education'
  | 'certificates'
  | 'awards'
  | 'letter'
  /** Contact, languages, hobbies, references, military service: nothing to ask a developer about. */
  | 'private'
  | 'other';

const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    'work',
    /^(?:(?:professional|work|relevant|employment) )?(?:experience|history|employment)s?$|^(?:(?:selected|personal|side|hobby|spare[- ]time|private|university|student|key|team|academic|open[- ]source) )?(?:projects?|contributions?|achievements)$|^(?:career|internships?|research|responsibilities|what i did|highlights|apps|applications|portfolio|open source)$|^(?:(?:주요|주요 )?(?:경력|프로젝트|업무|성과)(?: ?(?:사항|경험|내용|상세|기술서?|소개|이력))?|경력 ?기술서|개인 ?프로젝트|팀 ?프로젝트|사이드 ?프로젝트|담당 ?업무|업무 ?경험|인턴 ?경험|활동|대외 ?활동|오픈 ?소스)$/iu,
  ],
  [
    'skills',
    /^(?:(?:technical|core|key|programming|hard) )?(?:skills?|technologies|competenc(?:y|ies)|tech stack|toolbox|tools|stack|languages and frameworks)(?: (?:and|&) (?:tools|technologies|skills))?$|^(?:보유 ?|사용 ?|주요 ?)?(?:기술|기술 ?스택|스킬|역량|핵심 ?역량|사용 ?기술|개발 ?환경)$/iu,
  ],
  [
    'education',
    /^(?:education(?: (?:and|&) training)?|academic background|studies|coursework|relevant coursework|training|courses|bootcamp)$|^(?:학력|학력 ?사항|교육|교육 ?(?:이수|사항|이력)|수강 ?과목)$/iu,
  ],
  [
    'certificates',
    /^(?:certificat(?:e|ion)s?|licen[cs]es?|licen[cs]es? (?:and|&) certifications?)$|^(?:자격증?|자격 ?사항|자격증? ?(?:\/|및|·) ?어학)$/iu,
  ],
  [
    'awards',
    /^(?:awards?|honou?rs?|honou?rs? (?:and|&) awards?|prizes)$|^(?:수상|수상 ?(?:경력|내역|이력)|공모전)$/iu,
  ],
  [
    'private',
    /^(?:contacts?|contact (?:details|information)|personal (?:details|information|data)|languages?|language skills|hobbies|interests|hobbies (?:and|&) interests|references?|links)$|^(?:연락처|인적 ?사항|개인 ?정보|기본 ?정보|어학|외국어|취미|취미 ?및? ?특기|특기|병역|병역 ?사항|링크|추천인)$/iu,
  ],
  [
    'letter',
    /^(?:(?:professional )?(?:summary|profile|objective|about(?: me)?|introduction|cover letter|motivation|statement|personal statement|bio))$|^(?:자기 ?소개서?|(?:간단 ?)?소개|지원 ?동기(?: ?및 ?(?:입사 ?후 ?)?포부)?|성장 ?(?:과정|배경)|성격(?:의)? ?(?:및 ?)?(?:장단점|장점과 단점)|입사 ?후 ?포부|직무 ?(?:역량|경험|능력)|생활 ?신조|가치관|한 ?줄 ?소개|장점|단점|포부|학창 ?시절)$/iu,
  ],
  [
    'other',
    /^(?:curriculum vitae|resume|résumé|cv|publications?|volunteering|page \d+(?: of \d+)?)$|^(?:이력서|논문|봉사 ?활동|포트폴리오|자유 ?양식)$/iu,
  ],
];

/** Tasks that application forms print above the applicant's own text: `지원 동기를 기술하시오. (500자 이내)`. */
const ESSAY_TASK =
  /(?:(?:기술|서술|작성|기재|설명)\s?(?:하시오|하십시오|해\s?주(?:세요|십시오|시기))|바랍니다|주세요)[.\s]*(?:[([][^)\]]*[)\]])?\s*$|[([]\s?[\d,]+\s?자\s?(?:이내|내외|이하)?\s?[)\]]\s*$/u;

/** The section that a line opens, or `null` when it is no heading. */
export function sectionOfHeading(line: string): Section | null {
  if (ESSAY_TASK.test(line) && line.length < 160) return 'letter';
  const words = line
    .replace(/^[#\s[(【<■□◆▶●*\d.)-]+|[\s\])】>:：■□◆*#-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    // Koreans space out the letters of a heading: `자 기 소 개 서`.
    .replace(/^(?:[가-힣] ){2,}[가-힣]$/u, (letters) => letters.replaceAll(' ', ''))
    .trim();
  const named = HEADINGS.find(([, pattern]) => pattern.test(words));
  if (named !== undefined) return named[0];
  const shouted =
    /^[A-Z][A-Z &/-]{3,40}$/u.test(words) && words.includes(' ') && words.split(' ').length <= 4;
  return shouted ? 'other' : null;
}
