import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AttachmentError,
  type AttachmentErrorCode,
  type ChatAdapter,
  type Receive,
  type Suggest,
} from '../../src/chat/adapter.ts';
import type { AttachmentRef, ConversationId, Form, Incoming, Outgoing } from '../../src/chat/message.ts';

/** A started adapter, with hands on the person at the other end of its platform. */
export type ChatAdapterHarness = {
  readonly adapter: ChatAdapter;
  /** Where that person talks with the bot. */
  readonly conversation: ConversationId;
  /** Each of these resolves when the adapter has dealt with it, whether `receive` took it or not. */
  says(text: string): Promise<void>;
  /** Presses the choice with this label, of the message shown last. */
  picks(label: string): Promise<void>;
  /** Runs `/interview start` for the position `be`. */
  runsStart(): Promise<void>;
  /** Fills in and submits the form that was opened last. */
  fillsIn(
    fields: Readonly<Record<string, string>>,
    file?: { readonly name: string; readonly content: Uint8Array },
  ): Promise<void>;
  sendsFile(name: string, content: Uint8Array): Promise<void>;
  /** All the text that the person has been shown, in order; how it is wrapped does not matter. */
  shown(): string;
  /** After a rejected `receive`: the person sees that it failed, or the platform is left to deliver again. */
  failureIsKnown(): boolean;
  /** What hostile text brought about beside being shown: pings, control sequences, links to elsewhere. */
  harm(): readonly string[];
  /** A file on the platform with this content, and ones that are gone or not to be read from here. */
  attachment(content: Uint8Array): Promise<AttachmentRef>;
  readonly missingAttachment: AttachmentRef;
  readonly forbiddenAttachments: readonly AttachmentRef[];
  close(): Promise<void>;
};

/** Starts an adapter that hands its events to `receive`. */
export type CreateHarness = (receive: Receive, suggest: Suggest) => Promise<ChatAdapterHarness>;

const FORM: Form = {
  id: 'answer:0198-ünï.3/2',
  title: 'A form whose title says more than a modal’s title has room for',
  fields: [
    { id: 'name', label: 'Your name', kind: 'line', required: true, maxLength: 20, value: 'Candidate' },
    { id: 'password', label: 'Password', kind: 'secret', required: true, hint: 'Ten characters or more' },
    { id: 'note', label: 'Note', kind: 'paragraph', required: false },
    { id: 'cv', label: 'CV', kind: 'file', required: false },
  ],
  submit: 'Send',
};
const SECRET = 'correct horse';
const MAX_BYTES = 1_000;
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const occurrences = (text: string, part: string): number => squeezed(text).split(squeezed(part)).length - 1;

/** Every event must be attributable, unique and of now. */
function expectValid(incoming: Incoming, harness: ChatAdapterHarness): void {
  const prefix = `${harness.adapter.platform}:`;
  expect(incoming.id.startsWith(prefix)).toBe(true);
  expect(incoming.id.length).toBeLessThanOrEqual(191);
  expect(incoming.conversation).toBe(harness.conversation);
  expect(incoming.from.id.startsWith(prefix)).toBe(true);
  expect(incoming.from.name).not.toBe('');
  expect(['direct', 'channel', 'thread']).toContain(incoming.scope);
  expect(Number.isSafeInteger(incoming.at)).toBe(true);
}

