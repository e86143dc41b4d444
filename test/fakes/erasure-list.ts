import type { Erasure } from '../../src/accounts/erasure.ts';
import type { ErasureList } from '../../src/privacy/erasure-list.ts';

/** A list of erasures without a file. */
export function createErasureListInMemory(): ErasureList {
  const erasures = new Map<string, Erasure>();
  return {
    add: (erasure) => void erasures.set(erasure.id, erasures.get(erasure.id) ?? erasure),
    read: () => [...erasures.values()],
  };
}
