/** The bot in one workspace. */
export type Installation = {
  readonly teamId: string;
  /** `xoxb-…` */
  readonly token: string;
  readonly botUserId: string;
};

/** Where the bot is installed, by workspace. */
export type Installations = {
  /** Those that there are when the program starts; rejects with a sentence for the operator when one cannot be used. */
  list(): Promise<readonly Installation[]>;
  /** `null` where the bot is not, or no longer. */
  find(teamId: string): Promise<Installation | null>;
  /** The bot was removed there: its token is worth nothing any more. */
  remove(teamId: string): Promise<void>;
};
