import { planOf } from '../../src/interview/formats.ts';
import { randomFrom } from '../../src/interview/random.ts';

/** What a candidate does with one question, in milliseconds. */
export type Answering = {
  readonly readsMs: number;
  readonly skips: boolean;
  /** How long each message of the answer takes to write. */
  readonly writesMs: readonly number[];
  /** From the last message to *Next*. */
  readonly pressesNextMs: number;
};

/** How one candidate behaves, whatever the bot does. */
export type Human = {
  /** After the candidate before. */
  readonly arrivesMs: number;
  readonly choosesPositionMs: number;
  readonly answers: readonly Answering[];
};

const SKIPS = 0.05;
const WRITES_FAST = 0.15;
const MOST_MESSAGES = 4;
const SECOND_MS = 1_000;

/**
 * People who read a question in 5–25 s, answer it in 30–240 s (one in seven in 8–30 s) and 1–4 messages, and skip one in twenty within
 * seconds. All spans are log-uniform: short ones are more common.
 */
export function createHuman(seed: string, arrivesEveryMs: number): Human {
  const random = randomFrom(seed);
  const between = (least: number, most: number) => SECOND_MS * least * (most / least) ** random();
  const answer = (): Answering => {
    const skips = random() < SKIPS;
    const writing = random() < WRITES_FAST ? between(8, 30) : between(30, 240);
    const shares = Array.from({ length: 1 + Math.floor(random() * MOST_MESSAGES) }, () => 0.3 + random());
    const sum = shares.reduce((total, share) => total + share, 0);
    return {
      readsMs: skips ? between(1, 5) : between(5, 25),
      skips,
      writesMs: shares.map((share) => (writing * share) / sum),
      pressesNextMs: between(0.5, 5),
    };
  };
  return {
    arrivesMs: -Math.log(1 - random()) * arrivesEveryMs,
    choosesPositionMs: between(2, 20),
    answers: planOf('classic').map(answer),
  };
}
