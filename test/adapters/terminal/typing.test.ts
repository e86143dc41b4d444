import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming, Outgoing } from '../../../src/chat/message.ts';
import { calm, openTerminal, type Terminal, until } from './harness.ts';

const ENTER = '\r';
const UP = '\u001b[A';
const DOWN = '\u001b[B';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;

describe('the terminal with somebody typing', () => {
  let terminal: Terminal;
  let received: Incoming[];
  let keys = 0;
  const type = async (text: string) => {
    terminal.input.write(text);
    await calm();
  };
  const send = (message: Outgoing) =>
    terminal.adapter.send(terminal.conversation, message, { idempotencyKey: `key-${++keys}`, attempt: 1 });
  const screen = () => terminal.screen.lines().join('\n');

  beforeEach(async () => {
    terminal = openTerminal({ isTty: true, columns: () => 40 });
    received = await terminal.listen();
    await calm();
  });
  afterEach(() => terminal.adapter.stop());

  it('shows a hint and a prompt, in raw mode', async () => {
    expect(screen()).toBe('HINT\n\nyou ›');
    expect(terminal.screen.cursor()).toEqual({ row: 2, column: 6 });
    expect(terminal.rawModes).toEqual([true]);
  });

  it('sends a line with Enter as a part that stays open, and keeps it in view', async () => {
    await type(`한국어 answer${ENTER}${ENTER}more${ENTER}`);
    expect(received).toMatchObject([
      { type: 'message', text: '한국어 answer' },
      { type: 'message', text: 'more' },
    ]);
    expect(received[0]).not.toHaveProperty('final');
    expect(screen()).toBe('HINT\n\nyou › 한국어 answer\nyou › more\nyou ›');
  });

  it('keeps the line being typed whole while the bot speaks', async () => {
    await type('half a lin');
    await send({ text: 'Something **else** that is longer than one line of this window.' });
    await type('e');
    expect(screen()).toBe(
      'HINT\n\nSomething else that is longer than one\nline of this window.\n\nyou › half a line',
    );
    expect(terminal.screen.cursor()).toEqual({ row: 5, column: 17 });
  });

  it('keeps a line of several rows whole, with the cursor where it was', async () => {
    await type('가나다라마바사아자차카타파하 one two three four five');
    const before = terminal.screen.cursor();
    await send({ text: 'Hello.' });
    expect(
      screen().endsWith('Hello.\n\nyou › 가나다라마바사아자차카타파하 one\n      two three four five'),
    ).toBe(true);
    expect(terminal.screen.cursor()).toEqual({ row: before.row + 2, column: before.column });
  });

  it('takes several pasted lines for one message', async () => {
    await type(`${paste('first\r\nsecond\rthird\tx\u0001')}${ENTER}`);
    expect(received).toMatchObject([{ type: 'message', text: 'first\nsecond\nthird  x' }]);
    expect(screen()).toContain('you › first\n      second\n      third  x');
  });

  it('does not complete or send while something is being pasted', async () => {
    await type(paste('/he\t\n').slice(0, -1));
    expect(received).toEqual([]);
    await type('~');
    expect(received).toEqual([]);
    expect(screen()).toContain('you › /he');
    expect(screen()).not.toContain('/help');
  });

  it('picks a choice with the arrows and prints the list as it was', async () => {
    await send({
      text: 'Which?',
      choices: [
        { id: 'a', label: 'AI' },
        { id: 'b', label: 'Backend' },
      ],
    });
    expect(screen()).toContain('Which?\n  1) AI\n  2) Backend\n\nyou ›');
    await type(DOWN);
    expect(screen()).toContain('❯ 1) AI');
    await type(UP);
    expect(screen()).toContain('❯ 2) Backend');
    await type(ENTER);
    expect(received).toMatchObject([{ type: 'choice', choice: 'b' }]);
    expect(screen()).toBe('HINT\n\nWhich?\n  1) AI\n  2) Backend\n\nyou › Backend\nyou ›');
  });

  it('uses the arrows for the history once something is typed or no choices are shown', async () => {
    await type(`earlier${ENTER}`);
    await send({ text: 'Which?', choices: [{ id: 'a', label: 'AI' }] });
    await type(`x${UP}`);
    expect(screen()).toContain('you › earlier');
    expect(screen()).not.toContain('❯');
    await type('\u0015');
    await type(`1${ENTER}${UP}`);
    expect(received.at(-1)).toMatchObject({ type: 'choice', choice: 'a' });
    expect(screen().endsWith('you › 1')).toBe(true);
  });

  it('completes with Tab and lists what is not certain', async () => {
    await type('/st\t');
    expect(screen().endsWith('you › /st\nstart  status  stop')).toBe(true);
    await type('op');
    expect(screen().endsWith('you › /stop')).toBe(true);
  });

  it('uploads a file that is dragged in, but only one that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drag-'));
    const path = join(folder, 'My CV.pdf');
    await writeFile(path, '%PDF-');
    await type(`${paste(`'${path}' `)}${ENTER}`);
    await until(() => received.length === 1);
    await type(`/no/such/cv.pdf${ENTER}`);
    await until(() => received.length === 2);
    expect(received).toMatchObject([
      { type: 'message', text: '', attachments: [{ ref: path, name: 'My CV.pdf', bytes: 5 }] },
      { type: 'message', text: '/no/such/cv.pdf', attachments: [] },
    ]);
    await rm(folder, { recursive: true });
  });

  it('shows that it works above the line being typed, until it is told to stop', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await type('half');
      const stop = await terminal.adapter.showTyping(terminal.conversation);
      await calm();
      expect(screen()).toMatch(/HINT\n\n⠋ TYPING\nyou › half$/);
      vi.advanceTimersByTime(100);
      await calm();
      expect(screen()).toMatch(/⠙ TYPING\nyou › half$/);
      stop();
      await calm();
      expect(screen()).toBe('HINT\n\nyou › half');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['Ctrl-C', CTRL_C, 'interrupted'],
    ['Ctrl-D', CTRL_D, 'end-of-input'],
    ['/quit', `/quit${ENTER}`, 'end-of-input'],
  ])('leaves the terminal as it was after %s', async (_, keys, how) => {
    await type(keys);
    expect(await terminal.adapter.finished).toBe(how);
    expect(terminal.rawModes).toEqual([true, false]);
    expect(terminal.written()).toContain('\u001b[?2004l');
    expect(terminal.screen.lines().findLast((line) => line !== '')).toBe('GOODBYE');
    await send({ text: 'A late grade.', choices: [{ id: 'a', label: 'Again' }] });
    expect(screen()).toContain('GOODBYE\n\nA late grade.\n  1) Again');
    expect(screen().endsWith('you ›')).toBe(false);
  });

  it('forgets a half-typed line when it is left, but not one that was sent', async () => {
    await type(`sent${ENTER}not sent${CTRL_C}`);
    await terminal.adapter.finished;
    expect(received).toMatchObject([{ text: 'sent' }]);
    expect(screen()).not.toContain('not sent');
  });
});

