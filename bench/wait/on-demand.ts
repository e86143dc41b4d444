import { z } from 'zod';
import { planOf, type QuestionKind } from '../../src/interview/formats.ts';
import type { ModelPurpose } from '../../src/model/language-model.ts';
import { ModelError } from '../../src/model/model-error.ts';
import type { Models } from '../../src/model/models.ts';
import type { Human } from './human.ts';
import { markOf } from './slow-provider.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Waits } from './waits.ts';

const LONGEST_MS = 7 * 24 * 60 * 60 * 1_000;
const AGAIN_MS = 1_000;
const GRADES = {
  technical: 'grade_technical',
  behavioural: 'grade_behavioural',
  cv: 'grade_cv',
} as const satisfies Record<QuestionKind, ModelPurpose>;

/**
 * The same people and the same draws, with everything made when it is needed: the CV's question before it is asked, each grade before the
 * next question. The way to the providers is the same, failover included.
 */
export async function onDemand(
  humans: readonly Human[],
  clock: VirtualClock,
  models: Models,
): Promise<readonly Waits[]> {
  let arrivesAt = 0;
  const interviews = humans.map(async (human, interview) => {
    arrivesAt += human.arrivesMs;
    await clock.sleep(arrivesAt);
    return giveInterview(human, clock, (purpose) => ask(models, clock, purpose, interview));
  });
  return clock.runUntil(Promise.all(interviews), LONGEST_MS);
}

async function giveInterview(
  { choosesPositionMs, answers }: Human,
  clock: VirtualClock,
  askModel: (purpose: ModelPurpose) => Promise<void>,
): Promise<Waits> {
  const plan = planOf('classic');
  const before: number[] = [];
  let lastNextAt: number | null = null;
  await clock.sleep(choosesPositionMs);
  let pressedAt = clock.now();
  for (const [index, kind] of plan.entries()) {
    const answering = answers[index];
    if (!answering) throw new Error(`Nobody answers question ${index + 1}.`);
    if (kind === 'cv') await askModel('cv_questions');
    before.push(clock.now() - pressedAt);
    const writesMs = answering.writesMs.reduce((sum, milliseconds) => sum + milliseconds, 0);
    await clock.sleep(answering.readsMs + (answering.skips ? 0 : writesMs + answering.pressesNextMs));
    pressedAt = clock.now();
    if (answering.skips) continue;
    lastNextAt = pressedAt;
    await askModel(GRADES[kind]);
  }
  const modelMadeCvQuestion = true;
  if (lastNextAt === null) return { before, partialAfter: null, completeAfter: null, modelMadeCvQuestion };
  const doneAt = clock.now();
  return {
    before,
    partialAfter: doneAt - pressedAt,
    completeAfter: doneAt - lastNextAt,
    modelMadeCvQuestion,
  };
}

/** Until there is an answer: there is nothing else to show. */
async function ask(
  models: Models,
  clock: VirtualClock,
  purpose: ModelPurpose,
  interview: number,
): Promise<void> {
  const request = {
    purpose,
    promptVersion: 'on-demand',
    system: '',
    user: JSON.stringify({ answer: `On ${markOf(interview)}:` }),
    schema: z.unknown(),
    schemaName: 'anything',
    maxOutputTokens: 1,
  };
  for (;;) {
    try {
      await models.forAccount('', models.providers)?.generate(request, new AbortController().signal);
      return;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      await clock.sleep(error.retryAfterMs ?? AGAIN_MS);
    }
  }
}
