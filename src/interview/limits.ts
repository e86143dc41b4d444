/** How long an answer stays open after its last part, unless *Next* is pressed. */
export const SILENCE_MS = 12_000;

/** Time without a word after which an interview closes itself. */
export const IDLE_LIMIT_MS = 7 * 24 * 60 * 60 * 1000;

/** One answer, all its messages together. */
export const MAX_ANSWER_CHARACTERS = 12_000;
export const MAX_ANSWER_PARTS = 60;
