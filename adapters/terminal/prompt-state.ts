import type { Key } from 'node:readline';
import type { Choice } from '../../src/chat/message.ts';
import { afterSubmit, type Editor, EMPTY_EDITOR, insert, keyName, press } from './editor.ts';

/** What somebody who types has before them. */
type PromptState = {
  readonly editor: Editor;
  /** Choices of the message just shown; empty once anything followed it. */
  readonly choices: readonly Choice[];
  /** Index of the choice that the arrow keys stand on. */
  readonly highlighted: number | null;
  /** What Tab found when it was more than one thing. */
  readonly candidates: readonly string[];
  /** What came since the first mark of a bracketed paste, where Enter is just a newline; `null` outside of one. */
  readonly pasted: string | null;
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
  pasted: null,
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
  // Also in a paste whose end was lost, Ctrl-C is the way out.
  if (keyName(key) === 'ctrl-c') return [before, { type: 'leave', how: 'interrupted' }];
  if (key.name === 'paste-start') return [{ ...before, pasted: '', candidates: [], highlighted: null }, null];
  if (before.pasted !== null) {
    if (key.name !== 'paste-end') return [{ ...before, pasted: before.pasted + (character ?? '') }, null];
    return [{ ...before, pasted: null, editor: insert(before.editor, before.pasted) }, null];
  }
  const state = { ...before, candidates: [] };
  const { editor } = state;
  switch (keyName(key)) {
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
