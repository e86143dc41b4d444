import { createKeyedHash } from '../../src/accounts/keyed-hash.ts';

/** Keyed hashes with a key that is no secret. */
export const hashForTests = createKeyedHash('a key for tests, which everybody knows');
