import type { Locale } from '../../chat/message.ts';
import type { Passage } from './classify.ts';
import { sayEffect } from './figures.ts';
import { withParticle } from './particle.ts';

const LESS =
  /reduc|cut|lower|decreas|drop|fell|shorten|halv|shrink|shrank|to (?:almost |nearly )?(?:zero|none)|단축|감소|절감|줄|낮/iu;
const MORE = /increas|rais|rose|grew|grow|boost|doubl|증가|상승|높[이였]/iu;
const SAVED = /sav(?:ed|ing)/iu;

/** A claimed change as a noun phrase, `the reduction in p95 latency from 1,200 ms to 320 ms`; empty when it cannot be said. */
export function sayImprovement(passage: Passage, locale: Locale): string {
  const { facts, subject, text } = passage;
  if (facts.effect === null || /^p\d\d/iu.test(facts.effect)) return '';
  const metric = subject.metric?.[locale] ?? '';
  const thing = subject.thing?.[locale] ?? '';
  const clause = clauseAround(text, facts.effect);
  const effect = sayEffect(facts.effect, locale);
  if (metric === '' && thing === '') return '';
  return locale === 'en' ? inEnglish(clause, effect, metric, thing) : inKorean(clause, effect, metric, thing);
}

type Effect = ReturnType<typeof sayEffect>;

function inEnglish(clause: string, effect: Effect, metric: string, thing: string): string {
  const noun = LESS.test(clause) ? 'reduction' : MORE.test(clause) ? 'increase' : 'improvement';
  const whose = metric === '' ? '' : ` in ${metric}`;
  const what = whose === '' ? ` for ${thing}` : whose;
  if (effect.type === 'range') return `the ${noun}${what} from ${effect.from} to ${effect.to}`;
  if (SAVED.test(clause) && metric === '') return `the saving of ${effect.value} on ${thing}`;
  return metric === ''
    ? `the ${effect.value} that you give for ${thing}`
    : `the ${effect.value} ${noun}${whose}`;
}

function inKorean(clause: string, effect: Effect, metric: string, thing: string): string {
  if (effect.type === 'range') {
    const less = effect.less ?? LESS.test(clause);
    const whose = metric === '' ? `${withParticle(thing, '으로/로')} ` : `${withParticle(metric, '이/가')} `;
    return `${whose}${effect.from}에서 ${withParticle(effect.to, '으로/로')} ${less ? '줄어든 것' : '높아진 것'}`;
  }
  const own = /단축|감소|절감|향상|개선|상승|증가/u.exec(clause)?.[0];
  const saved = SAVED.test(clause)
    ? '절감'
    : LESS.test(clause)
      ? '감소'
      : MORE.test(clause)
        ? '증가'
        : '개선';
  const where = metric === '' ? `${thing}에서` : metric;
  return `${where} ${effect.value} ${own ?? saved}`;
}

/** The clause that holds the figure: another may tell of something that went the other way. */
function clauseAround(text: string, figure: string): string {
  const index = text.indexOf(figure);
  if (index < 0) return text;
  const start = Math.max(...[', ', '; ', '. '].map((mark) => text.lastIndexOf(mark, index)), 0);
  const end = text.slice(index + figure.length).search(/[,;.]\s|$/u);
  return text.slice(start, index + figure.length + end);
}
