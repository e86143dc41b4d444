import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/mini';
import { charactersOf } from '../../../adapters/discord/embeds.ts';
import { toParts } from '../../../adapters/discord/outgoing.ts';
import { languageOf, safeText } from '../../../adapters/discord/safe-text.ts';
import type { Outgoing } from '../../../src/chat/message.ts';
import { safeLine } from '../../../src/chat/safe-line.ts';
import { WORDS } from './words.ts';

const parts = (message: Outgoing) => toParts(message, WORDS, 'en');
const long = (length: number) => 'lorem ipsum 한글 👩‍💻 '.repeat(length).slice(0, length);

/** Everything at once, and each thing beyond what one message takes. */
const LARGE: readonly [string, Outgoing][] = [
  ['nothing', {}],
  ['text only', { text: long(30_000) }],
  ['a long card', { cards: [{ title: long(900), body: long(30_000), footer: long(5_000) }] }],
  [
    'many cards',
    { cards: Array.from({ length: 40 }, (_, index) => ({ title: `Card ${index}`, body: long(900) })) },
  ],
  [
    'many long fields',
    {
      cards: [
        {
          title: 'Fields',
          body: long(3_000),
          fields: Array.from({ length: 60 }, () => ({ name: long(400), value: long(1_000) })),
        },
      ],
    },
  ],
  ['a field longer than a field', { cards: [{ title: 'T', fields: [{ name: 'n', value: long(9_000) }] }] }],
  ['empty words', { text: '  ', cards: [{ title: ' ', body: '', fields: [{ name: '', value: '' }] }] }],
  [
    'many choices',
    {
      text: 'x',
      choices: Array.from({ length: 200 }, (_, index) => ({
        id: `${index}`,
        label: long(300),
        hint: long(300),
      })),
    },
  ],
  ['equal choices', { text: 'x', choices: Array.from({ length: 4 }, () => ({ id: 'same', label: 'Same' })) }],
  [
    'many files',
    {
      text: long(5_000),
      files: Array.from({ length: 23 }, (_, index) => ({
        name: `f${index}.md`,
        content: 'x',
        alt: long(3_000),
      })),
    },
  ],
];

describe('a message for Discord', () => {
  it.each(LARGE)('keeps every limit: %s', (_name, message) => {
    for (const { body, files } of parts(message)) {
      const parsed = safeParse(MessageCreateRequestSchema, body);
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(body.content.length).toBeLessThanOrEqual(2_000);
      expect(body.embeds.reduce((sum, embed) => sum + charactersOf(embed), 0)).toBeLessThanOrEqual(6_000);
      expect(body.embeds.length).toBeLessThanOrEqual(10);
      expect(body.components.length).toBeLessThanOrEqual(5);
      expect(files.length).toBeLessThanOrEqual(10);
      expect(body.content.trim() + body.embeds.length + files.length).not.toBe('00');
      for (const embed of body.embeds) {
        expect(charactersOf(embed)).toBeGreaterThan(0);
        expect(
          (embed.fields ?? []).every(({ name, value }) => name.trim() !== '' && value.trim() !== ''),
        ).toBe(true);
      }
      expect(body.allowed_mentions).toEqual({ parse: [] });
    }
  });

  it('loses nothing of a long text and cuts no code block', () => {
    const code = `\`\`\`ts\n${'const x = 1;\n'.repeat(100)}\`\`\``;
    const contents = parts({ text: `${long(1_500)}\n\n${code}\n\n${long(1_500)}` }).map(
      ({ body }) => body.content,
    );
    expect(contents.filter((content) => content.includes(code))).toHaveLength(1);
    expect(contents.every((content) => (content.match(/```/g)?.length ?? 0) % 2 === 0)).toBe(true);
  });

  it('puts choices and files on the last message only', () => {
    const shown = parts({
      text: long(5_000),
      choices: [{ id: 'a', label: 'A', style: 'danger' }],
      files: [{ name: 'a.md', content: 'x', alt: 'y' }],
    });
    expect(shown.map(({ body, files }) => [body.components.length, files.length])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  it('marks an estimate and a missing score in the words of its language', () => {
    const card = (title: string, points: number | null, locale: 'en' | 'ko'): Outgoing => ({
      locale,
      cards: [{ title, score: { points, outOf: 5, estimate: true } }],
    });
    const description = (message: Outgoing) => parts(message)[0]?.body.embeds[0]?.description;
    expect(description(card('Question 1', 5, 'en'))).toBe(`**5.0 / 5** ▰▰▰▰▰▰▰▰▰▰ · ${WORDS.en.estimate}`);
    expect(description(card('질문 1 / 3 · 기술 · Retrieval augmented generation', null, 'ko'))).toBe(
      `**– / 5** ▱▱▱▱▱▱▱▱▱▱ · ${WORDS.ko.unscored}`,
    );
  });

  it.each([
    ['3 short choices', 3, 'Short', false],
    ['10 short choices', 10, 'Short', false],
    ['11 short choices', 11, 'Short', true],
    ['5 long choices', 5, long(70), false],
    ['6 long choices', 6, long(70), true],
  ])('shows %s as it is easiest to choose', (_name, count, label, isMenu) => {
    const choices = Array.from({ length: count }, (_, index) => ({
      id: `c${index}`,
      label: `${label}${index}`,
    }));
    const [row] = parts({ text: 'Which?', choices })[0]?.body.components ?? [];
    expect(row?.components[0]?.type).toBe(isMenu ? 3 : 2);
  });
});

describe('text from elsewhere', () => {
  it.each([
    ['[a bank](https://example.org)', '\\[a bank](https://example.org)'],
    ['see `[x](y:z)` and ```\n[x](y:z)\n```', 'see `[x](y:z)` and ```\n[x](y:z)\n```'],
    ['array[0](call)', 'array[0](call)'],
    ['a\u001b[31mred\u0007 \u202eevil', 'ared evil'],
  ])('shows %j as %j', (text, expected) => {
    expect(safeText(text)).toBe(expected);
  });

  it('is cut between characters as a reader sees them', () => {
    expect(safeLine('👩‍💻👩‍💻👩‍💻', 11)).toBe('👩‍💻👩‍💻…');
    expect(safeLine(' \n ', 10)).toBe('…');
  });

  it.each([
    ['**REST API design** 질문에 대한 답변을 보내 주세요.', 'ko'],
    ['I have read **이력서.pdf** (2 pages). Send another one whenever you like.', 'en'],
    ['> 한글 인용\nYour CV says this.', 'en'],
    ['123', null],
  ])('%j is taken to be %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});
