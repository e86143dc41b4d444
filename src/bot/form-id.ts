import { sessionIdOf } from '../interview/state.ts';

/**
 * What a form is for. As with buttons, whatever it acts on is named in it: it may be submitted long after it was opened, and a
 * stale one is recognised.
 */
export type FormAction =
  /** `interactionId` as `askedIdOf` names a question. */
  | { readonly type: 'answer'; readonly interactionId: string }
  | { readonly type: 'cv' }
  | { readonly type: 'register' }
  | { readonly type: 'login' }
  /** Of an account that is registered already. */
  | { readonly type: 'details' }
  | { readonly type: 'password' };

/** At most 60 characters, for platforms that allow 100. */
export function formId(action: FormAction): string {
  switch (action.type) {
    case 'cv':
    case 'register':
    case 'login':
    case 'details':
    case 'password':
      return action.type;
    case 'answer':
      return `answer:${action.interactionId}`;
    default:
      return action satisfies never;
  }
}

/** @returns `null` for anything this program did not make */
export function parseFormId(id: string): FormAction | null {
  const [type, value = ''] = id.split(/:(.*)/s);
  switch (type) {
    case 'cv':
    case 'register':
    case 'login':
    case 'details':
    case 'password':
      return value === '' ? { type } : null;
    case 'answer':
      return { type, interactionId: value };
    default:
      return null;
  }
}

/** The interview that a form acts on, where it names one. */
export function sessionOfForm(id: string): string | null {
  const action = parseFormId(id);
  return action?.type === 'answer' ? sessionIdOf(action.interactionId) : null;
}
