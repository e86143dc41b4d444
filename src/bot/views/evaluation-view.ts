import type { Card, Outgoing } from '../../chat/message.ts';
import type { AspectGrade, Grade, GradeSource, PointGrade, SecondOpinion } from '../../evaluation/grade.ts';
import { mayDispute } from '../../interview/dispute.ts';
import { planOf } from '../../interview/formats.ts';
import { scoreByKind } from '../../interview/overall.ts';
import { answerText, type Interaction, type Interview, type Session } from '../../interview/state.ts';
import { medianOf } from '../../interview/watched.ts';
import type { Texts } from '../../locales/index.ts';
import { choiceId } from '../choice-id.ts';
import { improvements, pointName, practiseTopics, strengths } from './advice.ts';
import { asQuote, paragraphs, shorten, subjectOf } from './interview-view.ts';

/** Long answers are quoted from their beginning: the candidate knows the rest. */
const QUOTED_ANSWER = 400;
const QUOTED_WORDS = 160;

export function answerKey(interaction: Interaction): string {
  return `answer:${interaction.id}`;
}

export function summaryKey(session: Session): string {
  return `summary:${session.id}`;
}

/** One answer with its grade; while the grade is outstanding, a card that says so. */
export function answerView(texts: Texts, session: Session, interaction: Interaction): Outgoing {
  return { cards: [answerCard(texts, session, interaction)], key: answerKey(interaction) };
}

function answerCard(texts: Texts, session: Session, interaction: Interaction): Card {
  const { grade, status } = interaction;
  const total = planOf(session.format).length;
  const heading = texts.question.heading(
    interaction.ordinal,
    total,
    texts.kinds[interaction.kind],
    subjectOf(texts, interaction),
  );
  const answer = answerText(interaction).trim();
  const body = paragraphs(
    asQuote(interaction.asked.question),
    status === 'answered' && answer !== ''
      ? section(texts.evaluation.yourAnswer, asQuote(shorten(answer, QUOTED_ANSWER)))
      : null,
    status === 'skipped' ? texts.evaluation.skipped : null,
    status === 'answered' && grade === null ? texts.evaluation.answerOutstanding : null,
    ...(grade ? gradeSections(texts, grade) : []),
    peersText(texts, interaction),
    ...reference(texts, interaction),
  );
  return {
    title: heading.replaceAll('**', ''),
    ...(grade && { score: { points: grade.score, outOf: 5, estimate: grade.estimate } }),
    body,
  };
}

/** Beside the grade, and never part of it. */
function peersText(texts: Texts, { peerRatings }: Interaction): string | null {
  const median = medianOf(peerRatings);
  return median === null ? null : texts.watched.peers(String(median), peerRatings.length);
}

function gradeSections(texts: Texts, grade: Grade): readonly (string | null)[] {
  const words = texts.evaluation;
  return [
    grade.gate ? words.gates[grade.gate] : null,
    grade.unscored ? words.unscoredReasons[grade.unscored] : null,
    grade.instructsGrader && grade.gate === null ? words.instructed : null,
    ...pointSections(texts, grade),
    grade.extra ? section(words.extra, `- ${grade.extra.reason} ${quoted(grade.extra.quote)}`) : null,
    grade.aspects.length > 0 ? aspectLines(texts, grade.aspects) : null,
    grade.advice.length > 0 ? section(words.advice, bullets(grade.advice)) : null,
    grade.improvedAnswer ? section(words.improvedAnswer, asQuote(grade.improvedAnswer)) : null,
    grade.secondOpinion ? bothOpinions(texts, grade.secondOpinion, grade.source) : null,
    grade.estimateReason ? words.estimateReasons[grade.estimateReason] : null,
  ];
}

