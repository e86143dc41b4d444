import { mustAskAgain, staysHere } from '../../accounts/consent.ts';
import { type Interview, interactionOf } from '../../interview/state.ts';
import { prepare } from '../../interview/transition.ts';
import type { Position } from '../../questions/question.ts';
import { advance, askAgain, askForConsent } from '../ask-consent.ts';
import { carryOut, happen, materialOf } from '../carry-out.ts';
import type { Decision } from '../decision.ts';
import { quotaText } from '../quota.ts';
import { describeInterview } from '../views/describe-interview.ts';
import { paragraphs, startChoice } from '../views/interview-view.ts';
import { moveHere, start } from './start.ts';

/** Shows again what the interview waits for, here. */
export function resume(decision: Decision, lead = ''): void {
  const { texts, loaded, account, settings, at } = decision;
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
      const again = mustAskAgain(account, settings.providers);
      carryOut(decision, open, [{ ...here, session }, again ? [] : [{ type: 'ask', interactionId }]], lead);
      if (again) askAgain(decision, lead);
      return;
    }
    default:
      decision.say({ text: paragraphs(lead, texts.progress.statusEvaluating) });
  }
}

/** A position was picked from the menu of an interview that was being set up; from an old menu it changes nothing. */
export function choosePosition(decision: Decision, sessionId: string, position: Position): void {
  const { texts, loaded, say } = decision;
  const session = loaded.interview?.session;
  if (!session) say({ text: texts.start.oldMenuNothingOpen, choices: [startChoice(texts)] });
  else if (session.id === sessionId && session.status === 'preparing') start(decision, { position });
  else resume(decision, texts.start.oldMenu);
}

export function status(decision: Decision): void {
  const { texts, loaded } = decision;
  const open = loaded.interview;
  decision.say({
    text: paragraphs(open ? describeInterview(texts, open) : texts.progress.statusNone, quotaText(decision)),
    ...(open ? {} : { choices: [startChoice(texts)] }),
  });
}

/** *Next*: the open answer is complete. `interactionId` names the question of a pressed button. */
export function next(decision: Decision, interactionId: string | null): void {
  whenOpen(decision, (open) =>
    advance(
      decision,
      open,
      { type: 'nextPressed', interactionId, at: decision.at },
      decision.texts.question.noted,
    ),
  );
}

export function skip(decision: Decision, interactionId: string | null): void {
  whenOpen(decision, (open) =>
    advance(
      decision,
      open,
      { type: 'skipPressed', interactionId, at: decision.at },
      decision.texts.question.skipped,
    ),
  );
}

/** The candidate disagrees with the grade of an answer, of this interview or a past one. */
export function dispute(decision: Decision, interactionId: string): void {
  const { loaded, at, texts, account, settings } = decision;
  const interview = loaded.interview;
  const gradedBy = interview && interactionOf(interview, interactionId)?.grade?.source.provider;
  const others = settings.providers.filter((provider) => provider !== gradedBy);
  if (!interview) decision.say({ text: texts.notices.cannot_dispute });
  else if (gradedBy && others.length > 0 && staysHere(account, others))
    askForConsent(decision, texts.consent.neededToDispute);
  else happen(decision, interview, { type: 'disputed', interactionId, at });
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
