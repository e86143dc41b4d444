/** The few fixed words that the adapter itself shows, in one language; everything else comes as `Outgoing`. */
export type SlackWords = {
  /** After a score of the offline grader, and in place of one that there is not. */
  readonly estimate: string;
  readonly unscored: string;
  /** In a menu from which nothing is chosen yet; at most 150 characters. */
  readonly choose: string;
  /** Below a message that waits for a file, and the button there that opens a form for it. */
  readonly howToUpload: string;
  readonly uploadButton: string;
  /** On the second button of every form; at most 24 characters. */
  readonly close: string;
  /** A form could not be opened in time: the press or the command must be repeated. */
  readonly formTooLate: string;
  /** Said where somebody asked in a channel and was answered in direct messages. */
  readonly answeredPrivately: string;
  /** After the bot's name, while work goes on; and what takes its place in turn. */
  readonly status: string;
  readonly loading: readonly string[];
  /** Where Slack shows no status. */
  readonly stillWorking: string;
};
