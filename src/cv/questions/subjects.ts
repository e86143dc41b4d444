import type { Locale } from '../../chat/message.ts';
import { type EnglishNoun, findIncident, findMade, findMetric, findTitle } from './english-nouns.ts';
import type { Facts } from './facts.ts';
import { toEnglish, toKorean } from './glossary.ts';
import { findKoreanIncident, findKoreanMade, findKoreanMetric, findKoreanTitle } from './korean-nouns.ts';

/** A noun phrase in the languages in which it can be said; English with its article. */
export type Noun = Readonly<Record<Locale, string | null>>;

/** What a passage is about, by the names it uses itself. */
export type Subject = {
  /** What was made or kept running: `the webhook delivery service`. */
  readonly thing: Noun | null;
  /** What became more, less or better: `p95 latency of checkout`. */
  readonly metric: Noun | null;
  /** What failed: `the memory leak in the live ticker`. */
  readonly incident: Noun | null;
  /** The line is the title of an entry: what follows is about it. */
  readonly title: boolean;
};

/** Nothing was made, measured or broken. */
export const NO_SUBJECT: Subject = { thing: null, metric: null, incident: null, title: false };

/** `Shift planner: a React app that …`: a name, then what it is. */
const NAMED_FIRST =
  /^(?![A-Z][a-z]+(?:ed|ing)\b)[A-Z가-힣][\w가-힣 '"“”&-]{2,30}(?::\s|\s[–—-]\s)(?=[A-Za-z가-힣])/u;

/** What a passage (white space folded) is about. `canBeTitle`: it is a line of its own and no sentence. */
export function readSubject(text: string, facts: Facts, canBeTitle: boolean): Subject {
  const tool = facts.mentions.find(({ technology }) => technology.group !== 'language')?.written ?? null;
  const korean = /[가-힣]/u.test(text);
  const title = canBeTitle && (!facts.action || NAMED_FIRST.test(text));
  if (korean) {
    const named = title ? findKoreanTitle(text) : null;
    const made = named ?? findKoreanMade(text, tool);
    const metric = findKoreanMetric(text, facts.effect);
    const incident = facts.incident ? findKoreanIncident(text) : null;
    return {
      thing: made === null ? null : fromKorean(made, 'the '),
      metric: metric === null ? null : fromKorean(metric, ''),
      incident: incident === null ? null : fromKorean(incident, 'the '),
      title: named !== null,
    };
  }
  const named = title ? findTitle(text) : null;
  const made = named ?? findMade(text, tool);
  const metric = findMetric(text, facts.effect);
  const incident = facts.incident ? findIncident(text) : null;
  return {
    thing: made === null ? null : fromEnglish(made, made.named ? '' : 'the '),
    metric: metric === null ? null : fromEnglish(metric, metric.definite ? 'the ' : ''),
    incident: incident === null ? null : { en: `the ${incident}`, ko: incidentInKorean(incident) },
    title: named !== null,
  };
}

function fromKorean(noun: string, article: string): Noun {
  const english = toEnglish(noun);
  return { ko: noun, en: english === null ? null : article + english };
}

/** Korean developers use English terms; what has no Korean word here stays as it is, without what follows it. */
function fromEnglish(noun: EnglishNoun, article: string): Noun {
  const [, main = '', addition = ''] = /^(.+?) (?:of|for|in) (?:the |an? )?(.+)$/u.exec(noun.whole) ?? [];
  const [first, second] = [endInKorean(addition), toKorean(main)];
  const core = toKorean(noun.core);
  // `decomposition of a platform`: the one word that has no Korean name says less than what follows it.
  const rest = core === null && !noun.core.includes(' ') && addition !== '' ? (first ?? addition) : noun.core;
  const ko = first !== null && second !== null ? `${first} ${second}` : (core ?? rest);
  return { en: article + noun.whole, ko };
}

function incidentInKorean(incident: string): string | null {
  const [, main = incident, place] = /^(.+?) (?:of|in) (?:the |our )?(.+)$/u.exec(incident) ?? [];
  const name = endInKorean(main);
  if (name === null) return null;
  return place === undefined ? name : `${toKorean(place) ?? place}의 ${name}`;
}

/** The last words of a phrase that have Korean names: of a `four-hour outage` the outage. */
function endInKorean(phrase: string): string | null {
  const words = phrase.split(' ');
  const ends = words.map((_, index) => toKorean(words.slice(index).join(' ')));
  return ends.find((korean) => korean !== null) ?? null;
}
