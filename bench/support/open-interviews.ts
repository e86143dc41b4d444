import { uuidv7 } from 'uuidv7';
import { consentKey } from '../../src/accounts/consent.ts';
import { choiceId } from '../../src/bot/choice-id.ts';
import type { Incoming } from '../../src/chat/message.ts';
import type { NewCv, Store } from '../../src/store/store.ts';
import type { Conversation } from './conversation.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CV_TEXT = `Candidate
Backend engineer
Split a monolithic payment service into seven services over 14 months.
Cut the p99 latency of card authorisation from 840 ms to 190 ms with a Kafka pipeline.
Migrated 1.4 billion rows from MySQL 5.7 to a sharded MySQL 8 cluster with dual writes.`;

/** Whatever takes events in. */
type TakeEvent = (incoming: Incoming) => Promise<unknown>;

/**
 * Brings conversations to their first question, through the one door like a user would: start, consent, CV, position. Only the
 * CV's text is put straight into the store, as reading PDFs is not what is measured.
 */
export async function openInterviews(
  store: Store,
  receive: TakeEvent,
  conversations: readonly Conversation[],
): Promise<void> {
  await askForCvs(receive, conversations);
  await Promise.all(
    conversations.map(async (conversation) => {
      const cv = await storeCv(store, conversation);
      await receive(conversation.choice(choiceId({ type: 'cv', cvId: cv.id })));
    }),
  );
}

/** Brings conversations to where only the CV is missing. */
export async function askForCvs(receive: TakeEvent, conversations: readonly Conversation[]): Promise<void> {
  await Promise.all(
    conversations.map(async (conversation) => {
      await receive(conversation.command('start', { position: 'be' }));
      await receive(conversation.choice(choiceId({ type: 'consent', given: true, list: consentKey([]) })));
    }),
  );
}

async function storeCv(store: Store, { id, user }: Conversation): Promise<NewCv> {
  const at = Date.now();
  const cv: NewCv = {
    id: uuidv7(),
    sha256: id,
    fileName: 'cv.pdf',
    pages: 1,
    uploadedAt: at,
    text: CV_TEXT,
    expiresAt: at + 90 * DAY_MS,
  };
  await store.turn(
    { eventId: `${id}:cv`, at, subject: { type: 'user', id: user }, detail: 'interview' },
    ({ account }) => {
      if (!account) throw new Error(`Nobody speaks in ${id}.`);
      return { writes: [{ type: 'insertCv', accountId: account.id, cv }], jobs: [] };
    },
  );
  return cv;
}
