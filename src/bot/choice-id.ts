import type { Locale } from '../chat/message.ts';
import { LOCALES } from '../chat/message.ts';
import { POSITIONS, type Position } from '../questions/question.ts';

/**
 * What a button means. It travels as a string through the platform and may come back days later, so whatever it acts on is
 * named in it: an old button is recognised and never changes a later question.
 */
export type ChoiceAction =
  | { readonly type: 'start' }
  | { readonly type: 'resume' }
  | { readonly type: 'help' }
  | { readonly type: 'stop'; readonly sessionId: string }
  | { readonly type: 'consent'; readonly given: boolean }
  | { readonly type: 'position'; readonly position: Position }
  | { readonly type: 'cv'; readonly cvId: string }
  | { readonly type: 'next'; readonly interactionId: string }
  | { readonly type: 'skip'; readonly interactionId: string }
  | { readonly type: 'dispute'; readonly interactionId: string }
  | { readonly type: 'language'; readonly locale: Locale }
  | { readonly type: 'form'; readonly formId: string }
  /** `newestCvId` names what the question was about: a CV sent since is not deleted by it. */
  | { readonly type: 'deleteCvs'; readonly newestCvId: string }
  | { readonly type: 'keepCvs' };

/** At most 65 characters, for platforms that allow 100. */
export function choiceId(action: ChoiceAction): string {
  switch (action.type) {
    case 'start':
    case 'resume':
    case 'help':
    case 'keepCvs':
      return action.type;
    case 'stop':
      return `stop:${action.sessionId}`;
    case 'consent':
      return `consent:${action.given ? 'yes' : 'no'}`;
    case 'position':
      return `position:${action.position}`;
    case 'cv':
      return `cv:${action.cvId}`;
    case 'next':
    case 'skip':
    case 'dispute':
      return `${action.type}:${action.interactionId}`;
    case 'language':
      return `language:${action.locale}`;
    case 'deleteCvs':
      return `deleteCvs:${action.newestCvId}`;
    case 'form':
      return `form:${action.formId}`;
    default:
      return action satisfies never;
  }
}

/** @returns `null` for anything this program did not make */
export function parseChoiceId(id: string): ChoiceAction | null {
  const [type, value = ''] = id.split(/:(.*)/s);
  switch (type) {
    case 'start':
    case 'resume':
    case 'help':
    case 'keepCvs':
      return value === '' ? { type } : null;
    case 'stop':
      return { type, sessionId: value };
    case 'consent':
      return { type, given: value === 'yes' };
    case 'position': {
      const position = POSITIONS.find((known) => known === value);
      return position ? { type, position } : null;
    }
    case 'cv':
      return { type, cvId: value };
    case 'next':
    case 'skip':
    case 'dispute':
      return { type, interactionId: value };
    case 'language': {
      const locale = LOCALES.find((known) => known === value);
      return locale ? { type, locale } : null;
    }
    case 'deleteCvs':
      return { type, newestCvId: value };
    case 'form':
      return { type, formId: value };
    default:
      return null;
  }
}
