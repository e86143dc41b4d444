import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../adapters/terminal/lines.ts';
import type { ConversationId, Incoming, Outgoing, SentRef } from '../../../src/chat/message.ts';
import { afterGreeting, calm, openTerminal, type Terminal, until, WORDS } from './harness.ts';

const textsOf = (received: readonly Incoming[]): string[] =>
  received.flatMap((incoming) => (incoming.type === 'message' ? [incoming.text] : []));
let keys = 0;
const send = (terminal: Terminal, message: Outgoing, replaces?: SentRef) =>
  terminal.adapter.send(terminal.conversation, message, {
    idempotencyKey: `key-${++keys}`,
    attempt: 1,
    ...(replaces ? { replaces } : {}),
  });

describe('linesOf', () => {
  const readAll = async (input: Readable): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of linesOf(input)) lines.push(line);
    return lines;
  };
  const read = (chunks: (string | Uint8Array)[]) => readAll(Readable.from(chunks));

  it('reads lines wherever the chunks are cut, with either line end and without the last', async () => {
    expect(await read([Buffer.from('on'), Buffer.from('e\r\ntwo\n\nthree')])).toEqual([
      'one',
      'two',
      '',
      'three',
    ]);
  });

  it('puts a character together that two chunks share, and drops a byte-order mark', async () => {
    const bytes = Buffer.from('\ufeff한국어\n');
    expect(await read([bytes.subarray(0, 5), bytes.subarray(5)])).toEqual(['한국어']);
  });

  it('cuts a line that has no end', async () => {
    const lines = await read(Array.from({ length: 25 }, () => 'x'.repeat(100_000)));
    expect(lines.map((line) => line.length)).toEqual([1_000_000, 1_000_000, 500_000]);
  });

  it('ends when its stream breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'whole\n';
        throw new Error('gone');
      })(),
    );
    expect(await readAll(broken)).toEqual(['whole']);
  });
});

