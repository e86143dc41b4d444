import type { Key } from 'node:readline';
import type { Choice } from '../../src/chat/message.ts';
import { afterSubmit, type Editor, EMPTY_EDITOR, insert, keyName, press } from './editor.ts';

/** What somebody who types has before them. */
export type PromptState = {
  readonly editor: Editor;
  /** Choices of the message just shown; empty once anything followed it. */
  readonly choices: readonly Choice[];
  /** Index of the choice that the arrow keys stand on. */
  readonly highlighted: number | null;
  /** What Tab found when it was more than one thing. */
  readonly candidates: readonly string[];
  /** Between the marks of a bracketed paste, where Enter is just a newline. */
  readonly pasting: boolean;
};

/** How the next line is to be taken. */
export type PromptMode = {
  /** What is typed must not be seen. */
  readonly secret: boolean;
  /** An empty line means something. */
  readonly asking: boolean;
};

export type PromptAction =
  | { readonly type: 'say'; readonly line: string; readonly secret: boolean }
  | { readonly type: 'pick'; readonly choice: Choice }
  | { readonly type: 'leave'; readonly how: 'interrupted' | 'end-of-input' }
  | { readonly type: 'complete' }
  | { readonly type: 'clear' };

/** A prompt at which nothing was typed or shown yet. */
export const EMPTY_PROMPT: PromptState = {
  editor: EMPTY_EDITOR,
  choices: [],
  highlighted: null,
  candidates: [],
  pasting: false,
};

function submit(state: PromptState, mode: PromptMode): [PromptState, PromptAction | null] {
  const { editor, choices, highlighted } = state;
  const choice = highlighted === null ? undefined : choices[highlighted];
  if (choice)
    return [
      { ...state, highlighted: null },
      { type: 'pick', choice },
    ];
  const empty = editor.text.trim() === '';
  const next = { ...state, editor: afterSubmit(editor, mode.secret) };
  return [next, empty && !mode.asking ? null : { type: 'say', line: editor.text, secret: mode.secret }];
}

function moveHighlight({ choices, highlighted }: PromptState, step: -1 | 1): number {
  const from = highlighted ?? (step === 1 ? -1 : choices.length);
  return (from + step + choices.length) % choices.length;
}

/** What a key makes of the prompt, and what is to be done about it. */
export function pressKey(
  before: PromptState,
  mode: PromptMode,
  character: string | undefined,
  key: Key,
): [PromptState, PromptAction | null] {
  if (key.name === 'paste-start')
    return [{ ...before, pasting: true, candidates: [], highlighted: null }, null];
  if (key.name === 'paste-end') return [{ ...before, pasting: false }, null];
  if (before.pasting) {
    if (character === undefined) return [before, null];
    return [{ ...before, editor: insert(before.editor, character === '\r' ? '\n' : character) }, null];
  }
  const state = { ...before, candidates: [] };
  const { editor } = state;
  switch (keyName(key)) {
    case 'ctrl-c':
      return [state, { type: 'leave', how: 'interrupted' }];
    case 'ctrl-d':
      if (editor.text === '') return [state, { type: 'leave', how: 'end-of-input' }];
      break;
    case 'return':
    case 'enter':
      return submit(state, mode);
    case 'tab':
      return [state, { type: 'complete' }];
    case 'ctrl-l':
      return [state, { type: 'clear' }];
    case 'up':
    case 'down':
      if (state.choices.length > 0 && editor.text === '' && editor.recalled === null) {
        return [{ ...state, highlighted: moveHighlight(state, key.name === 'up' ? -1 : 1) }, null];
      }
      break;
    default:
  }
  return [{ ...state, highlighted: null, editor: press(editor, character, key) }, null];
}
