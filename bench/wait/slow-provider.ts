import { randomFrom } from '../../src/interview/random.ts';
import type { LanguageModel, ModelReply, ModelRequest } from '../../src/model/language-model.ts';
import { ModelError } from '../../src/model/model-error.ts';
import { goodReply } from '../../test/fakes/fake-grader.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What the original's one provider took, in milliseconds. */
const FASTEST_MS = 23_000;
const SLOWEST_MS = 44_000;
const RATE_LIMITED = 0.02;
const HANGS = 0.01;
/** The default of `LLM_DEADLINE_MS`, which `src/model/openai.ts` keeps. */
const DEADLINE_MS = 60_000;
/** A 429 comes soon, and half of them say how long to wait. */
const REFUSED_WITHIN_MS = 1_500;
const LONGEST_RETRY_AFTER_MS = 20_000;
/** So often a grade is so far from the offline estimate that another provider is asked too; of people's marks 0.2 % are (`npm run eval`). */
const FAR_FROM_ESTIMATE = 0.01;

export type SlowProvider = LanguageModel & {
  /** How long each good answer was drawn to take, in milliseconds, also where nobody waited for it in the end. */
  readonly latencies: readonly number[];
  readonly calls: () => number;
};

/** Where requests of one interview are known by: it stands in its CV and in its answers. */
export function markOf(interview: number): string {
  return `Project ${interview}`;
}

/**
 * A provider whose calls take 23–44 s (log-uniform); 2 % answer 429, 1 % hang until they are cancelled or their deadline has passed. What a call draws depends on the
 * seed, the provider, the interview, the purpose and how often that was asked, so that other ways of asking meet the same fate.
 */
export function createSlowProvider(id: string, seed: string, clock: VirtualClock): SlowProvider {
  const draw = createDraws(`${seed}:${id}`);
  const latencies: number[] = [];
  let calls = 0;

  async function generate<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelReply<T>> {
    calls += 1;
    const random = draw(request);
    const fate = random();
    if (fate < RATE_LIMITED) {
      await pause(clock, random() * REFUSED_WITHIN_MS, signal, id);
      const retryAfterMs = random() < 0.5 ? Math.round(random() * LONGEST_RETRY_AFTER_MS) : null;
      throw new ModelError('rate_limited', id, `${id}: too many requests`, { retryAfterMs });
    }
    if (fate < RATE_LIMITED + HANGS) {
      await pause(clock, DEADLINE_MS, signal, id);
      throw new ModelError('timeout', id, `${id}: no complete answer within the deadline`);
    }
    const latencyMs = FASTEST_MS * (SLOWEST_MS / FASTEST_MS) ** random();
    latencies.push(latencyMs);
    await pause(clock, latencyMs, signal, id);
    const value = request.schema.parse(replyTo(request, random() < FAR_FROM_ESTIMATE));
    const tokens = { inputTokens: 1_000, outputTokens: 500 };
    return { value, provider: id, model: `${id}-1`, latencyMs, firstByteMs: null, ...tokens };
  }

  return { id, latencies, calls: () => calls, generate };
}

type Drawn = Pick<ModelRequest<unknown>, 'purpose' | 'user'>;

function createDraws(seed: string): (request: Drawn) => () => number {
  const asked = new Map<string, number>();
  return ({ purpose, user }) => {
    const key = `${seed}:${purpose}:${/Project \d+/.exec(user)?.[0]}`;
    const times = (asked.get(key) ?? 0) + 1;
    asked.set(key, times);
    return randomFrom(`${key}:${times}`);
  };
}

function pause(
  clock: VirtualClock,
  milliseconds: number,
  signal: AbortSignal,
  provider: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    void clock.sleep(milliseconds).then(resolve);
    const cancelled = () => reject(new ModelError('aborted', provider, `${provider}: cancelled`));
    if (signal.aborted) cancelled();
    else signal.addEventListener('abort', cancelled, { once: true });
  });
}

/** What a good answer is given by a sound grader; one far from that finds nothing in it. */
function replyTo(request: Omit<ModelRequest<unknown>, 'schema'>, far: boolean): unknown {
  const reply = goodReply(request);
  if (!('value' in reply)) throw new Error(`There is no reply for ${request.purpose}.`);
  if (!far) return reply.value;
  return JSON.parse(
    JSON.stringify(reply.value, (key, value: unknown) => {
      if (key === 'verdict') return 'missed';
      return key === 'score' ? 0 : value;
    }),
  );
}
