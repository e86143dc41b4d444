import type { Locale } from '../chat/message.ts';
import { LOCALES } from '../chat/message.ts';
import { POSITIONS, type Position } from '../questions/question.ts';

/**
 * What a button means. It travels as a string through the platform and may come back days later, so whatever it acts on is
 * named in it: an old button is recognised and never changes a later question.
 */
export type ChoiceAction =
  | { readonly type: 'start'; readonly position?: Position }
  | { readonly type: 'resume' }
  | { readonly type: 'help' }
  | { readonly type: 'stop'; readonly sessionId: string }
  /** `list` names the services that the question was about (`consentKey`): a *Yes* counts for those. */
  | { readonly type: 'consent'; readonly given: boolean; readonly list: string }
  /** For the interview that was being set up, and no other. */
  | { readonly type: 'position'; readonly sessionId: string; readonly position: Position }
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
      return action.position ? `start:${action.position}` : 'start';
    case 'resume':
    case 'help':
    case 'keepCvs':
      return action.type;
    case 'stop':
      return `stop:${action.sessionId}`;
    case 'consent':
      return `consent:${action.given ? 'yes' : 'no'}:${action.list}`;
    case 'position':
      return `position:${action.sessionId}:${action.position}`;
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
    case 'start': {
      const position = positionOf(value);
      if (value === '') return { type };
      return position ? { type, position } : null;
    }
    case 'resume':
    case 'help':
    case 'keepCvs':
      return value === '' ? { type } : null;
    case 'stop':
      return { type, sessionId: value };
    case 'consent': {
      const [answer, list = ''] = value.split(':');
      return { type, given: answer === 'yes', list };
    }
    case 'position': {
      const [sessionId = '', name] = value.split(':');
      const position = positionOf(name);
      return position ? { type, sessionId, position } : null;
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

function positionOf(name: string | undefined): Position | undefined {
  return POSITIONS.find((known) => known === name);
}
