import { planOf } from '../../interview/formats.ts';
import type { Interview } from '../../interview/state.ts';
import { prepare } from '../../interview/transition.ts';
import { carryOut, happen, materialOf } from '../carry-out.ts';
import type { Decision } from '../decision.ts';
import { quotaText } from '../quota.ts';
import { paragraphs, startChoice } from '../views/interview-view.ts';
import { moveHere } from './start.ts';

/** Shows again what the interview waits for, here. */
export function resume(decision: Decision, lead = ''): void {
  const { texts, loaded, at } = decision;
  const open = loaded.interview;
  if (!open) {
    decision.say({ text: texts.progress.nothingRunning, choices: [startChoice(texts)] });
    return;
  }
  const here = moveHere(decision, open);
  switch (open.session.status) {
    case 'preparing':
      carryOut(decision, open, prepare(here, {}, at, materialOf(decision)), lead);
      return;
    case 'asking': {
      const interactionId = here.session.currentInteractionId ?? '';
      const session = { ...here.session, lastActivityAt: at };
      carryOut(decision, open, [{ ...here, session }, [{ type: 'ask', interactionId }]], lead);
      return;
    }
    default:
      decision.say({ text: paragraphs(lead, texts.progress.statusEvaluating) });
  }
}

export function status(decision: Decision): void {
  const { texts, loaded } = decision;
  const open = loaded.interview;
  decision.say({
    text: paragraphs(open ? describe(decision, open) : texts.progress.statusNone, quotaText(decision)),
    ...(open ? {} : { choices: [startChoice(texts)] }),
  });
}

function describe({ texts }: Decision, { session }: Interview): string {
  switch (session.status) {
    case 'preparing':
      return texts.progress.statusPreparing;
    case 'asking': {
      const position = session.position ? texts.positions[session.position] : '';
      return texts.progress.statusAsking(position, session.asked, planOf(session.format).length);
    }
    default:
      return texts.progress.statusEvaluating;
  }
}

/** *Next*: the open answer is complete. `interactionId` names the question of a pressed button. */
export function next(decision: Decision, interactionId: string | null): void {
  whenOpen(decision, (open) =>
    happen(
      decision,
      open,
      { type: 'nextPressed', interactionId, at: decision.at },
      decision.texts.question.noted,
    ),
  );
}

export function skip(decision: Decision, interactionId: string | null): void {
  whenOpen(decision, (open) =>
    happen(
      decision,
      open,
      { type: 'skipPressed', interactionId, at: decision.at },
      decision.texts.question.skipped,
    ),
  );
}

/** The candidate disagrees with the grade of an answer, of this interview or a past one. */
export function dispute(decision: Decision, interactionId: string): void {
  const { loaded, at, texts } = decision;
  if (loaded.interview) happen(decision, loaded.interview, { type: 'disputed', interactionId, at });
  else decision.say({ text: texts.notices.cannot_dispute });
}

/** Ends the open interview; a button may do so only with the interview it was shown for. */
export function stop(decision: Decision, sessionId: string | null): void {
  whenOpen(decision, (open) => {
    const isOther = sessionId !== null && sessionId !== open.session.id;
    if (isOther || open.session.status === 'evaluating') status(decision);
    else happen(decision, open, { type: 'stopped', at: decision.at });
  });
}

function whenOpen(decision: Decision, act: (open: Interview) => void): void {
  const open = decision.loaded.interview;
  if (open) act(moveHere(decision, open));
  else decision.say({ text: decision.texts.progress.nothingRunning, choices: [startChoice(decision.texts)] });
}
