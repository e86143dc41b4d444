import { openStore } from '../../src/store/open-store.ts';
import { describeStore } from '../contracts/store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { createTestDatabase } from '../fakes/test-database.ts';

describeStore('the database', async () => {
  const database = await createTestDatabase();
  const store = await openStore(database.url, () => 1_800_000_000_000, hashForTests);
  return {
    store,
    dispose: async () => {
      await store.close();
      await database.dispose();
    },
  };
});
