/**
 * What Discord accepts and what this adapter remembers. Lengths are UTF-16 units, which is never more than Discord
 * counts. Sources: discord/discord-api-docs (developers/resources/message.mdx, components/reference.mdx,
 * interactions/receiving-and-responding.mdx, interactions/application-commands.mdx) and discord-openapi.json.
 */
export const DISCORD_LIMITS = {
  platformName: 'discord',

  contentCharacters: 2_000,
  embedsPerMessage: 10,
  /** Over title, description, field names and values, and footer of all embeds of one message. */
  embedCharactersPerMessage: 6_000,
  embedTitleCharacters: 256,
  embedDescriptionCharacters: 4_096,
  embedFields: 25,
  embedFieldNameCharacters: 256,
  embedFieldValueCharacters: 1_024,
  embedFooterCharacters: 2_048,
  filesPerMessage: 10,
  threadNameCharacters: 100,
  fileDescriptionCharacters: 1_024,
  nonceCharacters: 25,

  componentRows: 5,
  buttonsPerRow: 5,
  buttonLabelCharacters: 80,
  selectOptions: 25,
  selectOptionCharacters: 100,
  selectPlaceholderCharacters: 150,
  customIdCharacters: 100,

  modalFields: 5,
  modalTitleCharacters: 45,
  modalLabelCharacters: 45,
  modalDescriptionCharacters: 100,
  textInputCharacters: 4_000,
  placeholderCharacters: 100,

  autocompleteChoices: 25,
  autocompleteCharacters: 100,
  commandChoices: 25,
  commandDescriptionCharacters: 100,

  /** Discord gives up on an interaction that nobody has answered by then. */
  firstAnswerMs: 3_000,
  /** One that is not answered by then is acknowledged with a deferral. */
  deferAfterMs: 2_000,
  /** A deferred reply that nothing came for is taken away again. */
  emptyReplyMs: 60_000,
  /** Discord honours an interaction's token for 15 minutes; half a minute is left for clocks that differ. */
  interactionTokenMs: 14.5 * 60_000,
  /** The indicator lasts 10 s. */
  typingRenewMs: 8_000,
  /** A limit that asks for a longer wait is not waited out: the message is sent later, by its job. */
  longestRateLimitWaitMs: 30_000,

  /** Re-read before the last known activity, for events that arrived out of order; what is known is not stored twice. */
  catchUpMarginMs: 10 * 60_000,
  catchUpPageMessages: 100,
  /** Between conversations, so that catching up leaves most of the 50 requests a second to live messages. */
  catchUpPauseMs: 50,
  catchUpAttempts: 4,

  /** Bounds of each memory of this process. */
  rememberedSends: 1_000,
  rememberedInteractions: 1_000,
  rememberedPlaces: 10_000,
  rememberedForms: 100,
  /** `SentRef` is stored in a column of this length. */
  sentRefCharacters: 191,
} as const;