describe('the terminal with piped input', () => {
  it('makes each line a final message, ignores blank ones and ends with the input', async () => {
    const terminal = openTerminal({ platformLocale: 'ko' });
    const received = await terminal.listen();
    terminal.input.end('one\n\n   \ntwo');
    expect(await terminal.adapter.finished).toBe('end-of-input');
    expect(textsOf(received)).toEqual(['one', 'two']);
    expect(received[0]).toMatchObject({
      id: expect.stringMatching(/^terminal:/),
      conversation: 'terminal:candidate',
      scope: 'direct',
      from: { id: 'terminal:candidate', name: 'candidate', locale: 'ko' },
      at: 1_000,
      final: true,
    });
    expect(terminal.written()).toBe('');
  });

  it('hands over the next line only when the replies to the one before are delivered', async () => {
    const gates: (() => void)[] = [];
    const terminal = openTerminal({
      settled: afterGreeting(() => new Promise((resolve) => gates.push(resolve))),
    });
    const received = await terminal.listen();
    terminal.input.end('one\ntwo\n');
    await until(() => gates.length === 1);
    await calm();
    expect(textsOf(received)).toEqual(['one']);
    gates[0]?.();
    await until(() => gates.length === 2);
    expect(textsOf(received)).toEqual(['one', 'two']);
    let finished = false;
    void terminal.adapter.finished.then(() => {
      finished = true;
    });
    await calm();
    expect(finished).toBe(false);
    gates[1]?.();
    expect(await terminal.adapter.finished).toBe('end-of-input');
  });

  it('does not read its input ahead of the conversation', async () => {
    let pulled = 0;
    const input = new Readable({
      highWaterMark: 1,
      read() {
        pulled += 1;
        this.push(pulled > 100 ? null : `line ${pulled}\n`);
      },
    });
    const terminal = openTerminal({ input, settled: afterGreeting(() => new Promise(() => undefined)) });
    const received = await terminal.listen();
    await until(() => received.length === 1);
    await calm();
    expect(received).toHaveLength(1);
    expect(pulled).toBeLessThan(5);
    await terminal.adapter.stop();
  });

  it('prints messages without colour or prefix, a blank line between them', async () => {
    const terminal = openTerminal();
    await send(terminal, { text: '**Welcome.**', choices: [{ id: 'be', label: 'Backend' }] });
    await send(terminal, {});
    await send(terminal, { text: 'Next.' });
    expect(terminal.written()).toBe('Welcome.\n  1) Backend\n\nNext.\n');
  });

  it('picks by number from the last message that had choices', async () => {
    const terminal = openTerminal();
    const received = await terminal.listen();
    await send(terminal, { text: 'Old', choices: [{ id: 'old', label: 'Old' }] });
    await send(terminal, {
      text: 'New',
      choices: [
        { id: 'new-1', label: 'A' },
        { id: 'new-2', label: 'B' },
      ],
    });
    await send(terminal, { text: 'By the way.' });
    terminal.input.end('2\n3\n');
    await terminal.adapter.finished;
    expect(received).toMatchObject([
      { type: 'choice', choice: 'new-2' },
      { type: 'message', text: '3' },
    ]);
  });

  it('takes numbers for text once the choices are withdrawn, and does not print what says nothing new', async () => {
    const terminal = openTerminal();
    const received = await terminal.listen();
    const ref = await send(terminal, { text: 'Which?', choices: [{ id: 'a', label: 'A' }] });
    const before = terminal.written();
    await send(terminal, { text: 'Which?' }, ref);
    expect(terminal.written()).toBe(before);
    terminal.input.end('1\n');
    await terminal.adapter.finished;
    expect(received).toMatchObject([{ type: 'message', text: '1' }]);
  });

  it('edits and deletes the last message', async () => {
    const terminal = openTerminal();
    const received = await terminal.listen();
    terminal.input.end('/delete\nfirst\n/edit better\n/edit best\n/delete\n/edit too late\n');
    await terminal.adapter.finished;
    const [first] = received;
    const messageId = first?.type === 'message' ? first.messageId : '';
    expect(received).toMatchObject([
      { type: 'message', text: 'first' },
      { type: 'message', text: 'better', messageId, edit: true },
      { type: 'message', text: 'best', messageId, edit: true },
      { type: 'deleted', messageId },
    ]);
    expect(terminal.written().match(/NOTHING TO EDIT/g)).toHaveLength(2);
  });

  it('says what it did not understand or find, and tells the bot nothing', async () => {
    const terminal = openTerminal();
    const received = await terminal.listen();
    terminal.input.end('/frobnicate\n/upload /no/such/file.pdf\n/upload /dev/zero\n');
    await terminal.adapter.finished;
    expect(received).toEqual([]);
    expect(terminal.written()).toBe(
      'UNKNOWN frobnicate\n\nNOT FOUND /no/such/file.pdf\n\nNOT READABLE /dev/zero\n',
    );
  });

  it('stops at /quit', async () => {
    const terminal = openTerminal();
    const received = await terminal.listen();
    terminal.input.end('one\n/quit\ntwo\n');
    expect(await terminal.adapter.finished).toBe('end-of-input');
    expect(textsOf(received)).toEqual(['one']);
  });

  it('fills in a form that the bot opens, asking again for what is required', async () => {
    const terminal = openTerminal();
    const received: Incoming[] = [];
    const fields = [
      { id: 'username', label: 'Username', kind: 'line', required: true, maxLength: 5 },
      { id: 'password', label: 'Password', kind: 'secret', required: true },
      { id: 'note', label: 'Note', kind: 'paragraph', required: false },
    ] as const;
    await terminal.adapter.start(
      async (incoming) => {
        received.push(incoming);
        return incoming.type === 'message'
          ? { form: { id: 'register', title: 'Register', submit: 'Go', fields } }
          : {};
      },
      async () => [],
    );
    terminal.input.end('open\n\ntoo long\nname\n /start \n\n');
    await terminal.adapter.finished;
    expect(received[2]).toMatchObject({
      type: 'form',
      form: 'register',
      fields: { username: 'name', password: ' /start ' },
      attachments: [],
    });
    expect(terminal.written().match(/Username/g)).toHaveLength(3);
    expect(terminal.written()).toMatch(/REQUIRED\n\nUsername.*AT MOST 5\n\nUsername/s);
  });

  it('keeps what stands in a field when its line is empty, and leaves a form at /cancel', async () => {
    const terminal = openTerminal();
    const received: Incoming[] = [];
    const fields = [
      { id: 'name', label: 'Name', kind: 'line', required: true, value: 'candidate' },
      { id: 'password', label: 'Password', kind: 'secret', required: true, value: 'never shown' },
    ] as const;
    await terminal.adapter.start(
      async (incoming) => {
        received.push(incoming);
        return incoming.type === 'message' && incoming.text === 'open'
          ? { form: { id: 'details', title: 'Details', submit: 'Go', fields } }
          : {};
      },
      async () => [],
    );
    terminal.input.end('open\n\n /cancel\nafter\nopen\n\n\nsecret word\n');
    await terminal.adapter.finished;
    expect(received.map(({ type }) => type)).toEqual(['arrived', 'message', 'message', 'message', 'form']);
    expect(received[4]).toMatchObject({ fields: { name: 'candidate', password: 'secret word' } });
    expect(terminal.written()).toContain('KEEPS candidate');
    expect(terminal.written()).toContain('FORM LEFT');
    expect(terminal.written()).not.toContain('never shown');
  });

  it('leaves out what only a window is of use for', async () => {
    const terminal = openTerminal();
    await terminal.listen();
    const choices = [
      { id: 'form', label: 'In a form', windowOnly: true },
      { id: 'next', label: 'Next' },
    ] as const;
    await terminal.adapter.send(
      terminal.conversation,
      { text: '?', choices },
      { idempotencyKey: 'k', attempt: 1 },
    );
    expect(terminal.written()).not.toContain('In a form');
    expect(terminal.written()).toContain('1) Next');
  });

  it('waits for the line in flight when it is stopped, and hands over no other', async () => {
    const terminal = openTerminal({ settled: afterGreeting(() => new Promise(() => undefined)) });
    const stored = Promise.withResolvers<void>();
    const received: Incoming[] = [];
    await terminal.adapter.start(
      async (incoming) => {
        if (incoming.type === 'arrived') return {};
        received.push(incoming);
        await stored.promise;
        return {};
      },
      async () => [],
    );
    terminal.input.write('one\ntwo\n');
    await until(() => received.length === 1);
    let stopped = false;
    const stopping = terminal.adapter.stop().then(() => {
      stopped = true;
    });
    await calm();
    expect(stopped).toBe(false);
    stored.resolve();
    await stopping;
    expect(textsOf(received)).toEqual(['one']);
    expect(await terminal.adapter.finished).toBe('interrupted');
    expect(terminal.input.destroyed).toBe(true);
  });

  it('ends when nobody reads its output any more', async () => {
    const output = new Writable({ write: (_, __, done) => done(new Error('EPIPE')) });
    const terminal = openTerminal({ output });
    await terminal.listen();
    await expect(send(terminal, { text: 'Hello?' })).rejects.toThrow('EPIPE');
    expect(await terminal.adapter.finished).toBe('interrupted');
  });

  it('resolves a send only once its text was taken over', async () => {
    const dones: ((error?: Error) => void)[] = [];
    const output = new Writable({ write: (_, __, done) => void dones.push(done) });
    const terminal = openTerminal({ output });
    let shown = false;
    const sending = send(terminal, { text: 'Slow.' }).then(() => {
      shown = true;
    });
    await calm();
    expect(shown).toBe(false);
    dones[0]?.();
    await sending;
    expect(shown).toBe(true);
  });

  it("prints nothing of somebody else's conversation", async () => {
    const terminal = openTerminal();
    const other = 'terminal:other' as ConversationId;
    await expect(
      terminal.adapter.send(other, { text: 'private' }, { idempotencyKey: 'k', attempt: 1 }),
    ).rejects.toThrow();
    expect(terminal.written()).toBe('');
  });

  it('shows no typing indicator in a pipe', async () => {
    const terminal = openTerminal();
    const stop = await terminal.adapter.showTyping(terminal.conversation);
    stop();
    expect(terminal.written()).toBe('');
  });

  it.each(['', ' padded', 'a\nb', 'a\u001b[2J', 'x'.repeat(101)])('refuses the user name %j', (user) => {
    expect(() => openTerminal({ user })).toThrow(RangeError);
  });

  it('says that a refused line was not stored', async () => {
    const terminal = openTerminal();
    await terminal.adapter.start(
      async () => {
        throw new Error('down');
      },
      async () => [],
    );
    terminal.input.end('lost\n/edit lost\n');
    await terminal.adapter.finished;
    expect(terminal.written()).toBe(`${WORDS.notStored}\n\n${WORDS.nothingToEdit}\n`);
  });
});
