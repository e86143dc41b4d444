import {
  type APIApplicationCommandAttachmentOption,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type FileUploadType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { ADMIN_COMMANDS } from '../../src/chat/admin-command-table.ts';
import type { Command, CommandArgument } from '../../src/chat/command-table.ts';
import { COMMANDS } from '../../src/chat/commands.ts';
import type { Locale } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { DiscordMenu, DiscordWords } from './words.ts';

type Words = Readonly<Record<Locale, DiscordWords>>;
type Menus = Readonly<Record<Locale, DiscordMenu>>;
type Subcommand = APIApplicationCommandSubcommandOption;
type RootCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** interactions/application-commands.mdx, Application Command Naming. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
export const ADMIN_ROOT = 'interview-admin';

/** The root commands, from the tables that all platforms share: `/interview` and `/interview-admin`. */
export function buildCommands({ en, ko }: Words): readonly RootCommand[] {
  return [
    {
      ...buildRoot(COMMANDS, { name: 'interview', ko: '면접' }, { en: en.menu, ko: ko.menu }, '.pdf'),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    },
    {
      ...buildRoot(
        ADMIN_COMMANDS,
        { name: ADMIN_ROOT, ko: '면접관리' },
        { en: en.adminMenu, ko: ko.adminMenu },
        '.csv',
      ),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      // Only what Discord shows at first: who may do what is looked at for every command.
      default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    },
  ];
}

function buildRoot(
  table: readonly Command[],
  root: { readonly name: string; readonly ko: string },
  menus: Menus,
  fileType: FileUploadType,
): RootCommand {
  const groups = [...new Set(table.flatMap(({ name }) => (name.includes(' ') ? [groupOf(name)] : [])))];
  const single = table.filter(({ name }) => !name.includes(' '));
  return {
    type: ApplicationCommandType.ChatInput,
    name: root.name,
    name_localizations: { ko: root.ko },
    ...described(menus.en.root, menus.ko.root),
    options: [
      ...single.map((command) => toSubcommand(command, menus, koreanName(command.words.ko), fileType)),
      ...groups.map((group) => toGroup(group, table, menus, fileType)),
    ],
  };
}

function groupOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

function described(en: string, ko: string) {
  const cut = (text: string) => text.slice(0, DISCORD_LIMITS.commandDescriptionCharacters);
  return { description: cut(en), description_localizations: { ko: cut(ko) } };
}

/** The first Korean word for a command that Discord takes for a name: one word. */
function koreanName(words: readonly string[]): string | null {
  return words.find((word) => NAME.test(word)) ?? null;
}

function toGroup(
  group: string,
  table: readonly Command[],
  menus: Menus,
  fileType: FileUploadType,
): APIApplicationCommandSubcommandGroupOption {
  const members = table.filter(({ name }) => name.startsWith(`${group} `));
  // `이력서 업로드` is the Korean for `cv upload`, so `이력서` is that for `cv`, and `목록` that for `list`.
  const korean = members[0]?.words.ko[0]?.split(' ')[0] ?? '';
  const koreanOf = ({ words: { ko } }: Command) =>
    koreanName(
      ko.flatMap((phrase) => (phrase.startsWith(`${korean} `) ? [phrase.slice(korean.length + 1)] : [])),
    );
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: group,
    ...(NAME.test(korean) && { name_localizations: { ko: korean } }),
    ...described(menus.en.group(group), menus.ko.group(group)),
    options: members.map((command) =>
      toSubcommand(
        { ...command, name: command.name.slice(group.length + 1) },
        menus,
        koreanOf(command),
        fileType,
      ),
    ),
  };
}

function toSubcommand(
  command: Command,
  menus: Menus,
  korean: string | null,
  fileType: FileUploadType,
): Subcommand {
  const { name, description, arguments: given } = command;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...(korean && { name_localizations: { ko: korean } }),
    ...described(description.en, description.ko),
    ...(given.length > 0 && { options: given.map((argument) => toOption(argument, menus, fileType)) }),
  };
}

function toOption(
  argument: CommandArgument,
  menus: Menus,
  fileType: FileUploadType,
): APIApplicationCommandBasicOption {
  const { name } = argument;
  const [en, ko] = [menus.en.argument(name), menus.ko.argument(name)];
  const base = {
    name,
    ...(NAME.test(ko.name) && { name_localizations: { ko: ko.name } }),
    ...described(en.description, ko.description),
  };
  switch (argument.kind) {
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: argument.values.slice(0, DISCORD_LIMITS.commandChoices).map(({ value }) => ({
          name: menus.en.value(name, value),
          name_localizations: { ko: menus.ko.value(name, value) },
          value,
        })),
      } satisfies APIApplicationCommandStringOption;
    case 'text':
    case 'code':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: DISCORD_LIMITS.autocompleteCharacters,
        ...(argument.kind === 'text' && argument.suggests && { autocomplete: true }),
      } as APIApplicationCommandStringOption;
    case 'number':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
      } satisfies APIApplicationCommandIntegerOption;
    case 'file':
      return {
        ...base,
        type: ApplicationCommandOptionType.Attachment,
        file_types: [fileType],
      } satisfies APIApplicationCommandAttachmentOption;
    default:
      return argument satisfies never;
  }
}
