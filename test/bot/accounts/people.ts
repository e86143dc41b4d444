import type { createTestBot } from '../../fakes/test-bot.ts';

type Bot = Awaited<ReturnType<typeof createTestBot>>;
export type User = ReturnType<Bot['user']>;

export const PASSWORD = 'four unrelated words';
export const DETAILS = { username: 'Kim.Dev', name: 'Kim Min-seo', email: 'minseo@example.org' };

/** Fills in the form for registering. */
export async function registers(user: User, fields: Readonly<Record<string, string>> = {}) {
  await user.command('register');
  return user.submit({ ...DETAILS, password: PASSWORD, again: PASSWORD, ...fields });
}

/** Fills in the form for logging in. */
export async function logsIn(user: User, login = DETAILS.username, password = PASSWORD) {
  await user.command('login');
  return user.submit({ login, password });
}

/** Has an interview open at its first question. */
export async function startsInterview(user: User, resume: Uint8Array) {
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', resume);
  return user.say('backend');
}

/** The one-time code that was shown last. */
export function codeOf(user: User): string {
  const code = user
    .messages()
    .flatMap(({ text = '' }) => /`([2-9A-Z]{4}-[2-9A-Z]{4})`/.exec(text)?.[1] ?? [])
    .at(-1);
  if (!code) throw new Error('No code was shown.');
  return code;
}
