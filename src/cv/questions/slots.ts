import type { Locale } from '../../chat/message.ts';
import type { Position } from '../../questions/question.ts';
import type { Candidate } from './candidates.ts';
import type { Passage } from './classify.ts';
import { sayAward, sayCourse, sayExperience, sayField, sayRole } from './entries.ts';
import { sayDuration, sayQuality } from './figures.ts';
import { findTechnologies } from './find-technologies.ts';
import { toEnglish, toKorean } from './glossary.ts';
import { sayImprovement } from './improvements.ts';
import { withParticle } from './particle.ts';
import { sayScale } from './scales.ts';
import type { QuestionKind, Slots } from './wording.ts';

type Said = Partial<Pick<Slots, 'thing' | 'term' | 'other' | 'figure'>>;
type Asked = {
  readonly passage: Passage;
  readonly thing: string;
  /** The candidate's own name, and that name in the language. */
  readonly written: string;
  readonly term: string;
  readonly locale: Locale;
};

const field = ({ passage, locale }: Asked): Said => ({ term: sayField(passage.text, locale) ?? '' });
const role = ({ passage, locale }: Asked): Said | null => said({ term: sayRole(passage.text, locale) });
const listed = ({ written, locale }: Asked): Said | null => said({ term: sayCourse(written, locale) });
const scale = ({ passage, locale }: Asked): Said | null =>
  said({ figure: sayScale(passage.facts.scale ?? '', locale)?.text ?? null });

/** What a kind names besides the thing, the work on it and its technology; `null` when that cannot be said in the language. */
const SAID: Readonly<Partial<Record<QuestionKind, (asked: Asked) => Said | null>>> = {
  migration: ({ passage, locale }) => sayChange(passage, locale),
  completeness: (asked) => both(scale(asked), sayChange(asked.passage, asked.locale)),
  incident: ({ passage, locale }) => said({ term: passage.subject.incident?.[locale] ?? null }),
  effect: ({ passage, locale }) => {
    const isQuality = sayQuality(passage.facts.effect ?? '', locale) !== null;
    return isQuality ? null : said({ figure: sayImprovement(passage, locale) });
  },
  quality: ({ passage, locale }) => said({ figure: sayQuality(passage.facts.effect ?? '', locale) }),
  // One of two options was decided on, which is no system that carries load.
  scale: (asked) => both(scale(asked), asked.passage.facts.options === null ? {} : { thing: '' }),
  users: scale,
  downloads: scale,
  dataset: scale,
  duration: ({ passage, locale }) => said({ figure: sayDuration(passage.facts.duration ?? '', locale) }),
  choice: ({ passage, locale }) => sayOptions(passage, locale),
  decision: ({ thing, term }) => (thing.includes(term) ? { thing: '' } : {}),
  award: ({ passage, locale }) => ({ term: sayAward(passage.text, locale) }),
  rolePart: role,
  roleDecision: role,
  educationProgram: field,
  educationTopic: field,
  educationMistake: field,
  course: listed,
  certificate: listed,
  experience: ({ passage, locale }) => {
    const experience = sayExperience(passage.text, locale);
    return experience === null ? null : { figure: experience.years, other: experience.field };
  },
};

/** What a question of this kind about this passage can name in a language; `null` when it cannot be asked in it. */
export function slotsOf(candidate: Candidate, position: Position, locale: Locale): Slots | null {
  const { kind, passage } = candidate;
  const thing = passage.subject.thing?.[locale] ?? '';
  const term = sayTechnology(candidate.term, locale);
  const other = sayTechnology(candidate.other, locale);
  const more = SAID[kind]?.({ passage, thing, written: candidate.term, term, locale }) ?? null;
  if (more === null && SAID[kind] !== undefined) return null;
  return { thing, work: sayWork(passage, locale), term, other, figure: '', position, ...more };
}

/** `null` when one of the names is missing. */
function said(names: { readonly [name in keyof Said]: string | null }): Said | null {
  const values = Object.values(names);
  return values.some((name) => name === null || name === '') ? null : (names as Said);
}

function both(one: Said | null, other: Said): Said | null {
  return one === null ? null : { ...one, ...other };
}

/** A technology as the CV writes it, but not in Hangul within English. */
function sayTechnology(written: string, locale: Locale): string {
  if (locale === 'ko' || !/[가-힣]/u.test(written)) return written;
  return findTechnologies(written)[0]?.technology.names[0] ?? toEnglish(written) ?? written;
}

function sayWork({ subject, facts, text }: Passage, locale: Locale): string {
  const thing = subject.thing?.[locale];
  const metric = subject.metric?.[locale];
  const tool = facts.mentions.find(
    ({ technology }) => !['language', 'teamwork tools', 'web platform'].includes(technology.group),
  );
  const name = tool === undefined ? null : sayTechnology(tool.written, locale);
  if (locale === 'en') {
    if (thing)
      return `your work on ${/[^s]s$/u.test(thing.split(/ (?:of|for|in) /u)[0] ?? '') ? thing.replace(/^the /u, '') : thing}`;
    if (metric) return `your work on ${metric}`;
    return name === null ? '' : `your work with ${name}`;
  }
  if (thing)
    return /(?:작업|프로젝트|개선|도입|자동화|테스트|분석|탐지)$/u.test(thing) ? thing : `${thing} 작업`;
  if (metric) return `${metric} 개선 작업`;
  return name === null || text === '' ? '' : `${withParticle(name, '을/를')} 쓴 작업`;
}

/** Both ends of a migration, or its goal alone; what cannot be said in the language is left empty. */
function sayChange({ facts }: Passage, locale: Locale): Pick<Slots, 'term' | 'other'> {
  const { from = '', to = '' } = facts.migration?.change ?? {};
  const other = sayEnd(to, locale);
  return { term: other === '' ? '' : sayEnd(from, locale), other };
}

function sayEnd(end: string, locale: Locale): string {
  if (end === '') return '';
  if (/[가-힣]/u.test(end)) return locale === 'ko' ? end : (toEnglish(end) ?? '');
  if (locale === 'en') return end;
  const bare = end.replace(/^(?:an?|the|our)\s/iu, '');
  const [technology] = findTechnologies(bare);
  const version =
    technology === undefined
      ? ''
      : (/^ \d+(?:\.\d+)*/u.exec(bare.slice(technology.index + technology.written.length))?.[0] ?? '');
  if (technology?.written === bare) return bare;
  return toKorean(bare) ?? (technology === undefined ? bare : technology.written + version);
}

function sayOptions({ facts }: Passage, locale: Locale): Pick<Slots, 'term' | 'other'> {
  const [one = '', other = ''] = facts.options ?? [];
  const said = [one, other].map((option) =>
    /[가-힣]/u.test(option) && locale === 'en' ? (toEnglish(option) ?? '') : option,
  );
  return said.includes('') ? { term: '', other: '' } : { term: said[0] ?? '', other: said[1] ?? '' };
}
