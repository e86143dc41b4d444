import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import {
  createTerminalAdapter,
  type TerminalAdapterOptions,
  type TerminalWords,
} from '../../../adapters/terminal/index.ts';
import type { Suggest } from '../../../src/chat/adapter.ts';
import type { ConversationId, Incoming } from '../../../src/chat/message.ts';
import type { CreateHarness } from '../../contracts/chat-adapter.ts';
import { createVirtualScreen } from './virtual-screen.ts';

export const WORDS: TerminalWords = {
  you: 'you',
  howToUpload: 'HOW TO UPLOAD',
  hint: 'HINT',
  typing: 'TYPING',
  estimate: 'estimate',
  unscored: 'unscored',
  goodbye: 'GOODBYE',
  fileNotFound: (path) => `NOT FOUND ${path}`,
  fileNotReadable: (path) => `NOT READABLE ${path}`,
  nothingToEdit: 'NOTHING TO EDIT',
  unknownCommand: (typed) => `UNKNOWN ${typed}`,
  notStored: 'NOT STORED',
  formHint: 'FORM HINT',
  formKeeps: (value) => `KEEPS ${value}`,
  formLeft: 'FORM LEFT',
  fieldRequired: 'REQUIRED',
  fieldTooLong: (characters) => `AT MOST ${characters}`,
};

/** Waits until something is so, without sleeping; the test's own timeout ends a wait for ever. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** A `settled` that lets the greeting pass and is then as given. */
export function afterGreeting(settled: () => Promise<void>): () => Promise<void> {
  let greeted = false;
  return async () => {
    if (greeted) return settled();
    greeted = true;
  };
}

/** Lets everything happen that is already due. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export type Terminal = ReturnType<typeof openTerminal>;

/** A terminal adapter on streams in memory, and what its screen shows. */
export function openTerminal(overrides: Partial<TerminalAdapterOptions> = {}) {
  const input = new PassThrough();
  const rawModes: boolean[] = [];
  const columns = overrides.columns?.() ?? 80;
  const screen = createVirtualScreen(columns);
  let written = '';
  let ids = 0;
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      written += chunk;
      if (overrides.isTty) screen.write(chunk);
      done();
    },
  });
  const adapter = createTerminalAdapter({
    input: Object.assign(input, { setRawMode: (raw: boolean) => rawModes.push(raw) }),
    output,
    user: 'candidate',
    isTty: false,
    columns: () => columns,
    colour: false,
    wordsOf: () => WORDS,
    now: () => 1_000,
    newId: () => `id-${++ids}`,
    settled: async () => undefined,
    ...overrides,
  });
  return {
    adapter,
    input,
    output,
    rawModes,
    screen,
    conversation: 'terminal:candidate' as ConversationId,
    written: () => written,
    /** Starts it with a bot that only listens. */
    async listen(suggest: Suggest = async () => []): Promise<Incoming[]> {
      const received: Incoming[] = [];
      await adapter.start(async (incoming) => {
        received.push(incoming);
        return {};
      }, suggest);
      // That somebody has come is told in every test; what is looked at is what follows.
      received.length = 0;
      return received;
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the prompt's own sequences begin with one
const OWN_SEQUENCES = /\u001b\[(?:\?2004[hl]|\d*[AC]|J)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/g;

/** What no text may bring to the screen; the suite's hostile text has `over` behind its carriage return. */
function harmIn(written: string): string[] {
  return (
    written
      .replace(OWN_SEQUENCES, '')
      .replace(/\r\n|\r(?!over)/g, '\n')
      .match(HARMFUL) ?? []
  );
}

/** A harness for the contract suite: the terminal with or without somebody at it. */
export function terminalHarness(isTty: boolean): CreateHarness {
  return async (receive, suggest) => {
    const folder = await mkdtemp(join(tmpdir(), 'terminal-'));
    let handled = 0;
    const terminal = openTerminal({ isTty });
    await terminal.adapter.start(async (incoming) => {
      try {
        return await receive(incoming);
      } finally {
        handled += 1;
      }
    }, suggest);
    const shown = () => (isTty ? terminal.screen.lines().join('\n') : terminal.written());
    const enter = async (line: string) => {
      const before = handled;
      // What was refused has been given back to the line; Ctrl-U takes it out.
      terminal.input.write(isTty ? `\u0015${line}\r` : `${line}\n`);
      await until(() => handled > before);
      await calm();
    };
    let files = 0;
    const place = async (name: string, content: Uint8Array) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    };
    return {
      adapter: terminal.adapter,
      conversation: terminal.conversation,
      says: enter,
      async picks(label) {
        const numbered = shown()
          .split('\n')
          .findLast((line) => line.includes(`) ${label}`));
        await enter(/(\d+)\)/.exec(numbered ?? '')?.[1] ?? 'not shown');
      },
      runsStart: () => enter('/interview start be'),
      async fillsIn(fields, file) {
        const before = handled;
        const path = file ? await place(file.name, file.content) : '';
        // In the order of the contract's form: name, password, note, file.
        for (const line of [fields['name'], fields['password'], fields['note'], path]) {
          terminal.input.write(`${line ?? ''}${isTty ? '\r' : '\n'}`);
          await calm();
        }
        await until(() => handled > before);
        await calm();
      },
      async sendsFile(name, content) {
        await enter(`/upload ${await place(name, content)}`);
      },
      shown,
      failureIsKnown: () => shown().includes(WORDS.notStored),
      harm: () => harmIn(terminal.written()),
      async attachment(content) {
        const name = `${++files}.pdf`;
        return { ref: await place(name, content), name, bytes: content.length };
      },
      missingAttachment: { ref: join(folder, 'gone.pdf'), name: 'gone.pdf' },
      forbiddenAttachments: ['/dev/zero', folder, 'relative.pdf', '/tmp/a\0b'].map((ref) => ({
        ref,
        name: 'x.pdf',
      })),
      async close() {
        await terminal.adapter.stop();
        await rm(folder, { recursive: true });
      },
    };
  };
}
