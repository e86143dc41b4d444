import { englishResume } from '../fixtures/cv/make-cvs.ts';
import type { createTestBot } from './test-bot.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;

/** Words that must be found nowhere once their author is erased: a name, an id, a file name, CV text, answers. */
export const PLANTED = {
  user: 'planted-person',
  file: 'planted-file.pdf',
  cv: 'Migrated 1.4 billion rows',
  answers: [
    'PLANTED-ONE I would measure first, then add an index and read the plan again.',
    'PLANTED-TWO In 2023 our release failed; I wrote the rollback and led the fix.',
    'PLANTED-THREE I designed it, and p95 fell from 900 ms to 200 ms.',
  ],
} as const;
export const PLANTED_WORDS: readonly string[] = [
  PLANTED.user,
  PLANTED.file,
  PLANTED.cv,
  'PLANTED-ONE',
  'PLANTED-TWO',
  'PLANTED-THREE',
];

/** Somebody who says all of that in an interview, up to its evaluation. */
export async function plant(bot: TestBot) {
  const user = bot.user(PLANTED.user);
  await user.say('start backend');
  await user.press('Yes');
  await user.upload(PLANTED.file, await englishResume());
  for (const answer of PLANTED.answers) await user.say(answer);
  await bot.settleModel(user.conversation);
  return user;
}
