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
import type { Slots } from './wording.ts';

/** What a question of this kind about this passage can name in a language; `null` when it cannot be asked in it. */
export function slotsOf(candidate: Candidate, position: Position, locale: Locale): Slots | null {
  const { passage } = candidate;
  const thing = passage.subject.thing?.[locale] ?? '';
  const term = candidate.term === '' ? '' : sayTechnology(candidate.term, locale);
  const named = {
    thing,
    work: sayWork(passage, locale),
    term,
    other: sayTechnology(candidate.other, locale),
    figure: '',
    position,
  };
  switch (candidate.kind) {
    case 'migration':
      return { ...named, ...sayChange(passage, locale) };
    case 'completeness':
      return {
        ...named,
        ...sayChange(passage, locale),
        figure: sayScale(passage.facts.scale ?? '', locale)?.text ?? '',
      };
    case 'incident':
      return orNull(named, { term: passage.subject.incident?.[locale] ?? '' });
    case 'effect':
      return orNull(named, {
        figure:
          sayQuality(passage.facts.effect ?? '', locale) === null ? sayImprovement(passage, locale) : '',
      });
    case 'quality':
      return orNull(named, { figure: sayQuality(passage.facts.effect ?? '', locale) ?? '' });
    case 'scale':
    case 'users':
    case 'downloads':
    case 'dataset':
      return orNull(named, { figure: sayScale(passage.facts.scale ?? '', locale)?.text ?? '' });
    case 'duration':
      return orNull(named, { figure: sayDuration(passage.facts.duration ?? '', locale) });
    case 'choice':
      return { ...named, ...sayOptions(passage, locale) };
    case 'award':
      return { ...named, term: sayAward(passage.text, locale) };
    case 'rolePart':
    case 'roleDecision':
      return orNull(named, { term: sayRole(passage.text, locale) ?? '' });
    case 'educationProgram':
    case 'educationTopic':
    case 'educationMistake':
      return { ...named, term: sayField(passage.text, locale) ?? '' };
    case 'course':
    case 'certificate':
      return orNull(named, { term: sayCourse(candidate.term, locale) ?? '' });
    case 'experience': {
      const experience = sayExperience(passage.text, locale);
      return experience === null ? null : { ...named, figure: experience.years, other: experience.field };
    }
    case 'decision':
      return thing.includes(term) ? { ...named, thing: '' } : named;
    default:
      return named;
  }
}

/** `null` when what the question turns on cannot be said. */
function orNull(slots: Slots, said: Partial<Slots>): Slots | null {
  return Object.values(said).includes('') ? null : { ...slots, ...said };
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
