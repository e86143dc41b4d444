/**
 * What a chat platform and the bot say to each other, in words that belong to no platform.
 * Every id is opaque: only the adapter that made it reads meaning into it.
 */

type Brand<Name extends string> = string & { readonly __brand: Name };

/** Unique per platform event, stable over redeliveries: `discord:1234`, `terminal:0198…`. */
export type EventId = Brand<'EventId'>;
/** Where replies go: `terminal:alice`. Starts with the platform's name and a colon. */
export type ConversationId = Brand<'ConversationId'>;
/** Who speaks, in the form that `ADMINS` uses: `discord:42`, `slack:T1/U1`, `terminal:alice`. */
export type PlatformUserId = Brand<'PlatformUserId'>;
/** A user's message on its platform; an edit or deletion names it again. */
export type MessageId = Brand<'MessageId'>;
/** Lets another process finish a deferred reply, while it is fresh. */
export type ReplyToken = Brand<'ReplyToken'>;
/** A server or workspace that has the bot: `discord:81`, `slack:T1`. */
export type PlaceId = Brand<'PlaceId'>;
/** A message of the bot on its platform, to be edited later. */
export type SentRef = Brand<'SentRef'>;

export const LOCALES = ['en', 'ko'] as const;
export type Locale = (typeof LOCALES)[number];

/** A file that a user sent; `ref` is what the adapter needs to fetch it. */
export type AttachmentRef = { readonly ref: string; readonly name: string; readonly bytes?: number };

/**
 * Where an interview that was begun in a channel can be held. `direct`: in direct messages. `private`: in a thread for its candidate
 * alone. `watched`: in a thread that others can read.
 */
export const VENUES = ['direct', 'private', 'watched'] as const;
export type Venue = (typeof VENUES)[number];

export type Sender = {
  readonly id: PlatformUserId;
  readonly name: string;
  readonly locale?: Locale;
  /** Runs the server or workspace that the event came from. */
  readonly isWorkspaceAdmin?: boolean;
};

type IncomingBase = {
  readonly id: EventId;
  readonly conversation: ConversationId;
  readonly scope: 'direct' | 'channel' | 'thread';
  readonly from: Sender;
  /** The server or workspace it happened in; none in a direct conversation that belongs to no such place. */
  readonly place?: PlaceId;
  /** The channel there, by its own id on the platform. */
  readonly channel?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly replyToken?: ReplyToken;
  /** In a channel: where an interview could be held instead. */
  readonly venues?: readonly Venue[];
  /** How a form can be opened as the answer to this very event: in a window, or asked for field by field. Absent where none can. */
  readonly opensForm?: 'window' | 'fields';
};

export type IncomingMessage = IncomingBase & {
  readonly type: 'message';
  readonly messageId: MessageId;
  readonly text: string;
  readonly attachments: readonly AttachmentRef[];
  readonly edit?: true;
  /** Sent while nobody listened, and read afterwards. */
  readonly missed?: true;
  /** The sender says that nothing else belongs to this message: a line of a pipe, a submitted form. */
  readonly final?: true;
};
export type IncomingChoice = IncomingBase & { readonly type: 'choice'; readonly choice: string };
export type IncomingForm = IncomingBase & {
  readonly type: 'form';
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
};
export type IncomingCommand = IncomingBase & {
  readonly type: 'command';
  /** A name of `COMMANDS`, for example `cv delete`, or one of `ADMIN_COMMANDS` after `admin `: `admin user find`. */
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
};

export type Incoming =
  | IncomingMessage
  | IncomingChoice
  | IncomingForm
  | IncomingCommand
  | (IncomingBase & { readonly type: 'deleted'; readonly messageId: MessageId })
  /** Somebody has come to the conversation; who is greeted depends on how often a platform says so. */
  | (IncomingBase & { readonly type: 'arrived'; readonly greets: 'everybody' | 'newcomers' })
  /** Somebody looks at the page that the platform keeps for each of its users (`ChatAdapter.publishHome`). */
  | (IncomingBase & { readonly type: 'homeOpened' })
  /** The bot was removed: `conversation` is what the ids of all conversations there begin with, `from` the bot itself. */
  | (IncomingBase & { readonly type: 'uninstalled' });

/** A button, an entry of a menu, a number in the terminal. `id` comes back as `IncomingChoice.choice`; at most 100 characters. */
export type Choice = {
  readonly id: string;
  /** At most 75 characters. */
  readonly label: string;
  readonly hint?: string;
  readonly style?: 'primary' | 'danger';
  /** It opens a form that is only of use in a window; where fields are asked for one by one it is left out. */
  readonly windowOnly?: true;
};

/** A score in points of `outOf`, or `null` when there is none. */
export type Score = { readonly points: number | null; readonly outOf: number; readonly estimate: boolean };

export type Card = {
  readonly title: string;
  readonly score?: Score;
  /** Markdown subset. */
  readonly body?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly footer?: string;
};

export type FormField = {
  readonly id: string;
  readonly label: string;
  readonly kind: 'line' | 'paragraph' | 'secret' | 'file';
  readonly required: boolean;
  readonly hint?: string;
  readonly maxLength?: number;
  /** What stands in it at first, where the platform can; never that of a secret. */
  readonly value?: string;
};
/** At most five fields. `id` comes back as `IncomingForm.form`; at most 100 characters. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
};

/** A file from the bot; `alt` describes it to somebody who cannot see it. */
export type OutgoingFile = { readonly name: string; readonly content: string; readonly alt: string };

/**
 * One message of the bot. Text is a small Markdown subset: `**bold**`, `_italic_`, `` `code` ``, fenced
 * code, `> quote`, lists with `- `. Adapters render it within their platform's limits.
 */
export type Outgoing = {
  readonly text?: string;
  readonly cards?: readonly Card[];
  readonly choices?: readonly Choice[];
  readonly files?: readonly OutgoingFile[];
  /**
   * What the bot waits for in the conversation itself. A platform can help with it: a hint how to upload, a button that
   * opens a file picker, and never showing it where it cannot be answered.
   */
  readonly expects?: 'file' | 'answer';
  /** The language it is written in, for the words that the platform's adapter adds of its own. */
  readonly locale?: Locale;
  /** A link to another conversation is added, where the platform has such links. */
  readonly linksTo?: ConversationId;
  readonly audience?: 'everyone' | 'participant';
  /** A name under which the sent message is remembered, so that a later one can edit it. */
  readonly key?: string;
  /** The message named so is replaced by this one; where it cannot be, this one is sent as new. */
  readonly edits?: string;
};
