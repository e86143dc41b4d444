import { randomUUID } from 'node:crypto';
import { type BotProcess, ProcessEnded, startBotProcess } from './bot-process.ts';
import type { Candidate } from './candidate.ts';
import type { Kill } from './plan.ts';
import { ANY_PROMPT } from './prompts.ts';

const LATELY_CHARACTERS = 6_000;

/**
 * One life of the bot, until the candidate has nothing more to type or `kill` strikes.
 * @returns whether it was killed
 * @throws Error when the process ends by itself, or says nothing more
 */
export async function live(
  databaseUrl: string,
  user: string,
  candidate: Candidate,
  kill: Kill | null,
): Promise<boolean> {
  const bot = startBotProcess(databaseUrl, user);
  const write = writerWith(bot, kill);
  try {
    // Where the interview stands; then a command that the terminal itself answers, once all that was due before it is said. The
    // bot's own words would not do as a mark: those of the life before may be delivered in this one.
    const mark = `/life-${randomUUID()}`;
    write(`resume\n${mark}`);
    candidate.observe(await bot.readUntil(new RegExp(mark)));
    for (let line = candidate.nextLine(); line !== null; line = candidate.nextLine()) {
      write(line);
      candidate.observe(await bot.readUntil(ANY_PROMPT));
    }
  } catch (error) {
    if (!(error instanceof ProcessEnded)) {
      bot.kill();
      throw failure('The bot fell silent', candidate, bot, error);
    }
    candidate.observe(`${error.rest}\n`);
    if (error.exitCode !== null) throw failure('The bot ended by itself', candidate, bot, error);
    return true;
  }
  const end = await bot.finish();
  candidate.observe(end.rest);
  if (end.exitCode === null) return true;
  if (end.exitCode !== 0) throw failure('The bot failed at its end', candidate, bot, end);
  return false;
}

function failure(what: string, candidate: Candidate, bot: BotProcess, cause: unknown): Error {
  return new Error(
    `${what}.\nThe conversation:\n${candidate.transcript().slice(-LATELY_CHARACTERS)}\nThe log:\n${bot.log()}`,
    { cause },
  );
}

/** Writes lines, and sets the kill going with the one that it is planned for. */
function writerWith(bot: BotProcess, kill: Kill | null): (line: string) => void {
  const strike = (line: string) => {
    if (kill) setTimeout(bot.kill, kill.withinMs(line));
  };
  if (kill?.afterLines === 0) strike('');
  let lines = 0;
  return (line) => {
    lines += 1;
    bot.write(line);
    if (lines === kill?.afterLines) strike(line);
  };
}