describe('a line that could not be stored', () => {
  it('comes back to be sent again, unless something else is being typed', async () => {
    const terminal = openTerminal({ isTty: true });
    const refusals: ((error: Error) => void)[] = [];
    await terminal.adapter.start(
      async ({ type }) => (type === 'arrived' ? {} : new Promise((_, reject) => refusals.push(reject))),
      async () => [],
    );
    const refuse = async () => {
      await calm();
      refusals.pop()?.(new Error('down'));
      await calm();
    };
    terminal.input.write('precious\r');
    await refuse();
    expect(terminal.screen.lines().at(-1)).toBe('you › precious');
    terminal.input.write('\r');
    await calm();
    terminal.input.write('another');
    await refuse();
    expect(terminal.screen.lines().at(-1)).toBe('you › another');
    await terminal.adapter.stop();
  });

  it('never shows a secret, neither typed nor given back', async () => {
    const terminal = openTerminal({ isTty: true });
    await terminal.adapter.start(
      async (incoming) => {
        if (incoming.type === 'arrived') return {};
        if (incoming.type === 'form') throw new Error('down');
        const fields = [{ id: 'password', label: 'Password', kind: 'secret', required: true }] as const;
        return { form: { id: 'login', title: 'Log in', submit: 'Go', fields } };
      },
      async () => [],
    );
    terminal.input.write('/help\r');
    await calm();
    terminal.input.write('hunter2');
    await calm();
    expect(terminal.screen.lines().at(-1)).toBe('you › •••••••');
    terminal.input.write('\r');
    await calm();
    terminal.input.write(UP);
    await calm();
    expect(terminal.written()).not.toContain('hunter2');
    expect(terminal.screen.lines().at(-1)).toBe('you › /help');
    await terminal.adapter.stop();
  });
});
