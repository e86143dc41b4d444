import { LOCALES, type Locale, VENUES, type Venue } from '../chat/message.ts';
import { FORMAT_NAMES } from '../interview/formats.ts';
import { sessionIdOf } from '../interview/state.ts';
import { POSITIONS, type Position } from '../questions/question.ts';
import { sessionOfForm } from './form-id.ts';

/** What was said with `start`, as far as it was. */
export type StartWishes = Readonly<Partial<Record<'position' | 'format' | 'topic', string>>>;

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
  /** Where an interview is to be held that was begun in a channel. */
  | { readonly type: 'venue'; readonly venue: Venue; readonly wishes: StartWishes }
  /** Whether CV questions are asked where others read them. */
  | { readonly type: 'cvPlace'; readonly sessionId: string; readonly inThread: boolean }
  | { readonly type: 'private'; readonly sessionId: string }
  /** A peer's rating of an answer, 1–5. */
  | { readonly type: 'rate'; readonly interactionId: string; readonly score: number }
  | { readonly type: 'share'; readonly sessionId: string; readonly confirmed: boolean }
  | { readonly type: 'keepPrivate' }
  /** Two accounts become one; the code is for one identity alone. */
  | { readonly type: 'join'; readonly code: string }
  /** What was asked is not to be done. */
  | { readonly type: 'leave' }
  | { readonly type: 'unlink' }
  /** `ref` as `identityRef` gives it. */
  | { readonly type: 'detach'; readonly ref: string }
  /** `newestCvId` names what the question was about: a CV sent since is not deleted by it. */
  | { readonly type: 'deleteCvs'; readonly newestCvId: string }
  | { readonly type: 'keepCvs' }
  | { readonly type: 'export' }
  | { readonly type: 'deleteMyCvs' }
  | { readonly type: 'eraseMe' }
  /** `askedAt` in milliseconds since 1970: the question does not stand for ever. */
  | { readonly type: 'erase'; readonly accountId: string; readonly askedAt: number }
  | { readonly type: 'keepMe' };

/** At most 95 characters, for platforms that allow 100. */
export function choiceId(action: ChoiceAction): string {
  switch (action.type) {
    case 'start':
      return action.position ? `start:${action.position}` : 'start';
    case 'resume':
    case 'help':
    case 'keepCvs':
    case 'keepPrivate':
    case 'leave':
    case 'unlink':
    case 'export':
    case 'deleteMyCvs':
    case 'eraseMe':
    case 'keepMe':
      return action.type;
    case 'erase':
      return `erase:${action.askedAt.toString(36)}:${action.accountId}`;
    case 'join':
      return `join:${action.code}`;
    case 'detach':
      return `detach:${action.ref}`;
    case 'private':
    case 'stop':
      return `${action.type}:${action.sessionId}`;
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
    case 'venue': {
      const { position = '', format = '', topic = '' } = action.wishes;
      return `venue:${action.venue}:${position}:${format}:${topic.slice(0, 60)}`;
    }
    case 'cvPlace':
      return `cvPlace:${action.sessionId}:${action.inThread ? 'thread' : 'private'}`;
    case 'rate':
      return `rate:${action.interactionId}:${action.score}`;
    case 'share':
      return `share:${action.sessionId}:${action.confirmed ? 'yes' : 'ask'}`;
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
    case 'keepPrivate':
    case 'leave':
    case 'unlink':
    case 'export':
    case 'deleteMyCvs':
    case 'eraseMe':
    case 'keepMe':
      return value === '' ? { type } : null;
    case 'erase': {
      const [, askedAt, accountId] = /^([0-9a-z]{1,9}):(.+)$/.exec(value) ?? [];
      return askedAt && accountId ? { type, accountId, askedAt: Number.parseInt(askedAt, 36) } : null;
    }
    case 'join':
      return { type, code: value };
    case 'detach':
      return { type, ref: value };
    case 'private':
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
    case 'venue':
      return parseVenue(value);
    case 'cvPlace': {
      const [sessionId = '', where] = value.split(':');
      return { type, sessionId, inThread: where === 'thread' };
    }
    case 'rate': {
      const [interactionId = '', score] = value.split(':');
      return /^[1-5]$/.test(score ?? '') ? { type, interactionId, score: Number(score) } : null;
    }
    case 'share': {
      const [sessionId = '', answer] = value.split(':');
      return { type, sessionId, confirmed: answer === 'yes' };
    }
    default:
      return null;
  }
}

function parseVenue(value: string): ChoiceAction | null {
  const [where, wantedPosition, wantedFormat, topic] = value.split(':');
  const venue = VENUES.find((known) => known === where);
  const position = POSITIONS.find((known) => known === wantedPosition);
  const format = FORMAT_NAMES.find((known) => known === wantedFormat);
  if (!venue) return null;
  return {
    type: 'venue',
    venue,
    wishes: { ...(position && { position }), ...(format && { format }), ...(topic && { topic }) },
  };
}

/** The interview that a button acts on, where it names one. */
export function sessionOfChoice(action: ChoiceAction): string | null {
  switch (action.type) {
    case 'stop':
    case 'private':
    case 'cvPlace':
    case 'share':
      return action.sessionId;
    case 'next':
    case 'skip':
    case 'dispute':
    case 'rate':
      return sessionIdOf(action.interactionId);
    case 'form':
      return sessionOfForm(action.formId);
    default:
      return null;
  }
}

function positionOf(name: string | undefined): Position | undefined {
  return POSITIONS.find((known) => known === name);
}
