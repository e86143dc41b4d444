import type { Locale } from '../../chat/message.ts';
import { readCount, sayCount } from './figures.ts';
import { toEnglish, toKorean } from './glossary.ts';
import { withParticle } from './particle.ts';

const inLocale = (name: string, locale: Locale): string | null => {
  if (/[가-힣]/u.test(name)) return locale === 'ko' ? name : toEnglish(name);
  return locale === 'en' ? name : toKorean(name);
};

const DATE =
  /\(?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*)?(?:19|20)\d{2}(?:\s?[./년-]\s?\d{1,2}\s?월?)?\.?|\b(?:present|now|current)\b\)?|현재|재직\s?중|[~()]/giu;
const TITLE_WORD =
  /\b(?:engineer|developer|programmer|architect|intern|researcher|scientist|analyst|consultant|cto)\b|개발자|엔지니어|인턴|연구원|분석가|사이언티스트/iu;

/** A post: `Backend Engineer at Example Payments`, `예시커머스에서 백엔드 개발자로`; `null` when no title is named. */
export function sayRole(text: string, locale: Locale): string | null {
  const parts = text
    .replace(DATE, ' ')
    .split(/\s+at\s+|[,|·]|\s[–—/-](?:\s|$)|\s{2,}/u)
    .map((part) =>
      part
        .replace(/^\s*주\s*(?=[가-힣])|^[\s–—-]+|[\s–—-]+$/gu, '')
        .replace(/^\(?주\)\s*/u, '')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part));
  const post = parts.find((part) => TITLE_WORD.test(part));
  if (post === undefined) return null;
  const [company] = parts.filter(
    (part) => part !== post && !/팀$|본부$|^candidate$|지원자/iu.test(part) && part.split(' ').length <= 4,
  );
  const [, inner, title = post] =
    /^(\S*(?:[가-힣]|\b[A-Z]\w+))\s+((?:\S+ )?(?:개발자|엔지니어|인턴|연구원))$/u.exec(post) ?? [];
  const where =
    company ??
    (/개발|백엔드|프론트|서버|모바일|웹|시니어|주니어|AI|데이터|머신/u.test(inner ?? '') ? undefined : inner);
  const said = inLocale(where === inner ? title : post, locale);
  if (said === null) return null;
  if (locale === 'en') {
    if (where !== undefined && !/[가-힣]/u.test(where)) return `${said} at ${where}`;
    return `${/^(?:[AEIO]|Unix)/iu.test(said) ? 'an' : 'a'} ${said}`;
  }
  return `${where === undefined ? '' : `${where}에서 `}${withParticle(said, '으로/로')}`;
}

/** The subject of a degree: `Computer Science`, `컴퓨터공학`. */
export function sayField(text: string, locale: Locale): string | null {
  const korean =
    /([가-힣]+(?:공학|과학|통계|수학|물리|경영|소프트웨어|디자인|인공지능))\s?(?:과|학과|부|학부|전공)?/u.exec(
      text,
    )?.[1];
  const english =
    /\b(?:B\.?Sc?|M\.?Sc?|B\.?A|M\.?A|B\.?Eng|M\.?Eng|Ph\.?D|Bachelor|Master|Diploma|degree)\.?(?: of (?:Science|Arts|Engineering))?,?\s(?:in |of )?([A-Z][a-z]+(?: (?:and |[A-Z][a-z]+))*)/u.exec(
      text,
    )?.[1];
  const field = korean ?? english?.trim();
  if (field === undefined || /Univ|School|College|Institut/u.test(field)) return null;
  const said = inLocale(field, locale);
  return said !== null && locale === 'en' && korean !== undefined
    ? said.replace(/\b(?!and\b)[a-z]/gu, (letter) => letter.toUpperCase())
    : said;
}

/** Courses that a line lists: `Relevant coursework: Databases, Operating Systems`. */
export function listCourses(text: string): readonly string[] {
  const list =
    /^(?:relevant coursework|coursework|courses|주요 ?과목|수강 ?과목|전공 ?과목|이수 ?과목)\s*[:：-]\s*(.+)$/iu.exec(
      text,
    )?.[1];
  return (list?.split(/[,/·]/u) ?? [])
    .map((course) => course.replace(/\.$/u, '').trim())
    .filter((course) => course.length >= 2 && course.length <= 40);
}

/** A course or a certificate in a language; `null` when it has no name in it. */
export function sayCourse(name: string, locale: Locale): string | null {
  const said = inLocale(name, locale);
  return (
    said?.replace(/^(?:database|algorithm|network|computer network|compiler|operating system)$/u, '$&s') ??
    null
  );
}

/** The certificates that a line lists, without dates and numbers. */
export function listCertificates(text: string): readonly string[] {
  return text
    .replace(/\([^)]*\)/gu, ' ')
    .replace(DATE, ' ')
    .split(/[,/]/u)
    .map((name) =>
      name
        .replace(/^(?:certifications?|자격증)\s*:/iu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((name) => /\p{L}{2}/u.test(name) && name.length <= 60 && name.split(' ').length <= 8);
}

/** Years of work that somebody sums up: `eight years`, and in what: `logistics and payments`. */
export function sayExperience(
  text: string,
  locale: Locale,
): { readonly years: string; readonly field: string } | null {
  const [, spelt = '', field = ''] =
    /\b(\w+)\+? years(?:['’])?(?: of)?(?: (?:professional |work(?:ing)? )?experience)? in ([a-z][a-z -]+?)(?=[.,;]|$)/iu.exec(
      text,
    ) ??
    /\bfor (?:the (?:last|past) )?(\w+) years\b()/iu.exec(text) ??
    [];
  const korean = /개발|경력|근무|일했|일하|엔지니어/u.test(text)
    ? /(\d{1,2})\s?년\s?(?:차|간|동안)/u.exec(text)?.[1]
    : undefined;
  const years = korean === undefined ? readCount(spelt) : Number(korean);
  if (!(years > 0 && years < 50)) return null;
  if (locale === 'ko') return { years: `${years}년`, field: toKorean(field) ?? '' };
  return { years: sayCount(years, 'year'), field };
}

/** What a prize or a paper is called: `your 2nd place at the hackathon`, `the paper “…”`. */
export function sayAward(text: string, locale: Locale): string {
  const paper = /\bet al\./u.test(text) ? /[“"]([^”"]+?),?[”"]/u.exec(text)?.[1] : undefined;
  if (paper !== undefined) return locale === 'en' ? `the paper “${paper}”` : `“${paper}” 논문`;
  const event = /hackathon|해커톤/iu.test(text)
    ? (['the hackathon', '해커톤'] as const)
    : /contest|competition|공모전|경진 ?대회|대회/iu.test(text)
      ? (['the competition', '대회'] as const)
      : null;
  const rank = /\b(?:1st|2nd|3rd|first|second|third) (?:place|prize)\b/iu.exec(text)?.[0].toLowerCase();
  const koreanRank = /(?:대상|최우수상|우수상|장려상|금상|은상|동상|입상|[1-3](?:등|위))/u.exec(text)?.[0];
  const place = { '1st': '1위', first: '1위', '2nd': '2위', second: '2위', '3rd': '3위', third: '3위' }[
    rank?.split(' ')[0] ?? ''
  ];
  if (locale === 'en') {
    const what = rank === undefined ? 'your award' : `your ${rank}`;
    return event === null ? what : `${what} at ${event[0]}`;
  }
  const what = koreanRank ?? place ?? '수상';
  return event === null ? what.replace(/^수상$/u, '수상작') : `${event[1]} ${what}`;
}
