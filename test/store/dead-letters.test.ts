import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { ConversationId } from '../../src/chat/message.ts';
import type { ClaimedJob } from '../../src/jobs/job.ts';
import { openStore } from '../../src/store/open-store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

const NOW = 1_800_000_000_000;

it('of a dead letter stays that it was given up, and when it is old not what it carried', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-dead-'));
  const path = join(folder, 'interview.db');
  const store = await openStore(`sqlite:${path}`, () => NOW, hashForTests);
  const conversation = 'terminal:candidate' as ConversationId;
  await store.enqueue([
    { spec: { kind: 'send', conversation, message: { text: 'My answer.' } }, runAt: NOW },
    { spec: { kind: 'end_idle_session', conversation, sessionId: 'still-open' }, runAt: NOW },
  ]);
  const [job] = await store.claim('talk', 1, NOW, 1000);
  await store.fail(job as ClaimedJob, 'refused');
  const database = new Database(path, { readonly: true });
  const rows = () => database.prepare('SELECT status, error, payload FROM job ORDER BY seq').all();
  await store.clean(NOW, NOW);
  expect(JSON.stringify(rows())).toContain('My answer.');
  await store.clean(NOW, NOW + 1);
  expect(rows()).toMatchObject([
    { status: 'failed', error: 'refused', payload: '{}' },
    { status: 'waiting' },
  ]);
  expect(JSON.stringify(rows())).not.toContain('My answer.');
  expect(JSON.stringify(rows())).toContain('still-open');
  database.close();
  await store.close();
  await rm(folder, { recursive: true });
});
