import type { RichTextBlock, RichTextBlockElement, RichTextText } from '@slack/types';
import { type MarkdownLine, parseMarkdown, type Span, stripControls } from '../../src/chat/text.ts';

/**
 * The bot's Markdown as rich text: its parts are told apart by structure, so that nothing in them is read as markup. What a
 * text from elsewhere says (`<!channel>`, `__init__`, a link behind other words) is shown as it is and does nothing.
 */
export function toRichText(markdown: string): RichTextBlock | null {
  const elements = grouped(parseMarkdown(safeText(markdown))).flatMap(toElement);
  return elements.length === 0 ? null : { type: 'rich_text', elements };
}

/** The same as plain text. */
export function toPlain(markdown: string): string {
  return parseMarkdown(safeText(markdown))
    .map((line) => {
      if (line.type === 'code') return line.text;
      const text = line.spans.map((span) => span.text).join('');
      return line.type === 'quote' ? `> ${text}` : line.type === 'item' ? `• ${text}` : text;
    })
    .join('\n');
}

export function safeText(text: string): string {
  return stripControls(text).trim();
}

type Group = { readonly kind: string; readonly lines: MarkdownLine[] };

/** Lines that belong together: of a paragraph, a quote, a list of one depth, a stretch of code. */
function grouped(lines: readonly MarkdownLine[]): readonly Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const kind = line.type === 'item' ? `item ${line.indent}` : line.type;
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups;
}

function toElement({ lines }: Group): RichTextBlockElement[] {
  const [first] = lines;
  switch (first?.type) {
    case 'code': {
      const text = lines.flatMap((line) => (line.type === 'code' ? line.text : [])).join('\n');
      return text === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }];
    }
    case 'quote': {
      const elements = toTexts(lines);
      return elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements }];
    }
    case 'item': {
      const elements = lines
        .map((line) => toTexts([line]))
        .filter((texts) => texts.length > 0)
        .map((texts) => ({ type: 'rich_text_section' as const, elements: texts }));
      const indent = Math.min(Math.floor(first.indent / 2), 5);
      return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', indent, elements }];
    }
    default: {
      const elements = toTexts(lines);
      return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
    }
  }
}

/** Lines in one stretch of text, with a break between them. */
function toTexts(lines: readonly MarkdownLine[]): RichTextText[] {
  const texts: RichTextText[] = [];
  const add = (text: string, style: RichTextText['style']) => {
    const last = texts.at(-1);
    if (text === '') return;
    // Neighbours of one style are one, which keeps messages small.
    if (last && JSON.stringify(last.style) === JSON.stringify(style)) last.text += text;
    else texts.push({ type: 'text', text, ...(style && { style }) });
  };
  for (const [index, line] of lines.entries()) {
    if (index > 0) add('\n', undefined);
    if (line.type !== 'code') for (const span of line.spans) add(span.text, styleOf(span));
  }
  return texts;
}

function styleOf({ bold, italic, code }: Span): RichTextText['style'] {
  if (!bold && !italic && !code) return undefined;
  return { ...(bold && { bold }), ...(italic && { italic }), ...(code && { code }) };
}
