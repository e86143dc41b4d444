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
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMANDS } from '../../src/chat/commands.ts';
import type { Locale } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { DiscordWords } from './words.ts';

/** As `Command` of the table, which keeps that type to itself. */
type TableCommand = {
  readonly name: string;
  readonly description: Readonly<Record<Locale, string>>;
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  readonly arguments: readonly TableArgument[];
};
type TableArgument = {
  readonly name: string;
  readonly kind: 'choice' | 'text' | 'number' | 'file';
  readonly values?: readonly { readonly value: string }[];
  readonly suggests?: boolean;
};
type Words = Readonly<Record<Locale, DiscordWords>>;
type Subcommand = APIApplicationCommandSubcommandOption;

/** interactions/application-commands.mdx, Application Command Naming. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const ROOT = { name: 'interview', ko: '면접' } as const;

/** The whole of `/interview`, from the table of commands that all platforms share. */
export function buildCommand(words: Words): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const table: readonly TableCommand[] = COMMANDS;
  const groups = [...new Set(table.flatMap(({ name }) => (name.includes(' ') ? [groupOf(name)] : [])))];
  const single = table.filter(({ name }) => !name.includes(' '));
  return {
    type: ApplicationCommandType.ChatInput,
    name: ROOT.name,
    name_localizations: { ko: ROOT.ko },
    ...described(words.en.menu.interview, words.ko.menu.interview),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      ...single.map((command) => toSubcommand(command, words, koreanName(command.words.ko))),
      ...groups.map((group) => toGroup(group, table, words)),
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
  table: readonly TableCommand[],
  words: Words,
): APIApplicationCommandSubcommandGroupOption {
  const members = table.filter(({ name }) => name.startsWith(`${group} `));
  // `이력서 업로드` is the Korean for `cv upload`, so `이력서` is that for `cv`, and `목록` that for `list`.
  const korean = members[0]?.words.ko[0]?.split(' ')[0] ?? '';
  const koreanOf = ({ words: { ko } }: TableCommand) =>
    koreanName(
      ko.flatMap((phrase) => (phrase.startsWith(`${korean} `) ? [phrase.slice(korean.length + 1)] : [])),
    );
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: group,
    ...(NAME.test(korean) && { name_localizations: { ko: korean } }),
    ...described(words.en.menu.group(group), words.ko.menu.group(group)),
    options: members.map((command) =>
      toSubcommand({ ...command, name: command.name.slice(group.length + 1) }, words, koreanOf(command)),
    ),
  };
}

function toSubcommand(command: TableCommand, words: Words, korean: string | null): Subcommand {
  const { name, description, arguments: given } = command;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...(korean && { name_localizations: { ko: korean } }),
    ...described(description.en, description.ko),
    ...(given.length > 0 && { options: given.map((argument) => toOption(argument, words)) }),
  };
}

function toOption(argument: TableArgument, words: Words): APIApplicationCommandBasicOption {
  const { name, kind, values = [], suggests = false } = argument;
  const [en, ko] = [words.en.menu.argument(name), words.ko.menu.argument(name)];
  const base = {
    name,
    ...(NAME.test(ko.name) && { name_localizations: { ko: ko.name } }),
    ...described(en.description, ko.description),
  };
  switch (kind) {
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: values.slice(0, DISCORD_LIMITS.commandChoices).map(({ value }) => ({
          name: words.en.menu.value(name, value),
          name_localizations: { ko: words.ko.menu.value(name, value) },
          value,
        })),
      } satisfies APIApplicationCommandStringOption;
    case 'text':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: DISCORD_LIMITS.autocompleteCharacters,
        ...(suggests && { autocomplete: true }),
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
        file_types: ['.pdf'],
      } satisfies APIApplicationCommandAttachmentOption;
    default:
      return kind satisfies never;
  }
}
