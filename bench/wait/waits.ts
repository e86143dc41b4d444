/** What one candidate waited for, in virtual milliseconds. */
export type Waits = {
  /** From each press (position, *Next*, skip) to the next question on the screen. */
  readonly before: readonly number[];
  /** From the last *Next* to any evaluation, and to the complete one; `null` for who answered nothing. */
  readonly partialAfter: number | null;
  readonly completeAfter: number | null;
  /** The CV question came from a model in time. */
  readonly modelMadeCvQuestion: boolean;
};
