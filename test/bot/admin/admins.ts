import type { createTestBot, Where } from '../../fakes/test-bot.ts';

type Bot = Awaited<ReturnType<typeof createTestBot>>;

/** Named by `ADMINS` in these tests. */
export const OWNER = 'fake:owner';

/** Somebody who gives admin commands, by their own or a place's rights. */
export function asking(bot: Bot, name: string, where: Where = {}) {
  const user = bot.user(name);
  return {
    ...user,
    ask: (command: string, args: Readonly<Record<string, string>> = {}) =>
      user.does({ type: 'command', name: `admin ${command}`, args, attachments: [], ...where }),
    choose: (choice: string) => user.does({ type: 'choice', choice, ...where }),
  };
}
