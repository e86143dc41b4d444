/** The few fixed words that the adapter itself shows, in one language; everything else comes as `Outgoing`. */
export type DiscordWords = {
  /** After a score of the offline grader, and in place of one that there is not. */
  readonly estimate: string;
  readonly unscored: string;
  /** Below a message that waits for a file. */
  readonly howToUpload: string;
  /** In a menu from which nothing is chosen yet; at most 150 characters. */
  readonly choose: string;
  /** What the user just did could not be stored: it must be done again. */
  readonly notStored: string;
  /** On the button that opens a form where none can be opened at once, and the message it stands on. */
  readonly openForm: string;
  readonly formIsReady: string;
  /** Such a button was pressed too late. */
  readonly formIsGone: string;
  /** For `/interview` and `/interview-admin` in Discord's own command menu. */
  readonly menu: DiscordMenu;
  readonly adminMenu: DiscordMenu;
};

export type DiscordMenu = {
  /** What the root command is for; at most 100 characters. */
  readonly root: string;
  /** What the subcommands of a group (`cv`) are about; at most 100 characters. */
  readonly group: (name: string) => string;
  /** An argument's name (lower case, no spaces, at most 32 characters) and what it means (at most 100). */
  readonly argument: (name: string) => { readonly name: string; readonly description: string };
  /** How one of an argument's values is shown: `Backend` for `be`. */
  readonly value: (argument: string, value: string) => string;
};
