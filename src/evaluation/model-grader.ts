import { locateQuote } from '../cv/locate-quote.ts';
import { createPersonalDataMask } from '../cv/mask.ts';
import type { LanguageModel, ModelReply } from '../model/language-model.ts';
import { cutInstructions } from './gates/instructions.ts';
import { pointsOf } from './gates.ts';
import {
  type Aspect,
  type AspectGrade,
  BEHAVIOURAL_ASPECTS,
  CV_ASPECTS,
  type Grade,
  type GradingTask,
  type PointGrade,
  type TechnicalTask,
} from './grade.ts';
import type { AspectsReply, TechnicalReply } from './prompts/replies.ts';
import { behaviouralRequest, cvRequest, technicalRequest } from './prompts/requests.ts';
import { shuffledBy } from './prompts/shuffle.ts';
import { verifyQuote } from './quote.ts';
import { scoreAspects, scorePoints } from './score.ts';

/** As many sentences as somebody takes away from an answer. */
const MAX_ADVICE = 3;
/** Characters of a question that somebody reads in a chat. */
const MAX_FOLLOW_UP = 400;

type Findings = Pick<Grade, 'score' | 'points' | 'extra' | 'aspects'>;
type Judgement = {
  readonly version: string;
  readonly reply: ModelReply<TechnicalReply | AspectsReply>;
  readonly findings: Findings;
};
type Asking = {
  readonly model: LanguageModel;
  readonly signal: AbortSignal;
  readonly mask: (text: string) => string;
  /** The answer's own wording of what a model quoted, or `null` when it stands nowhere in the answer. */
  readonly own: (quote: string | null) => string | null;
};

/**
 * Grades one answer by a language model. The model gives verdicts or scales, each with a quote; a quote that is not in
 * the answer counts as missed, and the score is computed here. Gates are the caller's, before this costs anything.
 * What the answer says to a grader is cut out, and personal data masked, before anything is sent.
 *
 * Rejects with `ModelError` when the model gave nothing usable.
 */
export async function gradeWithModel(
  model: LanguageModel,
  task: GradingTask,
  signal: AbortSignal,
): Promise<Grade> {
  const { answer, instructsGrader } = cutInstructions(task.answer);
  const { mask, restore } = createPersonalDataMask(JSON.stringify(task));
  const own = (quote: string | null) => {
    const restored = quote === null ? '' : restore(quote);
    return verifyQuote(restored, answer) ? (locateQuote(restored, answer) ?? restored) : null;
  };
  const { version, reply, findings } = await judge({ ...task, answer }, { model, signal, mask, own });
  const { addressesGrader, advice, improvedAnswer, followUp } = reply.value;
  const sentences = advice.map((sentence) => restore(sentence).trim()).filter((sentence) => sentence !== '');
  const { provider, latencyMs } = reply;
  return {
    ...findings,
    estimate: false,
    estimateReason: null,
    gate: null,
    unscored: null,
    instructsGrader: instructsGrader || addressesGrader,
    advice: sentences.slice(0, MAX_ADVICE),
    improvedAnswer: restore(improvedAnswer).trim() || null,
    followUp:
      restore(followUp ?? '')
        .trim()
        .slice(0, MAX_FOLLOW_UP) || null,
    secondOpinion: null,
    source: { grader: 'model', provider, model: reply.model, version, latencyMs },
  };
}

async function judge(task: GradingTask, asking: Asking): Promise<Judgement> {
  const { model, signal, mask, own } = asking;
  switch (task.type) {
    case 'technical':
      return judgeTechnical(task, asking);
    case 'behavioural': {
      const request = behaviouralRequest(task, mask);
      const reply = await model.generate(request, signal);
      const findings = fromAspects(BEHAVIOURAL_ASPECTS, reply.value.aspects, own);
      return { version: request.promptVersion, reply, findings };
    }
    case 'cv': {
      const request = cvRequest(task, mask);
      const reply = await model.generate(request, signal);
      return {
        version: request.promptVersion,
        reply,
        findings: fromAspects(CV_ASPECTS, reply.value.aspects, own),
      };
    }
  }
}

async function judgeTechnical(task: TechnicalTask, { model, signal, mask, own }: Asking): Promise<Judgement> {
  const derived = pointsOf(task);
  const points = derived.length > 0 ? derived : [task.exampleAnswer];
  // Models are kinder to what comes first. Shuffled by the answer, so that grading it again asks the same thing.
  const order = shuffledBy(task.answer, [...points.keys()]);
  const asked = order.map((index) => points[index] ?? '');
  const request = technicalRequest(task, asked, mask);
  const reply = await model.generate(request, signal);
  const grades = points.map((point, index) => {
    const judged = reply.value.points.find(({ number }) => order[number - 1] === index);
    return toPointGrade(point, judged, own);
  });
  const extra = toExtra(reply.value.extra, grades, own);
  const findings = { score: scorePoints(grades, extra !== null), points: grades, extra, aspects: [] };
  return { version: request.promptVersion, reply, findings };
}

function toPointGrade(
  point: string,
  judged: TechnicalReply['points'][number] | undefined,
  own: Asking['own'],
): PointGrade {
  const quote = judged === undefined || judged.verdict === 'missed' ? null : own(judged.quote);
  return quote === null || judged === undefined
    ? { point, verdict: 'missed', quote: null }
    : { point, verdict: judged.verdict, quote };
}

/** An extra without a true quote or a reason is none, nor is one that repeats what a point was given for. */
function toExtra(
  extra: TechnicalReply['extra'],
  grades: readonly PointGrade[],
  own: Asking['own'],
): Grade['extra'] {
  const quote = extra === null ? null : own(extra.quote);
  const reason = extra?.reason.trim() ?? '';
  if (quote === null || reason === '') return null;
  const counted = grades.some(
    (grade) => grade.quote !== null && (verifyQuote(grade.quote, quote) || verifyQuote(quote, grade.quote)),
  );
  return counted ? null : { quote, reason };
}

type Scale = { readonly quote: string | null; readonly score: number | null };

function fromAspects<Name extends Aspect>(
  names: readonly Name[],
  reply: Readonly<Record<Name, Scale>>,
  own: Asking['own'],
): Findings {
  const aspects = names.map((aspect): AspectGrade => {
    const { score, quote } = reply[aspect];
    const verified = score === null ? null : own(quote);
    return { aspect, score: verified === null ? null : score, quote: verified };
  });
  return { score: scoreAspects(aspects), points: [], extra: null, aspects };
}
