import { randomBytes } from 'node:crypto';
import type { Json } from '../../support/json.ts';
import { refusal } from '../api-error.ts';
import type { Core } from '../core.ts';
import { messageJson } from './messages.ts';
import type { ChannelRecord, MessageRecord } from './records.ts';
import { channelJson, memberJson, userJson } from './serialise.ts';

/** interactions/receiving-and-responding.mdx: first response within 3 seconds, token valid for 15 minutes. */
export const FIRST_ANSWER_MS = 3_000;
export const TOKEN_LIFE_MS = 15 * 60_000;
/** Same page, Create Followup Message: at most 5 when only the user has installed the app. */
const USER_INSTALL_FOLLOW_UPS = 5;

export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
export type InteractionType = (typeof INTERACTION)[keyof typeof INTERACTION];

/** A form as the user has it open. */
export type OpenModal = {
  readonly title: string;
  readonly customId: string;
  /** The modal's components as the bot sent them. */
  readonly components: readonly Json[];
  readonly interactionId: string;
};

/** What the user sees of the first answer. */
export type Answer =
  | { readonly kind: 'message'; readonly messageId: string }
  /** "The app is thinking…" */
  | { readonly kind: 'deferred'; readonly messageId: string }
  | { readonly kind: 'updated' }
  | { readonly kind: 'deferredUpdate' }
  | { readonly kind: 'modal'; readonly modal: OpenModal }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: unknown }[];
    }
  /** "This interaction failed" or "The application did not respond". */
  | { readonly kind: 'failed' };

export type InteractionRecord = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: ChannelRecord;
  readonly createdAt: number;
  /** The message with the pressed component, or on which the submitted form was opened. */
  readonly source: MessageRecord | undefined;
  readonly onlyUserInstall: boolean;
  answer: Answer | null;
  originalId: string | null;
  followUps: number;
};

export type Interactions = {
  /** Hands an interaction to the bot and starts its clock. */
  begin(
    draft: Pick<InteractionRecord, 'type' | 'userId' | 'channel' | 'source'>,
    data: Json,
  ): InteractionRecord;
  /** The interaction that waits for its first answer. @throws ApiError 10062, 40060 */
  awaiting(id: string, token: string): InteractionRecord;
  /** The answered interaction a token belongs to. @throws ApiError 50027, 10015 */
  answered(applicationId: string, token: string): InteractionRecord;
  /** @throws ApiError 40094 */
  countFollowUp(interaction: InteractionRecord): void;
  readonly all: ReadonlyMap<string, InteractionRecord>;
  /** Those who still wait for an answer get none. */
  close(): void;
};

export function createInteractions(core: Core): Interactions {
  const all = new Map<string, InteractionRecord>();
  const byToken = new Map<string, InteractionRecord>();

  return {
    all,
    begin(draft, data) {
      const { world } = core;
      const user = world.users.get(draft.userId);
      const interaction: InteractionRecord = {
        ...draft,
        id: core.newId(),
        token: randomBytes(48).toString('base64url'),
        createdAt: core.clock.now(),
        onlyUserInstall: user?.hasInstalledApp === true && !servesGuild(core, draft.channel),
        answer: null,
        originalId: null,
        followUps: 0,
      };
      all.set(interaction.id, interaction);
      byToken.set(interaction.token, interaction);
      core.clock.after(FIRST_ANSWER_MS, () => {
        if (interaction.answer) return;
        interaction.answer = { kind: 'failed' };
        core.changed();
      });
      const { guildId } = draft.channel;
      core.dispatch('INTERACTION_CREATE', guildId, { ...interactionJson(core, interaction), data });
      return interaction;
    },
    awaiting(id, token) {
      const interaction = all.get(id);
      if (!interaction || interaction.token !== token || interaction.answer?.kind === 'failed')
        throw refusal(10062);
      if (interaction.answer) throw refusal(40060);
      return interaction;
    },
    answered(applicationId, token) {
      const interaction = byToken.get(token);
      if (applicationId !== core.applicationId || !interaction) throw refusal(10015);
      if (core.clock.now() - interaction.createdAt > TOKEN_LIFE_MS) throw refusal(50027);
      if (!interaction.answer || interaction.answer.kind === 'failed') throw refusal(10015);
      return interaction;
    },
    countFollowUp(interaction) {
      if (interaction.onlyUserInstall && interaction.followUps >= USER_INSTALL_FOLLOW_UPS)
        throw refusal(40094);
      interaction.followUps += 1;
    },
    close() {
      for (const interaction of all.values()) interaction.answer ??= { kind: 'failed' };
      core.changed();
    },
  };
}

/** Whether the app is installed where the channel is: in the server, or for the direct message by a shared server. */
function servesGuild(core: Core, channel: ChannelRecord): boolean {
  if (channel.guildId === undefined) return core.world.sharesGuildWithBot(channel.recipientId ?? '');
  return core.world.guilds.get(channel.guildId)?.members.has(core.world.bot.id) ?? false;
}

/** A "partial channel": nobody may count on the owner of a thread being in it. */
function partialChannelJson({ world }: Core, channel: ChannelRecord): Json {
  const { owner_id: _, ...partial } = channelJson(channel, world.users);
  return partial;
}

/** interactions/receiving-and-responding.mdx, Interaction Structure, without `data`. */
function interactionJson(core: Core, interaction: InteractionRecord): Json {
  const { world } = core;
  const { channel, userId, source } = interaction;
  const user = world.users.get(userId) ?? world.bot;
  const guild = world.guilds.get(channel.guildId ?? '');
  const member = guild?.members.get(userId);
  const permissions = (id: string) => world.permissionsOf(id, channel).toString();
  const who =
    guild && member
      ? {
          member: { ...memberJson(member), user: userJson(user), permissions: permissions(userId) },
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        }
      : { user: userJson(user) };
  return {
    id: interaction.id,
    application_id: core.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...partialChannelJson(core, channel), permissions: permissions(userId) },
    locale: user.locale,
    app_permissions: permissions(world.bot.id),
    entitlements: [],
    context: guild ? 0 : 1,
    attachment_size_limit: 10 * 1024 * 1024,
    authorizing_integration_owners: {
      ...(interaction.onlyUserInstall ? {} : { 0: guild?.id ?? '0' }),
      ...(user.hasInstalledApp && { 1: userId }),
    },
    ...who,
    // The message is one of the bot's own, so its content shows.
    ...(source && { message: messageJson(core, source, true) }),
  };
}
