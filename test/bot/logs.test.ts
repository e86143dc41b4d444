import { afterEach, expect, it } from 'vitest';
import { UndeliverableError } from '../../src/chat/adapter.ts';
import { createLogger } from '../../src/logging/log.ts';
import { goodReply } from '../fakes/fake-grader.ts';
import { PLANTED, PLANTED_WORDS, plant } from '../fakes/planted.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { createTestBot } from '../fakes/test-bot.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

/** Everything goes wrong once: sending, the model, a file; and everything is logged. */
it('nothing of what somebody said, sent or is called is logged', async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  let calls = 0;
  const model = createScriptedModel((request) => {
    calls += 1;
    return calls % 2 === 1 ? { fails: 'refused' } : goodReply(request);
  });
  bot = await createTestBot({ model, logger });
  const user = bot.user(PLANTED.user);
  bot.fake.failNext(new Error('503'));
  await user.say(`hi, my mail is ${PLANTED.user}@example.com`);
  await bot.advance(60_000, user.conversation);
  await plant(bot);
  await user.upload(PLANTED.file, new TextEncoder().encode(`%PDF-1.7 ${PLANTED.cv}`));
  bot.fake.failNext(new UndeliverableError('They take no messages.'));
  await user.say('export');
  await user.say('delete-me');
  await user.press('Erase everything of');
  const log = lines.join('');
  expect(log).toContain('A job is tried again later.');
  expect(log).toContain('A job was given up.');
  expect(log).toContain('offline');
  for (const word of PLANTED_WORDS) expect(log).not.toContain(word);
});
