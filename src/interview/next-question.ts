import type { Locale } from '../chat/message.ts';
import type { CvQuestion } from '../cv/cv.ts';
import { makeCvQuestionsOffline } from '../cv/questions/offline.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import { chooseBehavioural, chooseTechnical, type PastQuestion } from './choose-question.ts';
import type { QuestionKind } from './formats.ts';
import type { Asked, Interaction, Session } from './state.ts';

/** A question about a CV that was made in the background and not asked yet. */
export type StoredCvQuestion = {
  readonly id: string;
  readonly question: string;
  readonly quote: string;
  readonly locale: Locale;
};

/** All that a question can be chosen from. */
export type Material = {
  readonly catalogue: Catalogue;
  readonly past: readonly PastQuestion[];
  readonly cvQuestions: readonly StoredCvQuestion[];
  /** The CV's text, where no stored question is left; `null` when it is not needed or there is none. */
  readonly cvText: string | null;
  /** With `cvText`: the CV questions asked before, so that none comes again. */
  readonly askedAboutCv: readonly CvQuestion[];
  readonly locale: Locale;
};

type Chosen = Pick<Interaction, 'kind' | 'questionId' | 'topic' | 'asked'>;

const NOTHING_KNOWN: Asked = {
  question: '',
  quote: null,
  exampleAnswer: null,
  keyPoints: [],
  goodAnswerShows: [],
  warningSign: null,
};

/**
 * The question for the next place of the plan. A place that cannot be filled as planned (a CV that says nothing, a topic
 * without questions) is filled with a behavioural one; `null` only when there is no question at all.
 */
export function nextQuestion(
  kind: QuestionKind,
  session: Session,
  interactions: readonly Interaction[],
  material: Material,
): Chosen | null {
  const seed = `${session.id}:${interactions.length}`;
  const planned =
    kind === 'technical'
      ? technical(session, material, seed)
      : kind === 'cv'
        ? aboutCv(session, interactions, material, seed)
        : null;
  return planned ?? behavioural(interactions, material, seed);
}

function technical(session: Session, { catalogue, past, locale }: Material, seed: string): Chosen | null {
  if (!session.position) return null;
  const question = chooseTechnical(
    catalogue,
    { position: session.position, topic: session.topic },
    past,
    seed,
  );
  if (!question) return null;
  const korean = locale === 'ko';
  return {
    kind: 'technical',
    questionId: question.id,
    topic: question.topic,
    asked: {
      ...NOTHING_KNOWN,
      question: (korean && question.questionKo) || question.question,
      exampleAnswer: (korean && question.exampleAnswerKo) || question.exampleAnswer,
      keyPoints: question.keyPoints,
    },
  };
}

function behavioural(
  interactions: readonly Interaction[],
  { catalogue, past, locale }: Material,
  seed: string,
): Chosen | null {
  const asked = interactions.flatMap(({ kind, topic }) => (kind === 'behavioural' && topic ? [topic] : []));
  const question = chooseBehavioural(catalogue, past, asked, seed);
  if (!question) return null;
  return {
    kind: 'behavioural',
    questionId: question.id,
    topic: question.competency,
    asked: {
      ...NOTHING_KNOWN,
      question: question.question[locale],
      goodAnswerShows: question.goodAnswerShows[locale],
      warningSign: question.warningSign[locale],
    },
  };
}

function aboutCv(
  session: Session,
  interactions: readonly Interaction[],
  { cvQuestions, cvText, askedAboutCv, locale }: Material,
  seed: string,
): Chosen | null {
  const ready = cvQuestions.find((question) => question.locale === locale);
  if (ready) return cvQuestion(ready.id, ready.question, ready.quote);
  if (!cvText || !session.position) return null;
  const isNew = ({ question }: CvQuestion) => !askedAboutCv.some((asked) => asked.question === question);
  const made = makeCvQuestionsOffline(cvText, session.position, locale, askedAboutCv.length + 5, seed).find(
    isNew,
  );
  return made ? cvQuestion(`offline:${session.id}:${interactions.length}`, made.question, made.quote) : null;
}

function cvQuestion(questionId: string, question: string, quote: string): Chosen {
  return { kind: 'cv', questionId, topic: null, asked: { ...NOTHING_KNOWN, question, quote } };
}
