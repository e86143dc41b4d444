import type { Choice, Locale, Outgoing } from '../../chat/message.ts';
import { planOf } from '../../interview/formats.ts';
import { askedIdOf, type Interaction, type Session } from '../../interview/state.ts';
import { formatDate, type Texts } from '../../locales/index.ts';
import { POSITIONS } from '../../questions/question.ts';
import type { CvSummary } from '../../store/store.ts';
import { choiceId } from '../choice-id.ts';
import { formId } from '../form-id.ts';
import { topicName } from './topic-name.ts';

const MAX_CV_CHOICES = 5;
const MAX_LABEL = 75;

/** Sentences said in one message, with a blank line between; empty ones fall away. */
export function paragraphs(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text).join('\n\n');
}

export function askForCvView(texts: Texts, cvs: readonly CvSummary[], lead: string): Outgoing {
  const choices = cvs.slice(0, MAX_CV_CHOICES).map((cv): Choice => {
    const label = texts.cv.option(cv.fileName, formatDate(texts, cv.uploadedAt));
    return { id: choiceId({ type: 'cv', cvId: cv.id }), label: shorten(label, MAX_LABEL) };
  });
  return choices.length === 0
    ? { text: paragraphs(lead, texts.cv.ask), expects: 'file' }
    : { text: paragraphs(lead, texts.cv.askOrChoose), choices, expects: 'file' };
}

/** For the interview that is being set up. */
export function askForPositionView(texts: Texts, sessionId: string, lead: string): Outgoing {
  return {
    text: paragraphs(lead, texts.start.askPosition),
    choices: POSITIONS.map((position) => ({
      id: choiceId({ type: 'position', sessionId, position }),
      label: texts.positions[position],
    })),
  };
}

/** To begin one for any of them, now or later. */
export function offerPositionsView(texts: Texts, lead: string): Outgoing {
  return {
    text: lead,
    choices: POSITIONS.map((position) => ({
      id: choiceId({ type: 'start', position }),
      label: texts.start.forPosition(texts.positions[position]),
    })),
  };
}

/** What an interaction is about, as a heading: its topic, its competency, or nothing for a CV question. */
export function subjectOf(texts: Texts, interaction: Interaction): string | null {
  if (interaction.topic === null) return null;
  return interaction.kind === 'behavioural'
    ? (texts.competencies[interaction.topic] ?? topicName(interaction.topic))
    : topicName(interaction.topic);
}

export function questionView(
  texts: Texts,
  session: Session,
  interaction: Interaction,
  options: { readonly lead: string; readonly note: string },
): Outgoing {
  const interactionId = askedIdOf(interaction);
  return {
    text: paragraphs(
      options.lead,
      ...(interaction.followUp
        ? [texts.question.followUp(interaction.ordinal), interaction.grade?.followUp]
        : plannedQuestion(texts, session, interaction)),
      options.note,
      interaction.ordinal === 1 && !interaction.followUp ? texts.question.howToAnswer : null,
    ),
    expects: 'answer',
    choices: [
      { id: choiceId({ type: 'next', interactionId }), label: texts.question.next, style: 'primary' },
      {
        id: choiceId({ type: 'skip', interactionId }),
        label: interaction.followUp ? texts.question.skipFollowUp : texts.question.skip,
      },
      {
        id: choiceId({ type: 'form', formId: formId({ type: 'answer', interactionId }) }),
        label: texts.forms.answer.choice,
        windowOnly: true,
      },
    ],
  };
}

function plannedQuestion(
  texts: Texts,
  session: Session,
  interaction: Interaction,
): readonly (string | null)[] {
  const { question, quote } = interaction.asked;
  const kind = texts.kinds[interaction.kind];
  const total = planOf(session.format).length;
  return [
    texts.question.heading(interaction.ordinal, total, kind, subjectOf(texts, interaction)),
    quote ? `${texts.question.fromYourCv}\n${asQuote(quote.replace(/\s+/gu, ' ').trim())}` : null,
    question,
  ];
}

/** What can be done from here: begin an interview, or go on with the one that is open. While it is graded there is nothing to do. */
export function goOnChoices(texts: Texts, session: Session | undefined): readonly Choice[] {
  if (!session) return [startChoice(texts)];
  if (session.status === 'evaluating') return [];
  return [
    { id: choiceId({ type: 'resume' }), label: texts.start.resume, style: 'primary' },
    {
      id: choiceId({ type: 'stop', sessionId: session.id }),
      label: session.status === 'preparing' ? texts.start.cancel : texts.start.stop,
    },
  ];
}

export function startChoice(texts: Texts, label: string = texts.welcome.start): Choice {
  return { id: choiceId({ type: 'start' }), label, style: 'primary' };
}

/** A button for the other language, where the bot speaks it. */
export function otherLanguageChoices(
  texts: Texts,
  spoken: Locale,
  locales: readonly Locale[],
): readonly Choice[] {
  const other = locales.find((locale) => locale !== spoken);
  return other
    ? [{ id: choiceId({ type: 'language', locale: other }), label: texts.welcome.otherLanguage }]
    : [];
}

/** Text as a block quote, line by line. */
export function asQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Cut at a word with an ellipsis, never inside a surrogate pair. */
export function shorten(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  const cut = characters.slice(0, maxLength - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > maxLength / 2 ? atWord : cut}…`;
}
