import { ANSWER_SENTENCES } from '../support/answers.ts';
import { createConversation } from '../support/conversation.ts';
import { inFlight } from '../support/in-flight.ts';
import { createListeningAdapter } from '../support/listening-adapter.ts';
import { openBot } from '../support/open-bot.ts';
import { openInterviews } from '../support/open-interviews.ts';

const CONVERSATIONS = 100;
const PARTS = 50;
const IN_FLIGHT = 32;

/**
 * A life of the bot for `kill-events.ts`: opens interviews of its own and sends parts of answers. Each is acknowledged with a line
 * on stdout, once `receive` has resolved.
 */
const [databasePath = '', life = ''] = process.argv.slice(2);
const adapter = createListeningAdapter('bench');
const { store } = await openBot(databasePath, adapter);
const conversations = Array.from({ length: CONVERSATIONS }, (_, index) =>
  createConversation('bench', `life-${life}-${index}`, Date.now),
);
await openInterviews(store, adapter.receive, conversations);
const parts = Array.from({ length: PARTS }, (_, part) =>
  conversations.map((conversation) => ({ conversation, note: `${conversation.id}/${part}` })),
).flat();
await inFlight(IN_FLIGHT, parts, async ({ conversation, note }) => {
  await adapter.receive(conversation.part(`${ANSWER_SENTENCES[0]} (note ${note})`));
  process.stdout.write(`${note}\n`);
});
