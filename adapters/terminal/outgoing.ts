import { styleText } from 'node:util';
import type { Card, Choice, Outgoing, OutgoingFile, Score } from '../../src/chat/message.ts';
import { type MarkdownLine, parseMarkdown, type Span, stripControls } from '../../src/chat/text.ts';
import { chunkByWidth, textWidth, wrapSpans } from './width.ts';
import type { TerminalWords } from './words.ts';

/** How what is shown has to look. `columns` is what the terminal is wide, 20 or more. */
export type View = {
  readonly columns: number;
  readonly colour: boolean;
  readonly words: Pick<TerminalWords, 'estimate' | 'unscored' | 'howToUpload'>;
};

type Style = Parameters<typeof styleText>[0];

const BAR_CELLS = 10;
const TAB = '    ';

/** Colours text where colour is wanted. */
export function paint(style: Style, text: string, view: Pick<View, 'colour'>): string {
  return view.colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

/** Text as it may be printed: no control characters, no tabs, Hangul composed. */
export function printable(text: string): string {
  return stripControls(text).normalize('NFC').replaceAll('\t', TAB);
}

function paintSpan(span: Span, view: View): string {
  const bold = span.bold ? paint('bold', span.text, view) : span.text;
  const italic = span.italic ? paint('italic', bold, view) : bold;
  return span.code ? paint('cyan', italic, view) : italic;
}

function wrapped(spans: readonly Span[], view: View, first = '', others = first): string[] {
  // Without colour only its backticks tell code from prose.
  const shown = spans.map((span) =>
    span.code && !view.colour ? { ...span, text: `\`${span.text}\`` } : span,
  );
  return wrapSpans(shown, Math.max(view.columns - Math.max(textWidth(first), textWidth(others)), 2)).map(
    (line, index) => (index === 0 ? first : others) + line.map((span) => paintSpan(span, view)).join(''),
  );
}

function markdownLine(line: MarkdownLine, view: View): string[] {
  switch (line.type) {
    case 'text':
      return wrapped(line.spans, view);
    case 'quote':
      return wrapped(line.spans, view, '│ ');
    case 'item': {
      const indent = ' '.repeat(Math.min(line.indent, 8));
      return wrapped(line.spans, view, `${indent}• `, `${indent}  `);
    }
    case 'code':
      return chunkByWidth(line.text, view.columns - TAB.length).map(
        (chunk) => TAB + paint('cyan', chunk, view),
      );
    default:
      return line satisfies never;
  }
}

function markdown(text: string, view: View): string[] {
  return parseMarkdown(printable(text).trim()).flatMap((line) => markdownLine(line, view));
}

/** `3.4 / 5 ███████░░░ estimate`, or `– / 5 ░░░░░░░░░░ unscored`. */
function scoreLine(score: Score, view: View): string {
  const ratio = Math.min(Math.max((score.points ?? 0) / (score.outOf || 1), 0), 1);
  const halves = Math.round(ratio * BAR_CELLS * 2);
  const filled = '█'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '▌' : '');
  const empty = '░'.repeat(BAR_CELLS - filled.length);
  const points = score.points === null ? '–' : score.points.toFixed(1);
  const colour = ratio >= 0.7 ? 'green' : ratio >= 0.4 ? 'yellow' : 'red';
  const remark = score.points === null ? view.words.unscored : score.estimate ? view.words.estimate : '';
  return [
    paint('bold', `${points} / ${score.outOf}`, view),
    paint(colour, filled, view) + paint('dim', empty, view),
    paint('dim', remark, view),
  ]
    .join(' ')
    .trimEnd();
}

function titleLines(title: string, view: View): string[] {
  const text = printable(title).replace(/\s+/g, ' ').trim();
  const room = view.columns - textWidth(text) - 4;
  if (room < 2) return wrapped([{ text, bold: true }], view);
  return [`${paint('dim', '──', view)} ${paint('bold', text, view)} ${paint('dim', '─'.repeat(room), view)}`];
}

function fieldLines(name: string, value: string, view: View): string[] {
  const label = `${printable(name).replace(/\s+/g, ' ').trim()}:`;
  const lines = parseMarkdown(printable(value).trim());
  const [only] = lines;
  if (lines.length === 1 && only?.type === 'text') {
    return wrapped([{ text: label, bold: true }, { text: ' ' }, ...only.spans], view, '', '  ');
  }
  const inner = { ...view, columns: view.columns - 2 };
  return [
    ...wrapped([{ text: label, bold: true }], view),
    ...lines.flatMap((line) => markdownLine(line, inner)).map((line) => `  ${line}`),
  ];
}

function cardLines(card: Card, view: View): string[] {
  const parts = [
    [...titleLines(card.title, view), ...(card.score ? [scoreLine(card.score, view)] : [])],
    card.body ? markdown(card.body, view) : [],
    (card.fields ?? []).flatMap(({ name, value }) => fieldLines(name, value, view)),
    card.footer ? markdown(card.footer, view).map((line) => paint('dim', line, view)) : [],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 1 ? ['', ...part] : part));
}

/** The file's content is shown as it is and not wrapped, so that it can be copied out of a pipe. */
function fileLines(file: OutgoingFile, view: View): string[] {
  const head = wrapped(
    [{ text: `[${printable(file.name)}] ${printable(file.alt)}`.replace(/\s+/g, ' ') }],
    view,
  );
  return [...head.map((line) => paint('dim', line, view)), ...printable(file.content).trimEnd().split('\n')];
}

/** The message without its choices, in lines; parts are separated by a blank one. */
export function toBodyLines(message: Outgoing, view: View): string[] {
  const parts = [
    message.text ? markdown(message.text, view) : [],
    ...(message.cards ?? []).map((card) => cardLines(card, view)),
    ...(message.files ?? []).map((file) => fileLines(file, view)),
    message.expects === 'file' ? markdown(view.words.howToUpload, view) : [],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? ['', ...part] : part));
}

/** `  1) Backend`, numbered from 1; the one at `highlighted` is marked. */
export function toChoiceLines(
  choices: readonly Choice[],
  view: View,
  highlighted: number | null = null,
): string[] {
  return choices.flatMap((choice, index) => {
    const marked = index === highlighted;
    const first = `${marked ? '❯' : ' '} ${index + 1}) `;
    const hint = choice.hint ? ` — ${choice.hint}` : '';
    const text = printable(`${choice.label}${hint}`).replace(/\s+/g, ' ');
    const lines = wrapped([{ text }], view, first, ' '.repeat(first.length));
    return marked ? lines.map((line) => paint(['cyan', 'bold'], line, view)) : lines;
  });
}
