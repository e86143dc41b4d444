/**
 * What Slack accepts and what this adapter remembers. Lengths are UTF-16 units, which is never less strict than Slack's
 * count. Sources: docs.slack.dev (reference/block-kit/blocks, reference/block-kit/block-elements, reference/views,
 * reference/methods/chat.postMessage and chat.update, interactivity/handling-user-interaction).
 */
export const SLACK_LIMITS = {
  platformName: 'slack',

  /** Slack refuses messages of about 13,200 characters over all blocks, which is written nowhere (bolt-js#2509). */
  messageCharacters: 9_000,
  blocksPerMessage: 50,
  blocksPerHome: 100,
  /** Of one block of text; that of a section, kept everywhere. */
  blockCharacters: 3_000,
  headerCharacters: 150,
  contextCharacters: 2_000,
  /** Longer ones are cut by Slack when posted; when a message is edited, 4,000 are too many. */
  fallbackCharacters: 3_900,

  buttonsPerBlock: 25,
  buttonLabelCharacters: 75,
  buttonValueCharacters: 2_000,
  selectOptions: 100,
  optionCharacters: 75,
  placeholderCharacters: 150,

  modalFields: 20,
  modalTitleCharacters: 24,
  modalSubmitCharacters: 24,
  inputLabelCharacters: 2_000,
  inputHintCharacters: 2_000,
  inputCharacters: 3_000,
  fileTitleCharacters: 255,
  altCharacters: 1_000,
  loadingMessages: 10,

  /** Slack gives up on what is not acknowledged by then. */
  acknowledgeMs: 3_000,
  /** Answered with an error a little earlier, so that it is Slack that comes again and not its connection that breaks. */
  refuseAfterMs: 2_900,
  /** How long an event waits to learn who somebody is, before it goes on without their name. */
  personMs: 1_200,
  personLastsMs: 60 * 60_000,
  /** `response_url`: 30 minutes and 5 uses; half a minute is left for clocks that differ. */
  responseUrlMs: 29.5 * 60_000,
  responseUrlUses: 5,
  /** The status expires after two minutes. */
  statusRenewMs: 60_000,
  /** Where there is no status: work that takes longer is told by a message. */
  longWaitMs: 8_000,

  requestTimeoutMs: 10_000,
  /** A limit that asks for a longer wait is not waited out: the message is sent later, by its job. */
  longestRateLimitWaitMs: 30_000,
  rateLimitWaits: 3,
  /** Of a conversation, looked through for a message that may have been sent before. */
  lookupMessages: 200,
  lookupPages: 5,

  /** One payload goes to one of them; while one reconnects, the others serve. */
  socketConnections: 2,
  reconnectFirstMs: 500,
  reconnectLongestMs: 30_000,
  /** How long a connection that Slack wants closed is kept for acknowledgements under way. */
  settleBeforeCloseMs: 2_000,
  bodyBytes: 1_000_000,

  /** Bounds of each memory of this process. */
  rememberedSends: 1_000,
  rememberedPeople: 10_000,
  rememberedPlaces: 10_000,
  rememberedAnswers: 1_000,
  /** `SentRef` is stored in a column of this length. */
  sentRefCharacters: 191,
} as const;