function pointSections(texts: Texts, grade: Grade): readonly (string | null)[] {
  const words = texts.evaluation;
  const of = (verdict: PointGrade['verdict']) => grade.points.filter((point) => point.verdict === verdict);
  const withQuotes = (points: readonly PointGrade[]) =>
    bullets(
      points.map(({ point, quote }) => (quote ? `${pointName(point)} ${quoted(quote)}` : pointName(point))),
    );
  const block = (title: string, points: readonly PointGrade[]) =>
    points.length > 0 ? section(title, withQuotes(points)) : null;
  return [
    block(words.covered, of('met')),
    block(words.partly, of('partial')),
    block(grade.unscored ? words.expected : grade.estimate ? words.notSeen : words.missed, of('missed')),
  ];
}

function aspectLines(texts: Texts, aspects: readonly AspectGrade[]): string {
  const words = texts.evaluation;
  return bullets(
    aspects.map(({ aspect, score, quote }) => {
      const name = `**${words.aspects[aspect]}**`;
      if (score === null) return `${name}: ${words.notMentioned}`;
      return `${name}: ${score}/5${quote ? ` ${quoted(quote)}` : ''}`;
    }),
  );
}

function reference(texts: Texts, { asked }: Interaction): readonly (string | null)[] {
  return [
    asked.exampleAnswer ? section(texts.evaluation.exampleAnswer, asQuote(asked.exampleAnswer)) : null,
    asked.goodAnswerShows.length > 0
      ? section(texts.evaluation.goodAnswerShows, bullets(asked.goodAnswerShows))
      : null,
  ];
}

/** The whole interview: overall score, parts, strengths, what to do next. While grades are outstanding, it says so. */
export function summaryView(texts: Texts, interview: Interview): Outgoing {
  const { session } = interview;
  const key = summaryKey(session);
  return session.overall === null
    ? { text: texts.evaluation.outstanding, key }
    : {
        cards: [summaryCard(texts, interview)],
        choices: [
          { id: choiceId({ type: 'start' }), label: texts.evaluation.again },
          ...(session.thread
            ? [
                {
                  id: choiceId({ type: 'share', sessionId: session.id, confirmed: false }),
                  label: texts.watched.share,
                },
              ]
            : []),
          ...interview.interactions.filter(mayDispute).map(({ id, ordinal }) => ({
            id: choiceId({ type: 'dispute', interactionId: id }),
            label: texts.evaluation.dispute(ordinal),
          })),
        ],
        key,
      };
}

function summaryCard(texts: Texts, interview: Interview): Card {
  const { session, interactions } = interview;
  const words = texts.evaluation;
  const overall = session.overall ?? { score: null, estimate: false, scored: 0, questions: 0 };
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? section(title, bullets(lines)) : null;
  return {
    title: words.title,
    score: { points: overall.score, outOf: 5, estimate: overall.estimate },
    fields: [...scoreByKind(interactions)].map(([kind, score]) => ({
      name: texts.kinds[kind],
      value: `${score.toFixed(1)} / 5`,
    })),
    body: paragraphs(
      overall.score === null ? words.noScore : words.basis(overall.scored, overall.questions),
      list(words.strengths, strengths(texts, interactions)),
      list(words.improvements, improvements(texts, interactions)),
      list(words.practise, practiseTopics(texts, interactions)),
    ),
    ...(overall.estimate && { footer: words.estimateNote }),
  };
}

export function scoreText(texts: Texts, score: number | null | undefined): string {
  return score?.toFixed(1) ?? texts.history.noScore;
}

function bothOpinions(texts: Texts, second: SecondOpinion, source: GradeSource): string {
  const first = `${scoreText(texts, second.firstScore)} (${source.provider ?? ''})`;
  return texts.evaluation.bothOpinions(first, `${scoreText(texts, second.score)} (${second.provider})`);
}

/** Told when another model has looked at a disputed answer. */
export function secondOpinionText(texts: Texts, interaction: Interaction | undefined): string {
  const { grade, ordinal } = interaction ?? {};
  if (!grade?.secondOpinion || !ordinal) return '';
  return `${texts.evaluation.secondOpinion(ordinal)} ${bothOpinions(texts, grade.secondOpinion, grade.source)}`;
}

function section(title: string, content: string): string {
  return `**${title}**\n${content}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function quoted(quote: string): string {
  return `“${shorten(quote.replace(/\s+/g, ' '), QUOTED_WORDS)}”`;
}
