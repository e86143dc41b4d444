import { findTechnologies } from './find-technologies.ts';

/** Words that end a noun phrase. */
const END = new Set(
  `with in on for from to by using via that which who whose and or at over across into onto as of while so because when where after
  before since without under through is are was were be been has have had behind than between against during within per toward
  towards around used built based caused written running it its my our their this these those we i they about until not but if then a an
  reducing improving increasing allowing enabling saving raising cutting deleting making helping including ensuring resulting
  achieving leading lowering instead rather together both all each every there here today now once also`.split(
    /\s+/u,
  ),
);
const VAGUE =
  /^(?:new|simple|scalable|robust|various|multiple|several|many|innovative|modern|responsive|own|different|first|second|main|whole|full|entire|complete|existing|large|small|big|high-performance|cutting-edge|efficient|our|the|a|an|its|their|my|two|three|four|five|six|some|all|million|billion|thousand|dozens|about|over|roughly|\d[\d,.]*)$/iu;
/** Too little to know by itself what is meant. */
const GENERIC =
  /^(?:apps?|applications?|systems?|services?|projects?|web ?sites?|sites?|features?|models?|data|code|codebase|software|products?|teams?|solutions?|work|users?|customers?|things?|tasks?|time|parts?|librar(?:y|ies)|tools?|apis?|pages?|backend|frontend|servers?|programs?|functions?|functionality|components?|modules?|bugs?|issues?|problems?|tests?|engineers?|developers?|people|interns?|juniors?|orders|lines?|rows?|weeks?|months?|years?|performance|something|anything|everything|stack|screens?|requests?|sure|mistakes?|sense|friends|progress|one|computers?|developer|reviews?|job|company|startup|position|role|experience|knowledge|skills|way|use|views?|databases?|events?|files?|hours?|minutes?|days?|seconds?|side|settings?|techniques?|technolog(?:y|ies)|practices|methods?|results?|documents?|images?|notes?|migrations?|transitions?|rollouts?|fun|jobs?)$/iu;
/** Generic, but together with a technology it says which one: `the Flutter app`. */
const NAMEABLE =
  /^(?:app|application|system|service|website|site|model|library|tool|page|backend|frontend|server|program|module|API)$/iu;

/** Asked about as what went wrong, not as what was made. */
const FAILURE =
  /\b(?:outages?|incidents?|leaks?|race conditions?|deadlocks?|crash(?:es)?|bugs?|bottlenecks?|timeouts?)$/iu;

