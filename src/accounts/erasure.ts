/**
 * That an account was erased: what a database that was restored from an older backup has to be cleared of again. Nobody can
 * tell from it whose it was without the key; all but `at` are keyed hashes.
 */
export type Erasure = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tells which key made the hashes. */
  readonly key: string;
  /** The account's id, and those of accounts that had become part of it. */
  readonly accounts: readonly string[];
  readonly identities: readonly string[];
};
