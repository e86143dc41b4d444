import { findPersonalData } from '../personal-data.ts';
import { type Section, sectionOfHeading } from './sections.ts';

/** A stretch of the CV that can be quoted: a sentence or a bullet, in the CV's own characters. */
export type RawPassage = {
  /** Verbatim, line breaks of the PDF included; at most `MAX_QUOTE_CHARACTERS`. */
  readonly quote: string;
  /** The same with its white space folded. */
  readonly text: string;
  readonly section: Section;
};

export const MAX_QUOTE_CHARACTERS = 200;

const BULLET = /^\s*(?:[•●○◦▪▫■□◆◇‣⁃∙·*✓✔➢►▶※–—-]|\d{1,2}[.)](?=\s)|[①-⑳])\s*/u;
/** Width, Hangul counting double, from which a line without an end is taken to go on in the next one. */
const WRAPPED_WIDTH = 62;
const ABBREVIATION =
  /\b(?:e\.g|i\.e|vs|approx|Dr|No|St|[BM]\.?Sc|[BM]\.?Eng|Ph\.?D|[BM]\.[AS]|Inc|Ltd|Co|Corp|Univ|Dept)\.\s*$/iu;
const SENTENCE_END = /[.!?。][)"'”’]?$/u;

type Line = { readonly start: number; readonly end: number; readonly text: string; readonly bullet: boolean };
type Block = { readonly start: number; readonly end: number; readonly section: Section };

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Parts a CV into what can be quoted, in its order. Headings set the section and are no passages themselves. */
export function splitPassages(cvText: string): readonly RawPassage[] {
  return toBlocks(toLines(cvText)).flatMap(({ start, end, section }) =>
    splitBlock(cvText.slice(start, end)).map((quote) => ({
      quote,
      text: quote.replace(/\s+/gu, ' ').trim(),
      section,
    })),
  );
}

function toLines(cvText: string): readonly Line[] {
  return [...cvText.matchAll(/([^\n\r\f\v\u2028]*)(?:\r\n|[\n\r\f\v\u2028]|$)/gu)].map(
    ({ 1: line = '', index }) => {
      const marker = BULLET.exec(line)?.[0] ?? '';
      const rest = line.slice(marker.length);
      const start = index + marker.length + (rest.length - rest.trimStart().length);
      const text = rest.trim();
      return { start, end: start + text.length, text, bullet: marker.trim() !== '' };
    },
  );
}

function toBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let section: Section = 'other';
  let previous: Line | null = null;
  for (const line of lines) {
    const heading = line.text === '' ? null : sectionOfHeading(line.text);
    const last = blocks.at(-1);
    if (heading !== null) section = heading;
    else if (
      line.text !== '' &&
      previous !== null &&
      last !== undefined &&
      continues(previous, line, section)
    )
      blocks[blocks.length - 1] = { ...last, end: line.end };
    else if (line.text !== '') blocks.push({ start: line.start, end: line.end, section });
    // An empty line parts paragraphs.
    previous = heading !== null || line.text === '' ? null : line;
  }
  return blocks;
}

/** The end of a line that names a post and its time: what follows is about it, not part of it. */
const ENDS_WITH_DATE =
  /(?:(?:19|20)\d{2}(?:\s?[./-]\s?\d{1,2})?\.?|present|now|current|현재|재직\s?중)\)?$/iu;

/** The beginning of an entry: `Weather app – a …`. */
const NAMED_ENTRY =
  /^[A-Z][\w .']{1,30}\s[–—]\s|^[A-Z].*\b(?:19|20)\d{2}\s?[–—-]\s?(?:(?:19|20)\d{2}|present|now)\)?$|^[A-Z][^.;]*\b(?:Engineer|Developer|Analyst|Scientist|Intern)\b[^.;]*[|,–-][^.;]*\b(?:19|20)\d{2}\)?$/u;

function continues(previous: Line, line: Line, section: Section): boolean {
  if (ENDS_WITH_DATE.test(previous.text) || findPersonalData(previous.text).length > 0) return false;
  if (NAMED_ENTRY.test(line.text)) return false;
  if (line.bullet || SENTENCE_END.test(previous.text)) return !line.bullet && isFull(previous, section);
  if (/^[a-z(&]/u.test(line.text) && /\s/u.test(previous.text)) return true;
  return /[,;&]$/u.test(previous.text) || isFull(previous, section);
}

/** A line as long as lines get; in sections that are lists, long lines are entries of their own. */
function isFull({ text }: Line, section: Section): boolean {
  const listed =
    section === 'education' || section === 'skills' || section === 'certificates' || section === 'awards';
  return !listed && widthOf(text) >= WRAPPED_WIDTH;
}

function widthOf(text: string): number {
  return [...text.replace(/\s+/gu, ' ')].reduce(
    (width, character) => width + (/[\u1100-\u11ff\u3000-\u9fff가-힣]/u.test(character) ? 2 : 1),
    0,
  );
}

function splitBlock(block: string): readonly string[] {
  // The segmenter ends a sentence at every line break; a wrapped line is none. Same length, so positions stay.
  const flat = block.replace(/\s/gu, ' ');
  const parts: string[] = [];
  let start = 0;
  for (const end of sentenceEnds(flat)) {
    const segment = flat.slice(start, end);
    if (ABBREVIATION.test(segment) && end < flat.length) continue;
    parts.push(...splitLong(withoutMark(block.slice(start, end))));
    start = end;
  }
  return [...parts, ...splitLong(withoutMark(block.slice(start)))].filter((part) => part !== '');
}

/** Bullets and headings that stand in the middle of a text because its line breaks were lost. */
const RUN_IN_MARK =
  /^\s*(?:[•●▪■◦▶]\s+|(?:(?:WORK |PROFESSIONAL )?EXPERIENCE|PROJECTS|SKILLS|EDUCATION|SUMMARY|PROFILE)\s+)/u;

/** A passage without the bullet or heading that it begins with. */
export function withoutMark(part: string): string {
  return part.replace(RUN_IN_MARK, '').trim();
}

/** Ends of sentences and of bullets whose line breaks were lost. */
function sentenceEnds(flat: string): readonly number[] {
  const ends = [...sentences.segment(flat)].map(({ segment, index }) => index + segment.length);
  const bullets = [...flat.matchAll(/\s[•●▪■◦▶]\s/gu)].map(({ index }) => index + 1);
  return [...new Set([...ends, ...bullets])].sort((left, right) => left - right);
}

/** Parts a sentence that is too long to quote at commas and conjunctions, or between words. */
function splitLong(sentence: string): readonly string[] {
  if (sentence.length <= MAX_QUOTE_CHARACTERS) return [sentence];
  const head = sentence.slice(0, MAX_QUOTE_CHARACTERS);
  const clauseEnd = Math.max(...[', ', '; ', ' – ', ' — ', ',\n'].map((mark) => head.lastIndexOf(mark)));
  const wordEnd = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  const end = clauseEnd > 60 ? clauseEnd : wordEnd > 0 ? wordEnd : MAX_QUOTE_CHARACTERS;
  const rest = sentence.slice(end).replace(/^[\s,;–—]+/u, '');
  return [head.slice(0, end).trim(), ...splitLong(rest)];
}
