import type { Locale } from '../../chat/message.ts';
import type { Position } from '../../questions/question.ts';
import type { Candidate } from './candidates.ts';
import type { Passage } from './classify.ts';
import { sayAward, sayCourse, sayExperience, sayField, sayRole } from './entries.ts';
import { sayDuration, sayEffect, sayQuality, sayScale } from './figures.ts';
import { findTechnologies } from './find-technologies.ts';
import { toEnglish, toKorean } from './glossary.ts';
import { withParticle } from './particle.ts';
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
    if (thing) return `your work on ${thing}`;
    if (metric) return `your work on ${metric}`;
    return name === null ? '' : `your work with ${name}`;
  }
  if (thing) return /(?:작업|프로젝트|개선|도입|자동화)$/u.test(thing) ? thing : `${thing} 작업`;
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
  return toKorean(bare) ?? (technology === undefined ? bare : technology.written + version);
}

function sayOptions({ facts }: Passage, locale: Locale): Pick<Slots, 'term' | 'other'> {
  const [one = '', other = ''] = facts.options ?? [];
  const said = [one, other].map((option) =>
    /[가-힣]/u.test(option) && locale === 'en' ? (toEnglish(option) ?? '') : option,
  );
  return said.includes('') ? { term: '', other: '' } : { term: said[0] ?? '', other: said[1] ?? '' };
}

const LESS =
  /reduc|cut|lower|decreas|drop|fell|shorten|halv|shrink|shrank|to (?:almost |nearly )?(?:zero|none)|단축|감소|절감|줄|낮/iu;
const MORE = /increas|rais|rose|grew|grow|boost|doubl|증가|상승|높[이였]/iu;
const SAVED = /sav(?:ed|ing)/iu;

/** A claimed change as a noun phrase: `the reduction in p95 latency from 1,200 ms to 320 ms`, `배포 시간 70% 단축`. */
function sayImprovement({ facts, subject, text }: Passage, locale: Locale): string {
  const effect = sayEffect(facts.effect ?? '', locale);
  const metric = subject.metric?.[locale] ?? '';
  if (facts.effect === null || (metric === '' && effect.type === 'single' && !subject.thing?.[locale]))
    return '';
  const clause = clauseAround(text, facts.effect);
  const less = LESS.test(clause);
  if (locale === 'en') {
    const noun = SAVED.test(clause)
      ? 'saving'
      : less
        ? 'reduction'
        : MORE.test(clause)
          ? 'increase'
          : 'improvement';
    const whose = metric === '' ? '' : ` in ${metric}`;
    if (effect.type === 'range') return `the ${noun}${whose} from ${effect.from} to ${effect.to}`;
    if (noun === 'saving') return `the saving of ${effect.value}`;
    if (/^(?:under|below|over|p\d\d)/iu.test(effect.value)) return '';
    return metric === ''
      ? `the ${effect.value} that you give for ${subject.thing?.en ?? ''}`
      : `the ${effect.value} ${noun}${whose}`;
  }
  if (effect.type === 'range') {
    const became = less ? '줄어든 것' : MORE.test(clause) ? '높아진 것' : '좋아진 것';
    const whose = metric === '' ? '' : `${withParticle(metric, '이/가')} `;
    return `${whose}${effect.from}에서 ${effect.to}로 ${became}`;
  }
  if (/^p\d\d/u.test(effect.value)) return '';
  const word = /단축|감소|절감|향상|개선|상승|증가/u.exec(clause)?.[0];
  const noun = word ?? (SAVED.test(clause) ? '절감' : less ? '감소' : MORE.test(clause) ? '증가' : '개선');
  return `${metric || (subject.thing?.ko ?? '')} ${effect.value} ${noun}`.trim();
}

/** The clause that holds the figure: another may tell of something that went the other way. */
function clauseAround(text: string, figure: string): string {
  const index = text.indexOf(figure);
  const start = Math.max(...[', ', '; ', '. '].map((mark) => text.lastIndexOf(mark, index)), 0);
  const end = text.slice(index + figure.length).search(/[,;.]\s|$/u);
  return text.slice(start, index + figure.length + end);
}
