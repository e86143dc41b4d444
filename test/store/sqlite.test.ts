import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import { describeStore } from '../contracts/store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

describeStore('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-store-'));
  const store = await openStore(
    `sqlite:${join(folder, 'interview.db')}`,
    () => 1_800_000_000_000,
    hashForTests,
  );
  return {
    store,
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
