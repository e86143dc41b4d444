import type { Json } from '../../support/json.ts';

/** Why a workspace's bot token is no good: `token_revoked`, `account_inactive`. */
export type TokenState = 'active' | 'revoked' | 'uninstalled';

export type TeamRecord = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly bot: { readonly userId: string; readonly botId: string };
  token: string;
  tokenState: TokenState;
  scopes: ReadonlySet<string>;
};

export type UserRecord = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
  locale: string;
  timeZone: string;
  isAdmin: boolean;
  isOwner: boolean;
  isPrimaryOwner: boolean;
  deleted: boolean;
};

export type ChannelKind = 'im' | 'channel' | 'group';

export type ChannelRecord = {
  readonly id: string;
  readonly teamId: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly createdAt: number;
  /** Of a direct message: the person on the other side of the bot. */
  readonly userId?: string;
  readonly members: Set<string>;
  /** By `ts`, oldest first; replies and ephemeral ones too. */
  readonly messages: Map<string, MessageRecord>;
  /** The replies that everybody sees, by the `ts` of their thread's first message, oldest first. */
  readonly replies: Map<string, MessageRecord[]>;
  archived: boolean;
};

export type MessageRecord = {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  /** Posted by the bot. */
  readonly isFromBot: boolean;
  readonly clientMessageId?: string;
  readonly threadTs?: string;
  readonly isBroadcast: boolean;
  /** Only this person sees it. */
  readonly ephemeralFor?: string;
  readonly files: readonly FileRecord[];
  readonly unfurls: boolean;
  text: string;
  blocks: readonly Json[];
  attachments: readonly Json[];
  metadata: Json | undefined;
  editedTs: string | undefined;
  /** Earlier texts, oldest first. */
  readonly history: string[];
};

export type FileRecord = {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly bytes: Uint8Array;
  /** What Slack says the size is; a test may lie. */
  readonly claimedBytes: number;
  readonly createdAt: number;
  /** Slack Connect: the event tells no more than the id (docs.slack.dev/reference/objects/file-object). */
  readonly needsLookUp: boolean;
  readonly sharedIn: Set<string>;
  deleted: boolean;
};
