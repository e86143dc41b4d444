import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createFakeDiscord, type Person } from '../test/fakes/discord/index.ts';
import { printResult, printTable } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const OURS = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const ECHO = fileURLToPath(new URL('./discord/echo.ts', import.meta.url));
/** Discord lets a bot make 50 requests a second, of which each reply is one. */
const MESSAGES_A_SECOND = 45;
const PEOPLE = 150;
const ROUNDS = 3;
const MESSAGES_A_ROUND = 900;
const WARM_UP = 200;
/** `/proc/PID/stat` counts in hundredths of a second. */
const TICK_MS = 10;
/** A real command, whose answer takes the whole way: a turn, its commit, a job, a request. */
const WORDS = 'status';

type Measured = { readonly latencies: readonly number[]; readonly cpuMs: number; readonly megabytes: number };

/**
 * Direct messages over real sockets, 45 a second: time from Discord's event to the bot's reply, and CPU of the bot's process a message,
 * beside a bot of a few lines that echoes. In rounds that alternate, each with new processes.
 */
export async function run(): Promise<void> {
  const echo: Measured[] = [];
  const ours: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    echo.push(await measure(ECHO));
    ours.push(await measure(OURS));
  }
  const latency = (measured: readonly Measured[], share: number) =>
    rounded(median(measured.map(({ latencies }) => percentile(latencies, share))), 2);
  const cpu = (measured: readonly Measured[]) => rounded(median(measured.map(({ cpuMs }) => cpuMs)), 2);
  const memory = (measured: readonly Measured[]) => Math.max(...measured.map(({ megabytes }) => megabytes));
  const row = (bot: string, measured: readonly Measured[]) => ({
    bot,
    'median ms': latency(measured, 0.5),
    'p95 ms': latency(measured, 0.95),
    'CPU ms a message': cpu(measured),
    'memory MB': memory(measured),
  });
  printTable([row('echo', echo), row('interviews', ours)]);
  printResult({
    addedMedianMs: rounded(latency(ours, 0.5) - latency(echo, 0.5), 2),
    addedP95Ms: rounded(latency(ours, 0.95) - latency(echo, 0.95), 2),
    cpuRatio: rounded(cpu(ours) / cpu(echo), 2),
    megabytes: memory(ours),
  });
}

async function measure(program: string): Promise<Measured> {
  return inTemporaryFolder(async (folder) => {
    const sentAt = new Map<string, number>();
    const latencies: number[] = [];
    const discord = await createFakeDiscord({
      rateLimits: false,
      onRequest: ({ method, path }) => {
        const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] ?? '';
        const began = sentAt.get(channel);
        if (method !== 'POST' || began === undefined) return;
        latencies.push(performance.now() - began);
        sentAt.delete(channel);
      },
    });
    const bot = spawn(process.execPath, [program], {
      env: {
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_TOKEN: discord.token,
        DATABASE_URL: `sqlite:${join(folder, 'interview.db')}`,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    try {
      await discord.waitFor(() => discord.gateway.sessions()[0]?.connected);
      const people = Array.from({ length: PEOPLE }, (_, index) => discord.createPerson(`Person ${index}`));
      const talk = (count: number) => talkEvenly(people, count, sentAt);
      // The first words of each are answered by a welcome, and everything is loaded by then.
      await talk(WARM_UP);
      latencies.length = 0;
      const before = cpuMsOf(bot);
      await talk(MESSAGES_A_ROUND);
      if (latencies.length < MESSAGES_A_ROUND * 0.99)
        throw new Error(`Of ${MESSAGES_A_ROUND} messages ${latencies.length} were answered.`);
      return {
        latencies,
        cpuMs: (cpuMsOf(bot) - before) / MESSAGES_A_ROUND,
        megabytes: memoryOf(bot),
      };
    } finally {
      bot.kill('SIGKILL');
      await once(bot, 'close');
      await discord.close();
    }
  });
}

/** One after another at an even pace, and then until the last is answered. */
async function talkEvenly(people: readonly Person[], count: number, sentAt: Map<string, number>) {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    await pause(Math.max(0, start + (index * 1000) / MESSAGES_A_SECOND - performance.now()));
    const person = people[index % people.length];
    if (!person) continue;
    sentAt.set(person.directChannel, performance.now());
    person.dm(WORDS);
  }
  const deadline = performance.now() + 10_000;
  while (sentAt.size > 0 && performance.now() < deadline) await pause(20);
}

/** User and system time of a process so far, in milliseconds (proc_pid_stat(5), fields 14 and 15). */
function cpuMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
