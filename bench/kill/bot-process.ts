import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const REPLY_DEADLINE_MS = 60_000;

/** The process has ended, by our hand or another's; `rest` is what it had said since the last awaited text. */
export class ProcessEnded extends Error {
  readonly rest: string;
  readonly exitCode: number | null;
  constructor(rest: string, exitCode: number | null) {
    super(`The bot's process ended (${exitCode ?? 'killed'}).`);
    this.rest = rest;
    this.exitCode = exitCode;
  }
}

/** One life of the real program, spoken to through its pipe. */
export type BotProcess = {
  write(line: string): void;
  /**
   * What the bot said since the last call, up to and with the first match.
   * @throws ProcessEnded when there is none any more; Error when there is none within a minute
   */
  readUntil(pattern: RegExp): Promise<string>;
  /** `kill -9`. */
  kill(): void;
  /** Ends the input and gives the rest of what is said once the process is gone. */
  finish(): Promise<ProcessEnded>;
  /** What was logged, for a report of what went wrong. */
  log(): string;
};

/** Starts `src/main.ts` on a database, without a terminal and without a language model. */
export function startBotProcess(databaseUrl: string, user: string): BotProcess {
  const child = spawn(process.execPath, [MAIN, '--user', user], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let unread = '';
  let log = '';
  let ended = false;
  let look: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    unread += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').then(() => {
    ended = true;
    look();
  });
  const takeRest = () => {
    const rest = unread;
    unread = '';
    return new ProcessEnded(rest, child.exitCode);
  };

  return {
    write: (line) => child.stdin.write(`${line}\n`),
    readUntil(pattern) {
      return new Promise((resolve, reject) => {
        const deadline = setTimeout(() => {
          look = () => undefined;
          reject(new Error(`There was no reply; only this was said: ${unread}`));
        }, REPLY_DEADLINE_MS);
        look = () => {
          const match = pattern.exec(unread);
          if (!match && !ended) return;
          clearTimeout(deadline);
          look = () => undefined;
          if (!match) return reject(takeRest());
          const end = match.index + match[0].length;
          const said = unread.slice(0, end);
          unread = unread.slice(end);
          resolve(said);
        };
        look();
      });
    },
    kill: () => child.kill('SIGKILL'),
    async finish() {
      child.stdin.end();
      await closed;
      return takeRest();
    },
    log: () => log,
  };
}
