/** The few fixed words that the terminal itself shows, in the user's language; everything else comes as `Outgoing`. */
export type TerminalWords = {
  /** Before the line being typed, one word: `you`. */
  readonly you: string;
  /** Shown once where somebody types: which keys do what. */
  readonly hint: string;
  /** Beside the spinner while work goes on. */
  readonly typing: string;
  /** Below a message that waits for a file. */
  readonly howToUpload: string;
  /** After a score of the offline grader, and in place of one that there is not. */
  readonly estimate: string;
  readonly unscored: string;
  /** The session ended by Ctrl-C or Ctrl-D: what was sent is stored, and how to go on. */
  readonly goodbye: string;
  readonly fileNotFound: (path: string) => string;
  /** A folder, a device or a pipe, or not readable by this user. */
  readonly fileNotReadable: (path: string) => string;
  readonly nothingToEdit: string;
  readonly unknownCommand: (typed: string) => string;
  /** Below the title of a form that is asked for field by field: how to leave it. */
  readonly formHint: string;
  /** What an empty line leaves in the field. */
  readonly formKeeps: (value: string) => string;
  readonly formLeft: string;
  readonly fieldRequired: string;
  readonly fieldTooLong: (characters: number) => string;
  /** The bot could not store the line just sent: it must be sent again. */
  readonly notStored: string;
};
