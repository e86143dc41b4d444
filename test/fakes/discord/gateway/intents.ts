/** Gateway intents (developers/events/gateway.mdx, List of Intents). */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
} as const;

/** All bits that mean something: 0–16, 20, 21, 24, 25. */
export const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;

/** Those that need a switch in the developer portal (same page, Privileged Intents). */
export const PRIVILEGED = {
  members: INTENT.guildMembers,
  presences: INTENT.guildPresences,
  messageContent: INTENT.messageContent,
} as const;

export type PrivilegedIntent = keyof typeof PRIVILEGED;

const BY_EVENT: Readonly<Record<string, readonly [inGuild: number, inDirect: number]>> = {
  MESSAGE_CREATE: [INTENT.guildMessages, INTENT.directMessages],
  MESSAGE_UPDATE: [INTENT.guildMessages, INTENT.directMessages],
  MESSAGE_DELETE: [INTENT.guildMessages, INTENT.directMessages],
  TYPING_START: [INTENT.guildMessageTyping, INTENT.directMessageTyping],
  MESSAGE_REACTION_ADD: [INTENT.guildMessageReactions, INTENT.directMessageReactions],
  MESSAGE_REACTION_REMOVE: [INTENT.guildMessageReactions, INTENT.directMessageReactions],
  GUILD_MEMBER_ADD: [INTENT.guildMembers, 0],
  GUILD_MEMBER_REMOVE: [INTENT.guildMembers, 0],
  GUILD_CREATE: [INTENT.guilds, 0],
  GUILD_DELETE: [INTENT.guilds, 0],
  CHANNEL_CREATE: [INTENT.guilds, 0],
  CHANNEL_DELETE: [INTENT.guilds, 0],
  THREAD_CREATE: [INTENT.guilds, 0],
  THREAD_UPDATE: [INTENT.guilds, 0],
  THREAD_DELETE: [INTENT.guilds, 0],
  THREAD_MEMBERS_UPDATE: [INTENT.guilds, 0],
};

/** Whether a session with these intents hears of an event; what stands in no list goes to everybody. */
export function isHeard(event: string, inGuild: boolean, intents: number): boolean {
  const needed = BY_EVENT[event];
  if (!needed) return true;
  const bits = needed[inGuild ? 0 : 1];
  return (intents & bits) !== 0;
}
