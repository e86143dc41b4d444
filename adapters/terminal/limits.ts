/** What a terminal can take and what this adapter remembers. Characters are UTF-16 units. */
export const TERMINAL_LIMITS = {
  platformName: 'terminal',
  userNameCharacters: 100,
  /** A longer line of a pipe arrives in several messages, so that input without a newline cannot fill the memory. */
  lineCharacters: 1_000_000,
  defaultColumns: 80,
  minimumColumns: 20,
  /** Prose in wider lines is hard to read; applies where somebody looks on. */
  maximumColumns: 100,
  defaultRows: 24,
  rememberedMessages: 1_000,
  historyLines: 500,
  completions: 50,
  attachmentChunkBytes: 256 * 1024,
} as const;
