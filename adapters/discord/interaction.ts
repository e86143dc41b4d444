import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Suggestion } from '../../src/chat/adapter.ts';
import { ADMIN_PREFIX } from '../../src/chat/admin-command-table.ts';
import type { AttachmentRef, Incoming, Locale, Sender, Venue } from '../../src/chat/message.ts';
import { toInteractionAttachment } from './attachment-ref.ts';
import { ADMIN_ROOT } from './commands.ts';
import {
  conversationOf,
  type DiscordPlace,
  eventIdOf,
  placeIdOf,
  platformUserOf,
  sharedScopeOf,
} from './conversation-id.ts';
import { readSubmission } from './forms.ts';
import { scopeOfType, toSender } from './incoming.ts';
import { type InteractionKey, toReplyToken } from './reply-token.ts';

/** An interaction that the bot has to hear of. */
export type Taken =
  | APIChatInputApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction;

export function isTaken(interaction: APIInteraction): interaction is Taken {
  if (interaction.type === InteractionType.ApplicationCommand) {
    return interaction.data.type === ApplicationCommandType.ChatInput;
  }
  return (
    interaction.type === InteractionType.MessageComponent || interaction.type === InteractionType.ModalSubmit
  );
}

type Basic = APIInteraction | APIApplicationCommandAutocompleteInteraction;

/** Where an interaction happened; `scope` is `null` in a private thread, as Discord does not say whose it is. */
export function placeOfInteraction(
  interaction: Basic,
): Omit<DiscordPlace, 'scope'> & { readonly scope: DiscordPlace['scope'] | null } {
  const { guild_id: guildId, channel, channel_id: channelId } = interaction;
  return {
    scope: guildId === undefined ? 'direct' : scopeOfType(channel?.type),
    channelId: channel?.id ?? channelId ?? '0',
    userId: (interaction.member?.user ?? interaction.user)?.id ?? '0',
  };
}

/** Where an interview that is begun here could be held instead. */
function venuesFor(interaction: Taken, { scope }: DiscordPlace): readonly Venue[] | null {
  if (isDirectOrOwn(scope)) return null;
  const rights = BigInt(interaction.app_permissions ?? '0');
  const allows = (right: bigint) => (rights & right) === right;
  const threads = interaction.channel?.type === ChannelType.GuildText;
  return [
    'direct',
    ...(threads && allows(PRIVATE_THREAD) ? (['private'] as const) : []),
    ...(threads && allows(WATCHED_THREAD) ? (['watched'] as const) : []),
  ];
}

const isDirectOrOwn = (scope: DiscordPlace['scope']) => scope === 'direct' || scope === 'private';
const { SendMessages, SendMessagesInThreads, CreatePublicThreads, CreatePrivateThreads } =
  PermissionFlagsBits;
const PRIVATE_THREAD = CreatePrivateThreads | SendMessagesInThreads;
const WATCHED_THREAD = SendMessages | CreatePublicThreads | SendMessagesInThreads;

/** `null` for a language that the bot does not speak: what the user chose there, or its default, stays. */
export function localeOf({ locale = '' }: { readonly locale?: string }): Locale | null {
  const language = locale.split('-')[0];
  return language === 'ko' || language === 'en' ? language : null;
}

const ADMIN_RIGHTS = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

function senderOf(interaction: Basic): Sender {
  const { member, user } = interaction;
  const person = member?.user ?? user;
  const locale = localeOf(interaction as { readonly locale?: string });
  return {
    ...(person ? toSender(person) : { id: platformUserOf('0'), name: '?' }),
    ...(locale && { locale }),
    ...(member && { isWorkspaceAdmin: (BigInt(member.permissions) & ADMIN_RIGHTS) !== 0n }),
  };
}

export function keyOfInteraction(interaction: Taken, at: number): InteractionKey {
  // A modal that a press opened changes nothing that is seen; one that a command opened wants its reply.
  const pressed =
    interaction.type === InteractionType.MessageComponent ||
    (interaction.type === InteractionType.ModalSubmit && interaction.message !== undefined);
  return {
    applicationId: interaction.application_id,
    interactionId: interaction.id,
    token: interaction.token,
    issuedAt: at,
    wants: pressed ? 'update' : 'reply',
  };
}

/** What a user did by a command, a button, a menu or a modal. */
export function toIncoming(interaction: Taken, key: InteractionKey, place: DiscordPlace): Incoming {
  const venues = venuesFor(interaction, place);
  const base = {
    id: eventIdOf(interaction.id),
    conversation: conversationOf(place),
    scope: sharedScopeOf(place.scope),
    ...(venues && { venues }),
    from: senderOf(interaction),
    ...(interaction.guild_id !== undefined && {
      place: placeIdOf(interaction.guild_id),
      channel: place.channelId,
    }),
    at: key.issuedAt,
    replyToken: toReplyToken(key),
  };
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return { ...base, opensForm: 'window', type: 'command', ...readCommand(interaction) };
    case InteractionType.MessageComponent:
      return { ...base, opensForm: 'window', type: 'choice', choice: choiceOf(interaction) };
    // A modal cannot be the answer to a modal.
    case InteractionType.ModalSubmit:
      return { ...base, type: 'form', form: interaction.data.custom_id, ...readSubmission(interaction.data) };
    default:
      return interaction satisfies never;
  }
}

function choiceOf({ data }: APIMessageComponentInteraction): string {
  return data.component_type === ComponentType.Button ? data.custom_id : (data.values[0] ?? data.custom_id);
}

type Command = {
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
};

function readCommand({ data }: APIChatInputApplicationCommandInteraction): Command {
  const { name, options } = unfold(data);
  const prefix = data.name === ADMIN_ROOT ? ADMIN_PREFIX : '';
  const args: Record<string, string> = {};
  const attachments: AttachmentRef[] = [];
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Attachment) {
      const file = data.resolved?.attachments?.[option.value];
      if (file) attachments.push(toInteractionAttachment(file));
    } else args[option.name] = String(option.value).trim();
  }
  return { name: `${prefix}${name}`, args, attachments };
}

type Options = APIChatInputApplicationCommandInteraction['data']['options'];
type Unfolded = {
  readonly name: string;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>[];
};

/** `/interview cv delete` is the root with a group with a subcommand, and means `cv delete`; the root alone means help. */
function unfold({ options }: { readonly options?: Options }): Unfolded {
  const path: string[] = [];
  let level: Options = options;
  for (;;) {
    const [first] = level ?? [];
    const nests =
      first?.type === ApplicationCommandOptionType.Subcommand ||
      first?.type === ApplicationCommandOptionType.SubcommandGroup;
    if (!nests) return { name: path.join(' ') || 'help', options: (level ?? []) as Unfolded['options'] };
    path.push(first.name);
    level = first.options as Options;
  }
}

/** What has been typed into the argument that Discord asks suggestions for. */
export function toSuggestion(interaction: APIApplicationCommandAutocompleteInteraction): Suggestion | null {
  const { name, options } = unfold(interaction.data as { readonly options?: Options });
  const focused = options.find((option) => 'focused' in option && option.focused === true);
  if (!focused) return null;
  const { id } = senderOf(interaction);
  return { command: name, argument: focused.name, typed: String(focused.value), user: id };
}