const WORD = /^[A-Za-z][\w.+#/'’&-]*|^\d+(?:\.\d+)*(?:-[a-z]+)?(?=[ ,.;)]|$)/u;

type Phrase = { readonly words: readonly string[]; readonly article: string; readonly length: number };

/** The noun phrase at the beginning of `text`, without articles; no words when there is none. */
function readPhrase(text: string): Phrase {
  let rest = text;
  const words: string[] = [];
  let article = '';
  for (;;) {
    const word = WORD.exec(rest)?.[0]?.replace(/[.'’/-]+$/u, '');
    if (word === undefined || word === '') break;
    if (words.length === 0 && /^(?:the|an?|its|their|our)$/iu.test(word))
      article = /^an?$/iu.test(word) ? word : 'the';
    else if (words.length === 0 && VAGUE.test(word)) {
      // Counts and praise say nothing.
    } else if (END.has(word.toLowerCase())) break;
    else words.push(word);
    rest = rest.slice(word.length);
    if (!rest.startsWith(' ')) break;
    rest = rest.slice(1);
  }
  return { words: words.slice(-4), article, length: text.length - rest.length };
}

/** A noun phrase of an English passage: its `core`, and the whole with what follows it (`of checkout`), without article. */
export type EnglishNoun = {
  readonly core: string;
  readonly whole: string;
  /** The passage itself says `the`. */
  readonly definite: boolean;
  /** A proper name, which takes no article. */
  readonly named: boolean;
};

/**
 * What the noun phrase at the beginning of `text` names, or `null` when that is nothing in particular. `of`, `for` and
 * `in` with what follows belong to it, unless that is a technology or a figure.
 */
export function readEnglishNoun(text: string): EnglishNoun | null {
  const { words, article, length } = readPhrase(text);
  const definite = article === 'the';
  const core = words.join(' ');
  if (core === '' || /^\d/u.test(core) || FAILURE.test(core)) return null;
  const rest = text.slice(length - (text[length - 1] === ' ' ? 1 : 0));
  const [, link = '', after = ''] = /^ (of|for|in) (?=[A-Za-z])(.*)$/u.exec(rest) ?? [];
  const more = link === '' ? null : readPhrase(after);
  const addition = more?.words.join(' ') ?? '';
  const isOfUse =
    addition !== '' && more !== null && more.words.length <= 4 && !isTool(addition) && words.length <= 3;
  const generic = GENERIC.test(core);
  if (generic && (!isOfUse || GENERIC.test(addition))) return null;
  const whole = isOfUse
    ? `${core} ${link} ${more.article === '' ? '' : `${more.article} `}${addition}`
    : core;
  return { core, whole, definite, named: !definite && isName(words.at(-1) ?? '') };
}

/** A generic noun made particular by its technology, `the Flutter app`, or `null`. */
export function nameByTool(text: string, tool: string): EnglishNoun | null {
  const [word] = readPhrase(text).words.slice(-1);
  if (word === undefined || !NAMEABLE.test(word)) return null;
  const core = `${tool} ${word}`;
  return { core, whole: core, definite: false, named: false };
}

/** Whether a phrase begins with a technology, a place in time, or a proper name that says where rather than what. */
function isTool(phrase: string): boolean {
  const [first] = findTechnologies(phrase);
  return (
    first?.index === 0 ||
    /^(?:production|order|addition|particular|parallel|example|free|Q[1-4])\b/iu.test(phrase)
  );
}

/** Whether a word is a name rather than a noun: `Redis`, `KoBERT`; names take no article. */
function isName(word: string): boolean {
  if (GENERIC.test(word) || /^(?:API|UI|SDK|CLI|CMS|CRM|ERP)s?$/u.test(word)) return false;
  return /^[A-Z]/u.test(word);
}

const MADE =
  /\b(?:(?:re)?(?:built|build(?:ing)?|develop(?:ed|ing)?|design(?:ed|ing)?|implement(?:ed|ing)?|wr(?:ote|iting|ite)|creat(?:ed|e|ing)|launch(?:ed|ing)?|shipp(?:ed|ing)|releas(?:ed|ing)|deploy(?:ed|ing)?|integrat(?:ed|ing)|automat(?:ed|ing)|train(?:ed|ing)|made|prototyp(?:ed|ing))|fine-tun(?:ed|ing)|set(?:ting)? up|added|refactored|maintain(?:ed|ing|s)?|own(?:ed|s)?|led|introduc(?:ed|ing)|establish(?:ed|ing)|extract(?:ed|ing)|configur(?:ed|ing)|architected|publish(?:ed|ing)|work(?:ed|ing)? on|responsible for|proud of (?:is|was)|migrat(?:ed|ing)|port(?:ed|ing)|replac(?:ed|ing)|mov(?:ed|ing)|fixed|investigat(?:ed|ing)|brought|serv(?:ed|ing)|test(?:ed|ing)|document(?:ed|ing)|monitor(?:ed|ing)|manag(?:ed|ing)|contribut(?:ed|ing) to|operat(?:ed|ing)|scaled|upgrad(?:ed|ing)|convert(?:ed|ing)|split|solved|detect(?:ed|ing)|ran|loading|handled|process(?:ed|ing)|analy[sz](?:ed|ing)|debugg(?:ed|ing)|won|spearheaded|drove|overhauled|revamped|deliver(?:ed|ing)?|crafted|engineered|initiated|constructed|programmed|open-sourced|conducted)(?: and (?:built|deployed|implemented|maintained|developed|launched|wrote|shipped|operated|designed|ran))?\s+/giu;
const CHANGED =
  /\b(?:reduc(?:ed|ing|es)|improv(?:ed|ing|es)|increas(?:ed|ing|es)|optimi[sz](?:ed|ing|es)|cut(?:ting)?|lower(?:ed|ing)|decreas(?:ed|ing)|boost(?:ed|ing)|sped up|speeding up|shorten(?:ed|ing)|rais(?:ed|ing)|doubled|doubling|halved|halving|shrank|shrinking|grew|growing|saved|saving|took)\s+/giu;
const WENT =
  /(?:^|[;,.] )(?:the |our |its )?([A-Za-z][A-Za-z -]{2,40}?) (?:dropped|fell|rose|increased|grew|went|decreased|improved|shrank|doubled|halved)\b/iu;

/** What a passage says was made, or `null`. `tool` is a technology that it names. */
export function findMade(text: string, tool: string | null): EnglishNoun | null {
  for (const match of text.matchAll(MADE)) {
    const rest = text.slice(match.index + match[0].length);
    const read = readEnglishNoun(rest);
    // A technology by itself was not made: questions about it name it anyway.
    const isOnlyTool = read?.named && findTechnologies(read.whole)[0]?.written === read.whole;
    const noun = (isOnlyTool ? null : read) ?? (tool === null ? null : nameByTool(rest, tool));
    if (noun !== null) return /^detect/iu.test(match[0]) ? asDetection(noun) : noun;
  }
  const was = WAS.exec(text)?.[1];
  return was === undefined ? null : readEnglishNoun(was);
}

/** Who detects fraud has made its detection. */
function asDetection(noun: EnglishNoun): EnglishNoun {
  const name = `detection of ${noun.whole}`;
  return { core: name, whole: name, definite: true, named: false };
}

/** `the calendar was a single file`: what the sentence is about. */
const WAS = /(?:^|[,;] )((?:the|our) [a-z][a-z ]{2,28}?) (?:was|were|had been|needed)\b/iu;

/** What a passage says became more, less or better, or `null`; with a figure, what stands nearest before it. */
export function findMetric(text: string, figure: string | null): EnglishNoun | null {
  const until = figure === null ? text.length : Math.max(text.indexOf(figure), 0);
  const nouns = [...text.matchAll(CHANGED)]
    .filter(({ index }) => index < until)
    .map((match) => readEnglishNoun(text.slice(match.index + match[0].length)))
    .filter((noun) => noun !== null);
  const found = figure === null ? nouns[0] : nouns.at(-1);
  if (found !== undefined) return found;
  const went = WENT.exec(text)?.[1];
  return went === undefined ? null : readEnglishNoun(`${went.charAt(0).toLowerCase()}${went.slice(1)}`);
}

const INCIDENT =
  /(?:\b(?:four|two|three|one|six|\d+)-(?:hour|minute|day)\s|\b(?:production|data|memory|race|connection|login|payment|deployment|upload)\s)?\b(?:outage|incident|leak|condition|deadlock|data loss|crash|bottleneck|timeout|flaky tests?|bug)(?:s|es)?\b(?:[^.;,]{0,1} (?:in|of) (?:the |our )?[\w-]+(?: [\w-]+)?(?=[.,;]|$| (?:and|that|which|by|with|when|after|caused)\b))?/giu;

/** The failure that a passage tells of, without article: `four-hour outage`, `memory leak in the live ticker`. */
export function findIncident(text: string): string | null {
  const found = [...text.matchAll(INCIDENT)]
    .map(([match]) => match)
    .filter(
      (match) =>
        !/^(?:condition|leak)|^(?:production )?(?:incidents|outages|bugs|crashes|timeouts|bottlenecks)$/iu.test(
          match,
        ),
    );
  return found.sort((left, right) => right.length - left.length)[0] ?? null;
}

const TITLE = /^([A-Z][\w .'’/&-]{2,40}?)(?:\s*\(|\s+[–—-]\s|:\s|\s*$)/u;

/** The name of an entry whose line is its title: `Chat application (React, Node.js)`. */
export function findTitle(text: string): EnglishNoun | null {
  const title = TITLE.exec(text)?.[1]?.trim();
  if (title === undefined || title.split(' ').length > 5) return null;
  const words = title.split(' ');
  const [first = '', second = ''] = words;
  const plain =
    /^[A-Z][a-z]+$/u.test(first) && /^[a-z]/u.test(second) && findTechnologies(first).length === 0;
  const core = plain ? first.toLowerCase() + title.slice(first.length) : title;
  return { core, whole: core, definite: false, named: isName(words.at(-1) ?? '') };
}
