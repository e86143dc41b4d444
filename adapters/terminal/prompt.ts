import { homedir } from 'node:os';
import { emitKeypressEvents, type Key } from 'node:readline';
import type { Suggest } from '../../src/chat/adapter.ts';
import type { Choice } from '../../src/chat/message.ts';
import { completeLine } from './completion.ts';
import { terminalIdentity } from './conversation-id.ts';
import { withText } from './editor.ts';
import { TERMINAL_LIMITS } from './limits.ts';
import { layOutLiveArea, sentLines } from './live-area.ts';
import { createLiveScreen } from './live-screen.ts';
import type { TerminalOptions } from './options.ts';
import { paint, printable, toBodyLines, toChoiceLines } from './outgoing.ts';
import { EMPTY_PROMPT, type PromptAction, type PromptMode, pressKey } from './prompt-state.ts';
import { createSpinner } from './spinner.ts';
import { type Surface, viewOf } from './surface.ts';
import type { Write } from './writer.ts';

const SHOWN_SECRET = '•'.repeat(8);
const COMPLETION_LINES = 5;

/** What the prompt tells and asks whoever uses it. */
type PromptListener = {
  said(line: string): void;
  /** A choice was picked with the arrow keys. */
  picked(choice: Choice): void;
  /** Ctrl-C, or Ctrl-D on an empty line, or the terminal has gone. */
  left(how: 'interrupted' | 'end-of-input'): void;
  mode(): PromptMode;
  readonly suggest: Suggest;
};

/** The surface of somebody who types: a line that can be edited, below a conversation that grows. */
export type Prompt = Surface & {
  open(listener: PromptListener): void;
  /** Gives the terminal back as it was; what is shown later is just printed. */
  close(): Promise<void>;
  /** Puts a line back that could not be sent, unless something else is being typed already. */
  giveBack(line: string): void;
};

/** A prompt on a terminal, which is in raw mode while the prompt is open. */
export function createPrompt(options: TerminalOptions, write: Write): Prompt {
  const { input, output } = options;
  let listener: PromptListener | null = null;
  let state = EMPTY_PROMPT;
  let redrawDue = false;
  let typedAt: number | null = null;

  const view = () => viewOf(options);
  const mode = (): PromptMode => listener?.mode() ?? { secret: false, asking: false };
  const label = () => {
    const text = `${options.words.you} › `;
    return { text, painted: paint(['cyan', 'bold'], text, view()) };
  };
  const redrawSoon = () => {
    if (redrawDue) return;
    redrawDue = true;
    // All the keys of one chunk of input are drawn together.
    queueMicrotask(() => {
      redrawDue = false;
      screen.redraw();
    });
  };
  const spinner = createSpinner(redrawSoon);
  const area = () => {
    const now = view();
    const choices = toChoiceLines(state.choices, now, state.highlighted);
    const frame = spinner.frame();
    const found = toBodyLines({ text: state.candidates.join('  ') }, now).slice(0, COMPLETION_LINES);
    const laidOut = layOutLiveArea({
      above: [
        ...(choices.length > 0 ? [...choices, ''] : []),
        ...(frame === null ? [] : [paint('dim', `${frame} ${options.words.typing}`, now)]),
      ],
      prompt: label(),
      editor: state.editor,
      hidden: mode().secret,
      below: found.map((line) => paint('dim', line, now)),
      columns: now.columns,
      rows: options.rows?.() ?? TERMINAL_LIMITS.defaultRows,
    });
    return { ...laidOut, joined: choices.length > 0 };
  };
  const screen = createLiveScreen(write, () => view().columns, area);
  /** For prints that nobody awaits: when they fail, the stream's own error ends the session. */
  const print = (...block: Parameters<typeof screen.print>) =>
    void screen.print(...block).catch(() => undefined);

  /** Choices are part of the live area while they are news, and of the conversation once something follows. */
  const settleChoices = () => {
    const lines = toChoiceLines(state.choices, view());
    state = { ...state, choices: [], highlighted: null };
    if (lines.length > 0) print(lines, 'bot', true);
  };
  const commit = (line: string) => {
    settleChoices();
    print(sentLines(line, label(), view().columns), 'user');
  };
  const complete = async (suggest: Suggest) => {
    const { text, cursor } = state.editor;
    if (cursor !== text.length || text.includes('\n')) return;
    const { user } = terminalIdentity(options.user);
    const found = await completeLine(text, { home: homedir(), user, suggest });
    // Whoever typed on meanwhile has answered the question already.
    if (state.editor.text !== text) return;
    state = { ...state, editor: withText(state.editor, found.text), candidates: found.candidates };
    redrawSoon();
  };
  const act = (action: PromptAction, to: PromptListener) => {
    switch (action.type) {
      case 'say':
        commit(action.secret ? SHOWN_SECRET : action.line.trim());
        return to.said(action.line);
      case 'pick':
        commit(printable(action.choice.label));
        return to.picked(action.choice);
      case 'leave':
        return to.left(action.how);
      case 'complete':
        return void complete(to.suggest);
      case 'clear':
        return screen.clear();
      default:
        return action satisfies never;
    }
  };
  const onKey = (character: string | undefined, key: Key) => {
    const [next, action] = pressKey(state, mode(), character, key);
    state = next;
    typedAt = state.editor.text === '' ? null : options.now();
    redrawSoon();
    if (action && listener) act(action, listener);
  };
  const onEnd = () => listener?.left('end-of-input');

  return {
    open(wanted) {
      listener = wanted;
      input.setRawMode?.(true);
      emitKeypressEvents(input);
      input.on('keypress', onKey).on('end', onEnd).on('close', onEnd).on('error', onEnd);
      output.on('resize', redrawSoon);
      input.resume();
      const hint = toBodyLines({ text: options.words.hint }, view());
      print(
        hint.map((line) => paint('dim', line, view())),
        'bot',
      );
      screen.open();
    },
    async close() {
      if (!listener) return;
      listener = null;
      input.off('keypress', onKey).off('end', onEnd).off('close', onEnd).off('error', onEnd);
      output.off('resize', redrawSoon);
      input.setRawMode?.(false);
      input.pause();
      settleChoices();
      await screen.close();
    },
    async show(message) {
      const body = toBodyLines(message, view());
      const choices = message.choices ?? [];
      settleChoices();
      if (listener) state = { ...state, choices };
      const lines = listener ? body : [...body, ...toChoiceLines(choices, view())];
      if (lines.length + choices.length > 0) await screen.print(lines, 'bot');
    },
    showTyping: () => spinner.start(),
    lastTypedAt: () => typedAt,
    giveBack(line) {
      if (state.editor.text === '') state = { ...state, editor: withText(state.editor, line) };
      redrawSoon();
    },
  };
}
