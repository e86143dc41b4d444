import type { Json } from '../../support/json.ts';

/** What the stand-in remembers of everything; the wire forms are made in `serialise.ts`. */
export type UserRecord = {
  readonly id: string;
  readonly username: string;
  readonly globalName: string;
  readonly bot: boolean;
  /** A Discord locale such as `en-US` or `ko`. */
  locale: string;
  /** Takes no messages from the bot. */
  blocksDirectMessages: boolean;
  /** Has installed the app for themselves (user install). */
  hasInstalledApp: boolean;
};

export type RoleRecord = {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  mentionable: boolean;
};
export type MemberRecord = {
  readonly userId: string;
  readonly roleIds: Set<string>;
  readonly joinedAt: number;
};
export type Overwrite = {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
};

export type GuildRecord = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: Map<string, RoleRecord>;
  readonly members: Map<string, MemberRecord>;
};

/** 0 text channel, 1 direct message, 11 public thread, 12 private thread (developers/resources/channel.mdx). */
export type ChannelType = 0 | 1 | 11 | 12;

export type ChannelRecord = {
  readonly id: string;
  readonly type: ChannelType;
  name: string;
  readonly guildId?: string;
  /** Of a thread: the channel it hangs from. */
  readonly parentId?: string;
  /** Of a direct message: the person. */
  readonly recipientId?: string;
  readonly ownerId?: string;
  readonly createdAt: number;
  readonly overwrites: Overwrite[];
  readonly messages: Map<string, MessageRecord>;
  lastMessageId: string | null;
  readonly threadMembers: Set<string>;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  invitable: boolean;
};

export type AttachmentRecord = {
  readonly id: string;
  readonly channelId: string;
  readonly filename: string;
  /** The name as it was, without its ending, when `filename` had to differ (resources/message.mdx, Attachment). */
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What Discord says the size is; a test may make it lie. */
  readonly claimedBytes: number;
  readonly ephemeral: boolean;
};

export type MessageRecord = {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** 0 ordinary, 18 thread created, 19 reply, 20 answer to a slash command. */
  readonly type: number;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly AttachmentRecord[];
  flags: number;
  readonly createdAt: number;
  editedAt: number | null;
  readonly nonce: string | number | undefined;
  readonly referencedId: string | undefined;
  /** Set for a message that only one person sees. */
  readonly ephemeralFor: string | undefined;
  readonly interactionId: string | undefined;
  mentionedUserIds: readonly string[];
  mentionedRoleIds: readonly string[];
  mentionsEveryone: boolean;
  /** Whom it notified when it was sent: `everyone`, `here`, `role:ID`, `user:ID`. */
  readonly pings: readonly string[];
  /** Earlier contents, oldest first. */
  readonly history: string[];
  readonly reactions: Map<string, Set<string>>;
  threadId: string | undefined;
};

/** Message flags (developers/resources/message.mdx, Message Flags). */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  isVoiceMessage: 1 << 13,
  isComponentsV2: 1 << 15,
} as const;
