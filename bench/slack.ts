import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deliver, openWorkspace } from './slack/workspace.ts';
import { ANSWER_SENTENCES } from './support/answers.ts';
import { printResult, printTable } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const CHILD = fileURLToPath(new URL('./slack/app-child.ts', import.meta.url));
const EVENTS_A_SECOND = 200;
const SECONDS = 10;
const WARM_UP = 400;

type Measured = {
  readonly cpuMicroseconds: number;
  readonly committed: readonly (readonly [id: string, at: number])[];
};

/**
 * Direct messages over HTTP, 200 a second, signed as Slack signs them: how long after the commit the acknowledgement is there, and
 * what an event costs beside what it costs an app of Bolt's that does nothing with it. The load comes from another process.
 */
export async function run(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const { apiUrl, server } = await openWorkspace();
    const bot = await measure('bot', apiUrl, join(folder, 'interview.db'));
    const bolt = await measure('bolt', apiUrl, '');
    server.close();
    const cpu = (of: typeof bot) => of.measured.cpuMicroseconds / of.answered.size;
    const acknowledgedAfter = bot.measured.committed.flatMap(([id, at]) => {
      const answeredAt = bot.answered.get(id);
      return answeredAt === undefined ? [] : [answeredAt - at];
    });
    if (acknowledgedAfter.length !== EVENTS_A_SECOND * SECONDS) {
      throw new Error(`Only ${acknowledgedAfter.length} events were committed and acknowledged.`);
    }
    printTable([
      { what: 'acknowledged after the commit, median ms', value: rounded(median(acknowledgedAfter), 2) },
      {
        what: 'acknowledged after the commit, p99 ms (bar: 10)',
        value: rounded(percentile(acknowledgedAfter, 0.99), 2),
      },
      { what: 'CPU an event, the bot, µs', value: rounded(cpu(bot)) },
      { what: 'CPU an event, bare Bolt, µs', value: rounded(cpu(bolt)) },
      { what: 'CPU over bare Bolt', value: rounded(cpu(bot) / cpu(bolt), 2) },
    ]);
    printResult({
      acknowledgedMedianMs: rounded(median(acknowledgedAfter), 2),
      acknowledgedP99Ms: rounded(percentile(acknowledgedAfter, 0.99), 2),
      cpuMicrosecondsPerEvent: rounded(cpu(bot), 1),
      boltCpuMicrosecondsPerEvent: rounded(cpu(bolt), 1),
      cpuOverBolt: rounded(cpu(bot) / cpu(bolt), 2),
      eventsPerSecond: EVENTS_A_SECOND,
      events: acknowledgedAfter.length,
    });
  });
}

async function measure(kind: 'bot' | 'bolt', apiUrl: string, database: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const child = fork(CHILD, [kind, String(port), apiUrl, database], { stdio: 'inherit' });
  try {
    await told(child);
    await load(url, 0, WARM_UP);
    child.send('begin');
    await told(child);
    const answered = await load(url, WARM_UP, EVENTS_A_SECOND * SECONDS);
    child.send('end');
    return { measured: (await told(child)) as Measured, answered };
  } finally {
    child.kill('SIGKILL');
  }
}

/** @returns when each event was acknowledged, by the id of its message */
async function load(url: string, first: number, count: number): Promise<ReadonlyMap<string, number>> {
  const answered = new Map<string, number>();
  const startedAt = performance.now();
  const all: Promise<void>[] = [];
  for (let index = first; index < first + count; index += 1) {
    const dueAt = startedAt + ((index - first) * 1_000) / EVENTS_A_SECOND;
    if (dueAt > performance.now()) await pause(dueAt - performance.now());
    const text = ANSWER_SENTENCES[index % ANSWER_SENTENCES.length] ?? '';
    const id = `slack:message:D0BENCH:${1_800_000_000 + index}.000100`;
    all.push(deliver(url, index, text).then((at) => void answered.set(id, at)));
  }
  await Promise.all(all);
  return answered;
}

async function told(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