/** What every `ChatAdapter` promises, whatever its platform. */
export function describeChatAdapter(name: string, create: CreateHarness): void {
  describe(`${name} as a chat adapter`, () => {
    let received: Incoming[] = [];
    let refusing = false;
    let opensForm = false;
    let harness: ChatAdapterHarness;
    let keys = 0;

    const only = <Type extends Incoming['type']>(type: Type): Extract<Incoming, { type: Type }> => {
      expect(received.map((incoming) => incoming.type)).toEqual([type]);
      const [incoming] = received as [Extract<Incoming, { type: Type }>];
      expectValid(incoming, harness);
      return incoming;
    };
    const send = (message: Outgoing, idempotencyKey = `key-${++keys}`) =>
      harness.adapter.send(harness.conversation, message, { idempotencyKey, attempt: 1 });
    const readError = async (reading: Promise<Uint8Array>): Promise<AttachmentErrorCode | 'read'> =>
      reading.then(
        () => 'read' as const,
        (error: unknown) => {
          expect(error).toBeInstanceOf(AttachmentError);
          return (error as AttachmentError).code;
        },
      );

    beforeEach(async () => {
      received = [];
      refusing = false;
      opensForm = false;
      harness = await create(
        async (incoming) => {
          received.push(incoming);
          if (refusing) throw new Error('The store is down.');
          return opensForm && incoming.opensForm ? { form: FORM } : {};
        },
        async () => [],
      );
      // A platform may say at once that somebody has come; the tests look at what follows.
      received = [];
    });
    afterEach(() => harness.close());

    describe('what the user does', () => {
      it('hands over a message as it was written', async () => {
        await harness.says('An index is a B-tree. **Not** a `hash` — 인덱스 👩‍💻 <b>&amp;');
        const message = only('message');
        expect(message.text).toBe('An index is a B-tree. **Not** a `hash` — 인덱스 👩‍💻 <b>&amp;');
        expect(message.attachments).toEqual([]);
        expect(message.edit).toBeUndefined();
      });

      it('gives two messages two ids, also when they say the same', async () => {
        await harness.says('the same');
        await harness.says('the same');
        expect(new Set(received.map(({ id }) => id)).size).toBe(2);
        const messages = received.flatMap((incoming) =>
          incoming.type === 'message' ? [incoming.messageId] : [],
        );
        expect(new Set(messages).size).toBe(2);
      });

      it('hands over a command with its arguments', async () => {
        await harness.runsStart();
        expect(only('command')).toMatchObject({ name: 'start', args: { position: 'be' }, attachments: [] });
      });

      it('gives the id of a choice back verbatim', async () => {
        const id = `answer:0198:ünï/코드:${'x'.repeat(100)}`.slice(0, 100);
        await send({
          text: 'Which?',
          choices: [
            { id: 'first', label: 'Backend' },
            { id, label: 'Frontend' },
          ],
        });
        await harness.picks('Frontend');
        expect(only('choice').choice).toBe(id);
      });

      it('hands over a file that can then be read', async () => {
        const content = new TextEncoder().encode('%PDF-1.7 a CV');
        await harness.sendsFile('My CV (이력서).pdf', content);
        const [file] = only('message').attachments;
        expect(file).toMatchObject({ name: 'My CV (이력서).pdf', bytes: content.length });
        const limits = { maxBytes: MAX_BYTES, signal: new AbortController().signal };
        expect(new Uint8Array(await harness.adapter.readAttachment(file!, limits))).toEqual(content);
      });

      it('does not pass off as stored what was refused, and goes on', async () => {
        refusing = true;
        await harness.says('lost?');
        expect(harness.failureIsKnown()).toBe(true);
        refusing = false;
        received = [];
        await harness.says('kept');
        expect(only('message').text).toBe('kept');
      });
    });

    describe('forms', () => {
      const filled = { name: 'A. Nam', password: SECRET, note: 'One line' };

      it('opens one as the answer to a command and hands over what was entered', async () => {
        opensForm = true;
        await harness.runsStart();
        opensForm = false;
        received = [];
        await harness.fillsIn(filled);
        expect(only('form')).toMatchObject({ form: FORM.id, fields: filled, attachments: [] });
        expect(harness.shown()).not.toContain(SECRET);
      });

      it('opens one as the answer to a choice, with a file that can then be read', async () => {
        await send({ text: 'A form?', choices: [{ id: 'open', label: 'Open it' }] });
        opensForm = true;
        await harness.picks('Open it');
        opensForm = false;
        received = [];
        const content = new TextEncoder().encode('%PDF-1.7 a CV');
        await harness.fillsIn({ name: 'A. Nam', password: SECRET }, { name: 'cv.pdf', content });
        const { fields, attachments } = only('form');
        expect(Object.entries(fields).filter(([, value]) => value !== '')).toEqual([
          ['name', 'A. Nam'],
          ['password', SECRET],
        ]);
        expect(attachments).toMatchObject([{ name: 'cv.pdf' }]);
        const limits = { maxBytes: MAX_BYTES, signal: new AbortController().signal };
        expect(new Uint8Array(await harness.adapter.readAttachment(attachments[0]!, limits))).toEqual(
          content,
        );
      });

      it('does not pass off a form as stored that was refused', async () => {
        opensForm = true;
        await harness.runsStart();
        refusing = true;
        await harness.fillsIn(filled);
        expect(harness.failureIsKnown()).toBe(true);
        expect(harness.shown()).not.toContain(SECRET);
      });
    });

    describe('what the bot sends', () => {
      it('shows text, cards, choices and files', async () => {
        await send({
          text: 'A **bold** word.',
          cards: [
            {
              title: 'Evaluation',
              score: { points: 3.4, outOf: 5, estimate: true },
              body: 'The body.',
              fields: [{ name: 'Topic', value: 'caching' }],
              footer: 'The footer.',
            },
          ],
          choices: [{ id: 'more', label: 'Show more', hint: 'all of it' }],
          files: [{ name: 'report.md', content: 'content of the file', alt: 'The report' }],
        });
        for (const part of [
          'bold',
          'Evaluation',
          '3.4',
          'The body.',
          'Topic',
          'caching',
          'The footer.',
          'Show more',
        ]) {
          expect(harness.shown()).toContain(part);
        }
        expect(harness.shown()).toContain('report.md');
      });

      it('returns a reference of its own for each message', async () => {
        const refs = [await send({ text: 'one' }), await send({ text: 'two' })];
        expect(new Set(refs).size).toBe(2);
        expect(refs.every((ref) => ref.length > 0)).toBe(true);
      });

      it('shows a message once for one key, and an equal one with another key again', async () => {
        const first = await send({ text: 'Exactly once.' }, 'the-key');
        const again = await send({ text: 'Exactly once.' }, 'the-key');
        expect(again).toBe(first);
        expect(occurrences(harness.shown(), 'Exactly once.')).toBe(1);
        await send({ text: 'Exactly once.' }, 'another-key');
        expect(occurrences(harness.shown(), 'Exactly once.')).toBe(2);
      });

      it('shows the new version of a message that is edited', async () => {
        const ref = await send({ text: 'Your score is coming.' });
        const edited = await harness.adapter.send(
          harness.conversation,
          { text: 'Your score is 4.' },
          { idempotencyKey: 'edit', attempt: 1, replaces: ref },
        );
        expect(edited.length).toBeGreaterThan(0);
        expect(harness.shown()).toContain('Your score is 4.');
      });

      it('shows all of a text that is longer than any limit', async () => {
        const words = Array.from({ length: 3_000 }, (_, index) => `word${index}한글`);
        await send({ text: words.join(' ') });
        const shown = squeezed(harness.shown());
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
      });

      it('shows as many choices as a menu may have', async () => {
        const choices = Array.from({ length: 25 }, (_, index) => ({
          id: `id-${index}`,
          label: `Choice <${index}>`,
        }));
        await send({ text: 'Which?', choices });
        for (const { label } of choices) expect(harness.shown()).toContain(label);
        await harness.picks('Choice <24>');
        expect(only('choice').choice).toBe('id-24');
      });

      it('keeps messages in the order in which they were sent', async () => {
        await Promise.all(['alpha', 'beta', 'gamma'].map((text) => send({ text })));
        const shown = harness.shown();
        expect(shown.indexOf('alpha')).toBeLessThan(shown.indexOf('beta'));
        expect(shown.indexOf('beta')).toBeLessThan(shown.indexOf('gamma'));
      });

      it('shows hostile text without doing what it says', async () => {
        const hostile =
          'start @everyone <!channel> <@U1> \u001b[2J\u001b]0;title\u0007\u009b31m\u202eevil\rover\b\b end';
        await send({
          text: hostile,
          cards: [
            { title: hostile, body: hostile, fields: [{ name: hostile, value: hostile }], footer: hostile },
          ],
          choices: [{ id: 'x', label: 'pick \u001b[5m@here', hint: hostile }],
          files: [{ name: 'a\u001b[1m.txt', content: hostile, alt: hostile }],
        });
        expect(harness.harm()).toEqual([]);
        expect(harness.shown()).toContain('start');
        expect(harness.shown()).toContain('end');
      });

      it('stops showing that it works, also when told twice', async () => {
        const stop = await harness.adapter.showTyping(harness.conversation);
        const stopOther = await harness.adapter.showTyping(harness.conversation);
        stop();
        stop();
        stopOther();
        await send({ text: 'Done.' });
        expect(harness.shown()).toContain('Done.');
      });
    });

    describe('attachments', () => {
      const limits = () => ({ maxBytes: MAX_BYTES, signal: new AbortController().signal });

      it('reads a file of exactly the limit and none that is larger', async () => {
        const full = await harness.attachment(new Uint8Array(MAX_BYTES).fill(7));
        expect(await harness.adapter.readAttachment(full, limits())).toHaveLength(MAX_BYTES);
        const larger = await harness.attachment(new Uint8Array(MAX_BYTES + 1));
        expect(await readError(harness.adapter.readAttachment(larger, limits()))).toBe('too_large');
      });

      it('does not trust the size that an attachment claims', async () => {
        const larger = await harness.attachment(new Uint8Array(MAX_BYTES * 50));
        const lying = { ...larger, bytes: 1 };
        expect(await readError(harness.adapter.readAttachment(lying, limits()))).toBe('too_large');
      });

      it('says that a file is gone', async () => {
        expect(await readError(harness.adapter.readAttachment(harness.missingAttachment, limits()))).toBe(
          'not_found',
        );
      });

      it('reads nothing from where it must not', async () => {
        for (const forbidden of harness.forbiddenAttachments) {
          expect(await readError(harness.adapter.readAttachment(forbidden, limits())), forbidden.ref).toBe(
            'not_allowed',
          );
        }
      });

      it('reads nothing once it is called off', async () => {
        const file = await harness.attachment(new Uint8Array(10));
        const reading = harness.adapter.readAttachment(file, {
          maxBytes: MAX_BYTES,
          signal: AbortSignal.abort(),
        });
        await expect(reading).rejects.toThrow();
      });
    });

    it('hands over nothing after it was stopped, and can still send', async () => {
      await harness.adapter.stop();
      await send({ text: 'A late grade.' });
      expect(harness.shown()).toContain('A late grade.');
      expect(received).toEqual([]);
    });
  });
}
