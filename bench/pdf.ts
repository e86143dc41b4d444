import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { englishResume } from '../test/fixtures/cv/make-cvs.ts';
import { type Conversation, createConversation } from './support/conversation.ts';
import { createListeningAdapter, type ListeningAdapter } from './support/listening-adapter.ts';
import { openBot } from './support/open-bot.ts';
import { askForCvs, openInterviews } from './support/open-interviews.ts';
import { printResult, printTable } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const CONVERSATIONS = 200;
const ROUNDS = 6;
const ROUND_MS = 4_000;
const TURNS_A_SECOND = 50;
const CVS_A_SECOND = 4;

type Round = { readonly p50: number; readonly p95: number; readonly pause: number; readonly cvs: number };

/**
 * From a message to its reply, 50 messages a second in the real bot with a file database: with nothing else to do, and while other
 * candidates send four CVs a second, which are read and begin their interviews. The rounds alternate, as the machine is shared.
 */
export async function run(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const adapter = createListeningAdapter('bench', await englishResume());
    const { bot, conversations, newcomers } = await prepare(join(folder, 'interview.db'), adapter);
    const none: Round[] = [];
    const reading: Round[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const idle = await measure(adapter, conversations, async () => 0);
      const busy = await measure(adapter, conversations, (end) => sendCvs(adapter, newcomers, end));
      // The first ones only warm up.
      if (round > 0) {
        none.push(idle);
        reading.push(busy);
      }
    }
    await bot.stop(1_000);
    report(none, reading);
  });
}

async function prepare(path: string, adapter: ListeningAdapter) {
  const { bot, store } = await openBot(path, adapter);
  const people = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => createConversation('bench', `${name}-${index}`, Date.now));
  const conversations = people('candidate', CONVERSATIONS);
  const newcomers = people('newcomer', ((ROUNDS + 1) * CVS_A_SECOND * ROUND_MS) / 1_000 + ROUNDS + 1);
  await openInterviews(store, adapter.receive, conversations);
  await askForCvs(adapter.receive, newcomers);
  for (const { id } of [...conversations, ...newcomers]) {
    while ((await bot.countOwed(id, Date.now())) > 0) await pause(5);
  }
  return { bot, conversations, newcomers: newcomers.values() };
}

/** One round of turns, with `meanwhile` beside them until the moment that it is given. */
async function measure(
  adapter: ListeningAdapter,
  conversations: readonly Conversation[],
  meanwhile: (end: number) => Promise<number>,
): Promise<Round> {
  const startedAt = performance.now();
  const end = startedAt + ROUND_MS;
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const reading = meanwhile(end);
  const replies: Promise<number>[] = [];
  for (let turn = 0; performance.now() < end; turn += 1) {
    const conversation = conversations[turn % conversations.length];
    if (conversation) replies.push(adapter.timeToReply(conversation.command('resume')));
    await until(startedAt + ((turn + 1) * 1_000) / TURNS_A_SECOND);
  }
  const milliseconds = await Promise.all(replies);
  const cvs = await reading;
  loop.disable();
  return {
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    pause: loop.max / 1e6,
    cvs,
  };
}

/** @returns how many were read a second */
async function sendCvs(
  adapter: ListeningAdapter,
  newcomers: Iterator<Conversation>,
  end: number,
): Promise<number> {
  const startedAt = performance.now();
  const readings: Promise<unknown>[] = [];
  while (performance.now() < end) {
    const newcomer = newcomers.next().value;
    if (!newcomer) throw new Error('Nobody is left to send a CV.');
    readings.push(adapter.timeToReply(newcomer.upload('cv.pdf')));
    await until(startedAt + (readings.length * 1_000) / CVS_A_SECOND);
  }
  await Promise.all(readings);
  return (readings.length * 1_000) / (performance.now() - startedAt);
}

function until(moment: number): Promise<void> {
  return pause(Math.max(0, moment - performance.now()));
}

function report(none: readonly Round[], reading: readonly Round[]): void {
  const of = (rounds: readonly Round[], key: keyof Round) => median(rounds.map((round) => round[key]));
  const row = (what: string, rounds: readonly Round[]) => ({
    rounds: what,
    'reply p50 ms': rounded(of(rounds, 'p50'), 1),
    'reply p95 ms': rounded(of(rounds, 'p95'), 1),
    'longest pause ms, median': rounded(of(rounds, 'pause'), 1),
    'of all': rounded(Math.max(...rounds.map(({ pause: longest }) => longest)), 1),
    'CVs a second': rounded(of(rounds, 'cvs'), 1),
  });
  printTable([row('no CVs', none), row('CVs being read', reading)]);
  const ratios = reading.map(({ p95 }, index) => p95 / (none[index]?.p95 ?? p95));
  printResult({
    p50Ms: rounded(of(reading, 'p50'), 2),
    p95Ms: rounded(of(reading, 'p95'), 2),
    p95WithoutMs: rounded(of(none, 'p95'), 2),
    p95Ratio: rounded(median(ratios), 2),
    longestPauseMs: rounded(of(reading, 'pause'), 1),
    longestPauseOfAllRoundsMs: rounded(Math.max(...reading.map(({ pause: longest }) => longest)), 1),
    cvsPerSecond: rounded(of(reading, 'cvs'), 1),
  });
}
