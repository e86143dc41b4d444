import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { createDispatch } from '../../src/bot/dispatch.ts';
import type { ConversationId, EventId, PlatformUserId } from '../../src/chat/message.ts';
import { loadQuestions } from '../../src/load-questions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

/** A process of its own that hands commands of one user to the bot, as many at once as it is told to. */
export type Storm = { readonly commands: readonly string[]; readonly at: number };

const [path = '', user = '', limit = ''] = process.argv.slice(2);
const now = () => Date.now();
const store = await openStore(`sqlite:${path}`, now, hashForTests);
const dispatch = createDispatch({
  store,
  settings: {
    admins: [],
    sessionsPerAccount: Number(limit),
    sessionsRenew: 'never',
    cvRetentionDays: 90,
    defaultLocale: 'en',
    providers: [],
    catalogue: await loadQuestions(store, pino({ level: 'silent' })),
  },
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
