import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../src/chat/message.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';

let gateway: TestBot;
let worker: TestBot;

beforeEach(async () => {
  gateway = await createTestBot({ role: 'gateway' });
  worker = await createTestBot({ role: 'worker', on: gateway.database });
});
afterEach(async () => {
  await worker.stop();
  await gateway.dispose();
});

const said = (from: number) => textOf(worker.fake.sent.slice(from).map(({ message }) => message));

/** What the worker sends after something that the gateway hears. */
async function afterwards(act: () => Promise<unknown>): Promise<string> {
  const before = worker.fake.sent.length;
  await act();
  return said(before);
}

async function bothAdvance(milliseconds: number, conversation: ConversationId): Promise<void> {
  await Promise.all([
    worker.advance(milliseconds, conversation),
    gateway.advance(milliseconds, conversation),
  ]);
}

function choiceOf(label: string): string {
  const choices = worker.fake.sent.flatMap(({ message }) => message.choices ?? []);
  return choices.findLast((choice) => choice.label.startsWith(label))?.id ?? '';
}

describe('a gateway and a worker on one database', () => {
  it('hold an interview together: one listens, the other speaks', async () => {
    const user = gateway.user('candidate');
    worker.fake.files.set('cv.pdf', await englishResume());
    expect(await afterwards(() => user.say('start backend'))).toContain('Before you send your CV');
    await user.choose(choiceOf('Yes'));
    expect(await afterwards(() => user.upload('cv.pdf', new Uint8Array()))).toContain('Question 1 of 3');
    expect(await afterwards(() => user.say(ANSWER))).toContain('Question 2 of 3');
    expect(await afterwards(() => user.say(ANSWER))).toContain('Question 3 of 3');
    expect(await afterwards(() => user.say(ANSWER))).toContain('Your interview');
    expect(gateway.fake.sent).toEqual([]);
  });

  it('keep an answer open while the gateway sees its author typing', async () => {
    const user = gateway.user('candidate');
    worker.fake.files.set('cv.pdf', await englishResume());
    await user.say('start backend');
    await user.choose(choiceOf('Yes'));
    await user.upload('cv.pdf', new Uint8Array());
    await user.say('First part.', false);
    gateway.fake.userTypes(1_800_000_000_000 + 10_000);
    const before = worker.fake.sent.length;
    await bothAdvance(12_000, user.conversation);
    expect(said(before)).not.toContain('Question 2 of 3');
    await bothAdvance(10_000, user.conversation);
    expect(said(before)).toContain('Question 2 of 3');
  });
});
