import { type BotProcess, ProcessEnded, startBotProcess } from './bot-process.ts';
import type { Candidate } from './candidate.ts';
import type { Kill } from './plan.ts';
import { ANY_PROMPT, PRIVACY_END } from './prompts.ts';

/** Shows where the interview stands; the answer to `privacy` then marks the end of all that was due. */
const FIRST_LINES = 'resume\nprivacy';

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
    write(FIRST_LINES);
    candidate.observe(await bot.readUntil(PRIVACY_END));
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
  return new Error(`${what}.\nThe conversation:\n${candidate.lately()}\nThe log:\n${bot.log()}`, { cause });
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
