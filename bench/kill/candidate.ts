import { ANSWER_SENTENCES } from '../support/answers.ts';
import { EVALUATION_CARD, lastPrompt, NOTED, type Prompt } from './prompts.ts';

const QUESTIONS = 3;

/** An interview as its candidate sees it. */
type SeenInterview = {
  /** By the ordinal of their question: the notes of the answers that the bot has said it took. */
  readonly acknowledged: Map<number, string>;
  /** How often each thing was shown that is said once. */
  readonly shown: Map<string, number>;
};

/** What a candidate saw, to be compared with what is stored. */
export type Record = {
  readonly interviews: readonly SeenInterview[];
  /** Notes of all answers ever typed, acknowledged or not. */
  readonly typed: ReadonlySet<string>;
};

/** Somebody who types what the bot asks for, remembers what it acknowledged, and goes on after a crash. */
export type Candidate = {
  /** Takes in everything that the bot said, in order. */
  observe(said: string): void;
  /** What to type next; `null` when all interviews are done. */
  nextLine(): string | null;
  readonly record: Record;
  /** The whole conversation, for a report of what went wrong. */
  transcript(): string;
};

export function createCandidate(
  name: string,
  cvPath: string,
  interviewsWanted: number,
  random: () => number,
): Candidate {
  const interviews: SeenInterview[] = [];
  const typed = new Set<string>();
  let prompt: Prompt = 'start';
  let pending = '';
  let transcript = '';

  const current = () => interviews.at(-1);
  const isDone = (interview: SeenInterview | undefined) =>
    interview === undefined || interview.acknowledged.size === QUESTIONS;

  function observe(said: string): void {
    transcript += said;
    const interview = current();
    if (interview) {
      for (const [, next] of said.matchAll(NOTED))
        acknowledge(interview, next ? Number(next) - 1 : QUESTIONS);
      for (const [heading] of said.matchAll(EVALUATION_CARD)) count(interview, heading);
    }
    prompt = lastPrompt(said) ?? prompt;
  }

  function acknowledge(interview: SeenInterview, ordinal: number): void {
    // The same again, after a crash, is about the answer that was acknowledged then.
    if (!interview.acknowledged.has(ordinal)) interview.acknowledged.set(ordinal, pending);
    count(interview, `noted ${ordinal}`);
  }

  function answer(): string {
    const ordinal = (current()?.acknowledged.size ?? 0) + 1;
    pending = `${name}/${interviews.length}.${ordinal}/${typed.size + 1}`;
    typed.add(pending);
    const sentence = ANSWER_SENTENCES[Math.floor(random() * ANSWER_SENTENCES.length)] ?? '';
    return `${sentence} (note ${pending})`;
  }

  function start(): string | null {
    if (isDone(current())) {
      if (interviews.length === interviewsWanted) return null;
      interviews.push({ acknowledged: new Map(), shown: new Map() });
    }
    return 'start';
  }

  const lines: Readonly<{ [P in Prompt]: () => string | null }> = {
    start,
    consent: () => '1',
    file: () => `/upload ${cvPath}`,
    // Now and then the same file again, so that kills meet its reading in every interview.
    cv: () => (random() < 0.5 ? '1' : `/upload ${cvPath}`),
    position: () => 'backend',
    answer,
    patience: () => 'status',
  };
  return {
    observe,
    nextLine() {
      const line = lines[prompt]();
      transcript += `\n> ${line ?? '(done)'}\n`;
      return line;
    },
    record: { interviews, typed },
    transcript: () => transcript,
  };
}

function count({ shown }: SeenInterview, what: string): void {
  shown.set(what, (shown.get(what) ?? 0) + 1);
}
