/** What one candidate waited for, in virtual milliseconds. */
export type Waits = {
  /** From each press (position, *Next*, skip) to the next question on the screen. */
  readonly before: readonly number[];
  /** From the last press until there is any evaluation; `null` for who answered nothing. */
  readonly partialAfter: number | null;
  /** From the last *Next* until all grades are there, none an estimate; `null` for who answered nothing. */
  readonly completeAfter: number | null;
  /** The CV question came from a model in time. */
  readonly modelMadeCvQuestion: boolean;
};
