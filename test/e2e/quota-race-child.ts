import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { createDispatch } from '../../src/bot/dispatch.ts';
import type { ConversationId, EventId, PlatformUserId } from '../../src/chat/message.ts';
import { loadQuestions, readCatalogue } from '../../src/load-questions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { settingsForTests } from '../fakes/settings.ts';

/** A process of its own that hands commands of one user to the bot, as many at once as it is told to. */
export type Storm = { readonly commands: readonly string[]; readonly at: number };

const [path = '', user = '', limit = ''] = process.argv.slice(2);
const now = () => Date.now();
const store = await openStore(`sqlite:${path}`, now, hashForTests);
await loadQuestions(store, pino({ level: 'silent' }));
const dispatch = createDispatch({
  store,
  settings: settingsForTests(await readCatalogue(store), { sessionsPerAccount: Number(limit) }),
  now,
  newId: uuidv7,
  wake: () => undefined,
});

process.on('message', async ({ commands, at }: Storm) => {
  const give = (name: string) =>
    dispatch.receive({
      id: `${user}:${uuidv7()}` as EventId,
      conversation: user as ConversationId,
      scope: 'direct',
      from: { id: user as PlatformUserId, name: 'Candidate' },
      at,
      type: 'command',
      name,
      args: {},
      attachments: [],
    });
  await Promise.all(commands.map(give));
  process.send?.('done');
});
process.on('disconnect', () => void store.close());
process.send?.('ready');
