import { createHash } from 'node:crypto';
import {
  type APIMessage,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  REST,
  type RESTGetAPIChannelMessagesResult,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { DISCORD_LIMITS } from './limits.ts';
import type { MessageBody, MessagePart } from './outgoing.ts';
import type { InteractionKey } from './reply-token.ts';

/** Waits out 429s and repeats 5xx as discord.js does, within bounds: a job is there to try again later. */
export function createRest(token: string, apiUrl: string | undefined): REST {
  return new REST({
    version: '10',
    ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/, '') }),
    timeout: 15_000,
    retries: 2,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > DISCORD_LIMITS.longestRateLimitWaitMs,
  }).setToken(token);
}

/** The requests that the adapter makes, each in one place. Nothing of it needs the gateway. */
export type DiscordApi = ReturnType<typeof createDiscordApi>;

const withFlags = (body: MessageBody, hidden: boolean) =>
  hidden ? { ...body, flags: MessageFlags.Ephemeral } : body;

export function createDiscordApi(rest: REST) {
  const respond = (key: InteractionKey, type: InteractionResponseType, data?: object, part?: MessagePart) =>
    rest.post(Routes.interactionCallback(key.interactionId, key.token), {
      // The token in the address is all the authority needed, and keeps this out of the bot's own limits.
      auth: false,
      body: { type, ...(data && { data }) },
      query: new URLSearchParams({ with_response: 'true' }),
      ...(part && { files: [...part.files] }),
    }) as Promise<RESTPostAPIInteractionCallbackWithResponseResult | null>;

  return {
    /** Shown once, however often it is sent with this nonce within some minutes. */
    createMessage: (channelId: string, { body, files }: MessagePart, nonce: string) =>
      rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files: [...files],
      }) as Promise<APIMessage>,
    editMessage: (channelId: string, messageId: string, { body, files }: MessagePart) =>
      rest.patch(Routes.channelMessage(channelId, messageId), {
        body,
        files: [...files],
      }) as Promise<APIMessage>,
    deleteMessage: (channelId: string, messageId: string) =>
      rest.delete(Routes.channelMessage(channelId, messageId)),
    getMessage: (channelId: string, messageId: string) =>
      rest.get(Routes.channelMessage(channelId, messageId)) as Promise<APIMessage>,
    /** Newest first, at most 100, of those after an id. */
    getMessagesAfter: (channelId: string, after: string) =>
      rest.get(Routes.channelMessages(channelId), {
        query: new URLSearchParams({ after, limit: String(DISCORD_LIMITS.catchUpPageMessages) }),
      }) as Promise<RESTGetAPIChannelMessagesResult>,
    getChannel: (channelId: string) => rest.get(Routes.channel(channelId)),
    openDirect: (userId: string) =>
      rest.post(Routes.userChannels(), { body: { recipient_id: userId } }) as Promise<{
        readonly id: string;
      }>,
    /** The thread has the message's id, so there is only ever one. */
    startThreadAt: (channelId: string, messageId: string, name: string) =>
      rest.post(Routes.threads(channelId, messageId), {
        body: { name, auto_archive_duration: ThreadAutoArchiveDuration.OneWeek },
      }) as Promise<{ readonly id: string }>,
    /** For those who are added, and nobody they invite. */
    startPrivateThread: (channelId: string, name: string) =>
      rest.post(Routes.threads(channelId), {
        body: {
          name,
          type: ChannelType.PrivateThread,
          invitable: false,
          auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
        },
      }) as Promise<{ readonly id: string }>,
    addToThread: (threadId: string, userId: string) => rest.put(Routes.threadMembers(threadId, userId)),
    triggerTyping: (channelId: string) => rest.post(Routes.channelTyping(channelId)),

    respond,
    /** Answers an interaction with a message. @returns its id, or `null` when Discord does not say */
    async respondWithMessage(
      key: InteractionKey,
      part: MessagePart,
      hidden: boolean,
    ): Promise<string | null> {
      const type = InteractionResponseType.ChannelMessageWithSource;
      const answer = await respond(key, type, withFlags(part.body, hidden), part);
      return answer?.resource?.message?.id ?? null;
    },
    getOriginal: ({ applicationId, token }: InteractionKey) =>
      rest.get(Routes.webhookMessage(applicationId, token), { auth: false }) as Promise<APIMessage>,
    editOriginal: ({ applicationId, token }: InteractionKey, { body, files }: MessagePart) =>
      rest.patch(Routes.webhookMessage(applicationId, token), {
        auth: false,
        body,
        files: [...files],
      }) as Promise<APIMessage>,
    deleteOriginal: ({ applicationId, token }: InteractionKey) =>
      rest.delete(Routes.webhookMessage(applicationId, token), { auth: false }),
    followUp: ({ applicationId, token }: InteractionKey, { body, files }: MessagePart, hidden: boolean) =>
      rest.post(Routes.webhook(applicationId, token), {
        auth: false,
        body: withFlags(body, hidden),
        files: [...files],
        query: new URLSearchParams({ wait: 'true' }),
      }) as Promise<APIMessage>,
  };
}

/** A job's key as a nonce: the same for each attempt, another for each part of the message. */
export function nonceOf(idempotencyKey: string, partIndex: number): string {
  const hash = createHash('sha256').update(`${partIndex}:${idempotencyKey}`).digest('base64url');
  return hash.slice(0, DISCORD_LIMITS.nonceCharacters);
}
