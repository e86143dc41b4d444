/** When a life of the bot's process ends. `afterLines` 0 means from its first moment. */
export type Kill = { readonly afterLines: number; readonly withinMs: (line: string) => number };

const SHARE_WHILE_STARTING = 0.3;
/** Start-up with migrations and seeds, on a busy machine. */
const STARTING_MS = 1_200;
const MOST_LINES = 7;
/** From a line to the last reply to it: a commit, a grade, a few sends. */
const TURN_MS = 60;
/** The same with a CV read by a child process that has to start. */
const READING_MS = 600;

/**
 * Chooses at random when to kill: while starting (always in the first life, which makes the database), while a turn is made and
 * answered, while a CV is read.
 */
export function planKill(random: () => number, isFirstLife: boolean): Kill {
  const share = random();
  if (isFirstLife || random() < SHARE_WHILE_STARTING)
    return { afterLines: 0, withinMs: () => share * STARTING_MS };
  return {
    afterLines: 1 + Math.floor(random() * MOST_LINES),
    withinMs: (line) => share * (line.startsWith('/upload') ? READING_MS : TURN_MS),
  };
}
