import { happen } from './carry-out.ts';
import { beginInVenue, tellVenueProblem } from './commands/venue.ts';
import { showRatings } from './commands/watched.ts';
import type { Decision } from './decision.ts';
import type { Outcome } from './outcome.ts';
import { paragraphs, startChoice } from './views/interview-view.ts';

/** So many CVs an account keeps. */
const MAX_STORED_CVS = 10;

/** What follows from the outcome of a job. */
export function decideOutcome(decision: Decision, outcome: Outcome): void {
  const { loaded, at, texts } = decision;
  const interview = loaded.interview;
  switch (outcome.type) {
    case 'cvRead':
      receiveCv(decision, outcome);
      return;
    case 'venueOpened':
      return beginInVenue(decision, outcome);
    case 'venueNotOpened':
      return tellVenueProblem(decision, outcome);
    case 'peersRated':
      return showRatings(decision, outcome.interactionId);
    case 'cvQuestionsMade':
      // The CV may have been deleted while its questions were made.
      if (outcome.questions[0] && outcome.questions[0].cvId === interview?.session.cvId) {
        decision.write({ type: 'insertCvQuestions', questions: outcome.questions });
      }
      return;
    case 'graded': {
      const { interactionId, revision, grade, final, lookTwice } = outcome;
      if (interview)
        happen(decision, interview, { type: 'graded', interactionId, revision, grade, final, lookTwice, at });
      return;
    }
    case 'gradedAgain': {
      const { interactionId, revision, grade } = outcome;
      if (interview) happen(decision, interview, { type: 'gradedAgain', interactionId, revision, grade, at });
      return;
    }
    case 'answerQuiet':
      if (interview) {
        const { interactionId } = outcome;
        happen(
          decision,
          interview,
          { type: 'silencePassed', interactionId, at },
          texts.question.closedBySilence,
        );
      }
      return;
    case 'sessionIdle':
      if (interview)
        happen(decision, interview, { type: 'idleTooLong', at }, texts.progress.closedByIdleness);
      return;
    case 'adminAnswered':
    case 'nothing':
      return;
    default:
      outcome satisfies never;
  }
}

function receiveCv(decision: Decision, { fileName, result }: Extract<Outcome, { type: 'cvRead' }>): void {
  const { texts, loaded, at } = decision;
  // Taken back while it was read: they have been told that it is not kept.
  if (decision.account.consentAt === null) return;
  if (!result.ok) {
    decision.say({ text: problemText(decision, fileName, result), expects: 'file' });
    return;
  }
  const { cv, recognised } = result;
  const known = loaded.cvs.find(({ sha256 }) => sha256 === cv.sha256);
  // Which account it is now: the one that sent the file may have become part of another.
  const accountId = decision.account.id;
  const said = recognised === 'ocr' ? texts.cv.receivedByOcr : texts.cv.received;
  const lead = known
    ? texts.cv.known(known.fileName)
    : paragraphs(said(cv.fileName, cv.pages), makeRoom(decision, accountId));
  if (!known) decision.write({ type: 'insertCv', accountId, cv });
  const open = loaded.interview;
  if (open?.session.status === 'preparing') {
    happen(decision, open, { type: 'cvChosen', cvId: known?.id ?? cv.id, at }, lead);
  } else if (open) decision.say({ text: paragraphs(lead, texts.cv.forNextTime) });
  else decision.say({ text: lead, choices: [startChoice(texts)] });
}

/** Somebody who sends a new version now and then need not tidy up: the oldest go, which is said. */
function makeRoom({ loaded, texts, write }: Decision, accountId: string): string | null {
  const inUse = loaded.interview?.session.cvId;
  const excess = Math.max(0, loaded.cvs.length + 1 - MAX_STORED_CVS);
  const oldestFirst = loaded.cvs.filter(({ id }) => id !== inUse).toReversed();
  const removed = oldestFirst.slice(0, excess);
  for (const { id } of removed) write({ type: 'deleteCv', accountId, cvId: id });
  if (removed.length === 0) return null;
  return texts.cv.madeRoom(
    MAX_STORED_CVS,
    removed.map(({ fileName }) => fileName),
  );
}

type Unread = Extract<Extract<Outcome, { type: 'cvRead' }>['result'], { ok: false }>;

function problemText({ texts }: Decision, fileName: string, result: Unread): string {
  if ('attachmentProblem' in result) return texts.cv.attachmentProblems[result.attachmentProblem];
  const isNamedPdf = fileName.toLowerCase().endsWith('.pdf');
  return result.problem === 'not_a_pdf' && !isNamedPdf
    ? texts.cv.notAPdf(fileName)
    : texts.cv.problems[result.problem];
}
