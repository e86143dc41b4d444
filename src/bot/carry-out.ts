import { hasConsented, staysHere } from '../accounts/consent.ts';
import type { InterviewEffect, InterviewEvent, Step } from '../interview/events.ts';
import type { Material } from '../interview/next-question.ts';
import { type Interaction, type Interview, interactionOf, type Session } from '../interview/state.ts';
import { transition } from '../interview/transition.ts';
import type { Decision } from './decision.ts';
import { isGivenBack } from './quota.ts';
import { showEvaluation } from './show-evaluation.ts';
import { consentView } from './views/consent-view.ts';
import {
  askForCvView,
  askForPositionView,
  asQuote,
  paragraphs,
  questionView,
  startChoice,
} from './views/interview-view.ts';
import { askToRate, endForWatchers, sayToWatchers, showFormAnswer } from './watchers.ts';

export function materialOf({ loaded, settings, account }: Decision): Material {
  return {
    catalogue: settings.catalogue,
    past: loaded.past,
    cvQuestions: loaded.cvQuestions,
    cvText: loaded.cvText,
    askedAboutCv: loaded.askedAboutCv,
    locale: account.locale,
  };
}

/** Lets an event happen to an interview and carries out what follows. `lead` opens the next message. @returns what it is now */
export function happen(
  decision: Decision,
  interview: Interview,
  event: InterviewEvent,
  lead = '',
): Interview {
  const step = transition(interview, event, materialOf(decision));
  carryOut(decision, interview, step, lead);
  return step[0];
}

/** Writes a step and does what it asks for. `before` is `null` for an interview that begins with it. */
export function carryOut(decision: Decision, before: Interview | null, step: Step, lead = ''): void {
  const [after, effects] = step;
  const givenBack = isGivenBack(decision, effects);
  writeStep(
    decision,
    before,
    givenBack ? { ...after, session: { ...after.session, counted: false } } : after,
  );
  const opening = effects.some(({ type }) => type === 'makeCvQuestions')
    ? paragraphs(lead, chosenText(decision, after))
    : lead;
  for (const effect of effects) carryOutEffect(decision, before, after, effect, opening, givenBack);
  const changed =
    after.session.status !== before?.session.status || after.session.overall !== before.session.overall;
  if (isOver(after.session) && changed)
    decision.job({ kind: 'publish_home', whose: { accountId: after.session.accountId } });
}

function isOver({ status }: Session): boolean {
  return status === 'finished' || status === 'cancelled';
}

/** Gives back what came too late to be used. */
export function lateAnswer({ say }: Decision, sentence: string, text: string): void {
  say({ text: paragraphs(sentence, asQuote(text)) });
}

/** Said before the first question: what the interview is about. */
function chosenText({ texts }: Decision, { session }: Interview): string {
  return session.position ? texts.start.chosen(texts.positions[session.position]) : '';
}

function writeStep(decision: Decision, before: Interview | null, { session, interactions }: Interview): void {
  if (before === null) decision.write({ type: 'insertSession', session });
  else if (session !== before.session || interactions !== before.interactions) {
    decision.write({ type: 'updateSession', session });
  }
  for (const interaction of interactions) {
    const known = before?.interactions.find(({ id }) => id === interaction.id);
    if (!known) decision.write({ type: 'insertInteraction', interaction });
    else if (known !== interaction) decision.write({ type: 'updateInteraction', interaction });
  }
}

function carryOutEffect(
  decision: Decision,
  before: Interview | null,
  after: Interview,
  effect: InterviewEffect,
  lead: string,
  givenBack: boolean,
): void {
  const { texts, account, loaded, settings, conversation } = decision;
  const { session } = after;
  switch (effect.type) {
    case 'askForCv':
      if (loaded.cvIsBeingRead) {
        const position = session.position && texts.positions[session.position];
        return decision.say({ text: paragraphs(lead, texts.cv.reading(position)) });
      }
      decision.say(
        hasConsented(account, settings.providers)
          ? askForCvView(texts, loaded.cvs, lead)
          : consentView(texts, account, settings, { lead }),
      );
      return;
    case 'askForPosition':
      decision.say(askForPositionView(texts, session.id, lead));
      return;
    case 'makeCvQuestions':
      decision.job({ kind: 'make_cv_questions', conversation, sessionId: session.id });
      return;
    case 'ask':
      sayQuestion(decision, after, effect.interactionId, lead);
      return;
    case 'answeredInForm':
      showFormAnswer(decision, after, effect.interactionId, effect.text);
      return;
    case 'useCvQuestion':
      decision.write({ type: 'useCvQuestion', questionId: effect.questionId });
      return;
    case 'tell':
      if (effect.notice === 'question_already_closed' && session.currentInteractionId) {
        sayQuestion(decision, after, session.currentInteractionId, texts.notices.question_already_closed);
      } else decision.say({ text: texts.notices[effect.notice] });
      return;
    case 'giveBack':
      return lateAnswer(decision, texts.notices[effect.notice], effect.text);
    case 'closeAfterSilence':
      decision.job(
        { kind: 'end_answer', conversation, sessionId: session.id, interactionId: effect.interactionId },
        effect.at,
      );
      return;
    case 'expireWhenIdle':
      decision.job({ kind: 'end_idle_session', conversation, sessionId: session.id }, effect.at);
      return;
    case 'grade':
    case 'gradeAgain':
      if (effect.type === 'grade') askToRate(decision, before, after, effect.interactionId);
      decision.job({
        kind: effect.type === 'grade' ? 'grade' : 'grade_again',
        conversation: session.conversation,
        sessionId: session.id,
        interactionId: effect.interactionId,
        revision: interactionOf(after, effect.interactionId)?.revision ?? 0,
      });
      return;
    case 'cancelled':
      endForWatchers(decision, session, texts.watched.ended);
      decision.say({
        text: paragraphs(lead, texts.progress.cancelled(givenBack)),
        choices: [startChoice(texts)],
      });
      return;
    case 'evaluationStarted':
    case 'answerGraded':
    case 'evaluationFinished':
    case 'gradeUpgraded':
    case 'secondOpinionGiven':
      showEvaluation(decision, before, after, effect, lead);
      return;
    default:
      effect satisfies never;
  }
}

function sayQuestion(decision: Decision, interview: Interview, id: string, lead: string): void {
  const { session } = interview;
  const interaction = interactionOf(interview, id);
  if (!interaction) return;
  const note = languageNote(decision, interaction);
  const view = questionView(decision.texts, session, interaction, { lead, note });
  if (session.thread === null) decision.say(view);
  else sayToWatchers(decision, interview, interaction, view);
}

/** Said with the first technical question that is asked in another language than the candidate's. */
function languageNote(
  { account, texts, settings }: Decision,
  { kind, ordinal, asked, followUp }: Interaction,
): string {
  const foreign =
    account.locale === 'ko' && kind === 'technical' && !/\p{Script=Hangul}/u.test(asked.question);
  if (!foreign || ordinal !== 1 || followUp) return '';
  return staysHere(account, settings.providers)
    ? texts.question.englishOnlyOffline
    : texts.question.englishOnly;
}
