import { changePart, receiveAnswer } from './answering.ts';
import { acceptSecondGrade, dispute } from './dispute.ts';
import type { InterviewEvent, Step } from './events.ts';
import { receiveFormAnswer } from './form-answer.ts';
import { acceptGrade } from './grading.ts';
import { IDLE_LIMIT_MS, SILENCE_MS } from './limits.ts';
import type { Material } from './next-question.ts';
import { askFirst, closeCurrent, endNow, skipCurrent } from './progress.ts';
import { type Interview, newPartsOf, replaceInteraction, type Session } from './state.ts';

/**
 * One step of an interview: the next state and what is to be done about it. Pure: the same arguments give the same
 * step, so it may be computed twice.
 */
export function transition(interview: Interview, event: InterviewEvent, material: Material): Step {
  switch (event.type) {
    case 'cvChosen':
      return prepare(interview, { cvId: event.cvId }, event.at, material);
    case 'positionChosen':
      return prepare(interview, wishesOf(event), event.at, material);
    case 'answered':
      return receiveAnswer(interview, event, material);
    case 'formAnswered':
      return receiveFormAnswer(interview, event, material);
    case 'partChanged':
      return changePart(interview, event);
    case 'nextPressed':
      return closeCurrent(interview, event.interactionId, event.at, material);
    case 'skipPressed':
      return skipCurrent(interview, event.interactionId, event.at, material);
    case 'silencePassed':
      return afterSilence(interview, event.interactionId, event.at, material);
    case 'stopped':
      return endNow(interview, event.at);
    case 'idleTooLong':
      return whenIdle(interview, event.at);
    case 'graded':
      return acceptGrade(interview, event);
    case 'disputed':
      return dispute(interview, event.interactionId, event.at);
    case 'gradedAgain':
      return acceptSecondGrade(interview, event);
    default:
      return event satisfies never;
  }
}

function wishesOf({ position, topic, format }: Extract<InterviewEvent, { type: 'positionChosen' }>) {
  return { position, topic, ...(format && { format }) };
}

/** Asks for what is missing, or for the first answer when nothing is. */
export function prepare(
  { session, interactions }: Interview,
  known: Partial<Pick<Session, 'cvId' | 'position' | 'topic' | 'format'>>,
  at: number,
  material: Material,
): Step {
  if (session.status !== 'preparing') return [{ session, interactions }, []];
  const next: Session = { ...session, ...known, lastActivityAt: at };
  if (next.cvId === null) return [{ session: next, interactions }, [{ type: 'askForCv' }]];
  if (next.position === null) return [{ session: next, interactions }, [{ type: 'askForPosition' }]];
  const [asking, effects] = askFirst({ session: next, interactions }, at, material);
  return [asking, [{ type: 'makeCvQuestions' }, ...effects]];
}

function afterSilence(interview: Interview, interactionId: string, at: number, material: Material): Step {
  const { session, interactions } = interview;
  const current = interactions.find(({ id }) => id === interactionId);
  if (session.currentInteractionId !== interactionId || !current?.lastPartAt || newPartsOf(current) === 0) {
    return [interview, []];
  }
  if (current.lastPartAt > at) {
    // The clock was set back since: the silence is counted from now.
    const said = replaceInteraction(interactions, { ...current, lastPartAt: at });
    return [
      { session, interactions: said },
      [{ type: 'closeAfterSilence', interactionId, at: at + SILENCE_MS }],
    ];
  }
  const quietAt = current.lastPartAt + SILENCE_MS;
  if (at < quietAt) return [interview, [{ type: 'closeAfterSilence', interactionId, at: quietAt }]];
  return closeCurrent(interview, null, at, material);
}

function whenIdle(interview: Interview, at: number): Step {
  const { session } = interview;
  if (session.status === 'finished' || session.status === 'cancelled') return [interview, []];
  const idleAt = session.lastActivityAt + IDLE_LIMIT_MS;
  if (at < idleAt) return [interview, [{ type: 'expireWhenIdle', at: idleAt }]];
  return endNow(interview, at);
}
