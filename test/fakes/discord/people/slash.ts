import { CannotDo } from '../../support/cannot.ts';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { PERMISSION } from '../permissions.ts';
import type { ChannelRecord, UserRecord } from '../world/records.ts';
import { attachmentJson, channelJson, userJson } from '../world/serialise.ts';
import { demandFileType, isUpload, type Upload, upload } from './uploads.ts';

export type SlashValue = string | number | boolean | Upload;
export type SlashOptions = Readonly<Record<string, SlashValue>>;

const STRING = 3;
const ATTACHMENT = 11;

function nameFor(named: Json, locale: string): string {
  const names = named['name_localizations'];
  return (isJson(names) && textOf(names[locale])) || textOf(named['name']);
}

/** Whether Discord shows the command to this person there (application-commands.mdx, Contexts, Permissions). */
function isOffered(core: Core, command: Json, user: UserRecord, channel: ChannelRecord): boolean {
  const { world } = core;
  const context = channel.guildId === undefined ? 1 : 0;
  const contexts = command['contexts'];
  if (Array.isArray(contexts) && !contexts.includes(context)) return false;
  const types = Array.isArray(command['integration_types']) ? command['integration_types'] : [0];
  const guild = world.guilds.get(channel.guildId ?? '');
  const inGuild = guild ? guild.members.has(world.bot.id) : world.sharesGuildWithBot(user.id);
  if (!(types.includes(0) && inGuild) && !(types.includes(1) && user.hasInstalledApp)) return false;
  const needed = command['default_member_permissions'];
  if (needed == null || !guild) return true;
  const has = world.permissionsOf(user.id, channel);
  if ((has & PERMISSION.administrator) !== 0n) return true;
  return needed !== '0' && (has & BigInt(String(needed))) === BigInt(String(needed));
}

/** What a person finds under `/`, in their language. */
export function offeredCommands(core: Core, user: UserRecord, channel: ChannelRecord) {
  return [...core.commands.values()]
    .filter((command) => (command['type'] ?? 1) === 1 && isOffered(core, command, user, channel))
    .map((command) => ({ name: nameFor(command, user.locale), command }));
}

/** The `data` of an interaction for `words`, such as `interview cv upload`. @throws CannotDo */
export function slashData(
  core: Core,
  user: UserRecord,
  channel: ChannelRecord,
  words: string,
  given: SlashOptions,
  focused?: string,
): Json {
  const [root = '', ...path] = words.replace(/^\//, '').split(/\s+/);
  const named = (entry: Json, name: string) => entry['name'] === name || nameFor(entry, user.locale) === name;
  const offered = offeredCommands(core, user, channel).find(({ command }) => named(command, root));
  if (!offered) throw new CannotDo(`/${root} is not offered to ${user.username} there.`);
  const { command } = offered;
  const resolved: {
    attachments?: Record<string, Json>;
    users?: Record<string, Json>;
    channels?: Record<string, Json>;
  } = {};
  const optionsOf = (owner: Json, rest: readonly string[]): readonly Json[] => {
    const definitions = objectsOf(owner['options']);
    const nested = definitions.filter(({ type }) => type === 1 || type === 2);
    if (nested.length === 0) {
      if (rest.length > 0) throw new CannotDo(`/${words} has no ${rest.join(' ')}.`);
      return valuesOf(definitions);
    }
    const [name = '', ...further] = rest;
    const chosen = nested.find((entry) => named(entry, name));
    if (!chosen) throw new CannotDo(`/${words} is not complete, or has no such subcommand.`);
    return [{ name: chosen['name'], type: chosen['type'], options: optionsOf(chosen, further) }];
  };
  const valuesOf = (definitions: readonly Json[]): readonly Json[] => {
    const unknown = Object.keys(given).find(
      (name) => !definitions.some((definition) => definition['name'] === name),
    );
    if (unknown !== undefined) throw new CannotDo(`/${words} has no option ${unknown}.`);
    return definitions.flatMap((definition) => {
      const name = textOf(definition['name']);
      const value = given[name];
      const isFocused = focused === name;
      if (value === undefined) {
        if (definition['required'] === true && focused === undefined)
          throw new CannotDo(`${name} is required.`);
        return [];
      }
      if (focused === undefined) demandFits(definition, value);
      return [
        {
          name,
          type: definition['type'],
          value: wire(definition, value),
          ...(isFocused && { focused: true }),
        },
      ];
    });
  };
  const wire = (definition: Json, value: SlashValue): unknown => {
    if (isUpload(value)) {
      demandFileType(definition, value);
      const file = upload(core, channel, value, true);
      resolved.attachments = { ...resolved.attachments, [file.id]: attachmentJson(file, core.files) };
      return file.id;
    }
    if (definition['type'] === 6) {
      const other = core.world.users.get(String(value));
      if (other) resolved.users = { ...resolved.users, [other.id]: userJson(other) };
    }
    if (definition['type'] === 7) {
      const other = core.world.channels.get(String(value));
      if (other)
        resolved.channels = { ...resolved.channels, [other.id]: channelJson(other, core.world.users) };
    }
    return value;
  };
  const options = optionsOf(command, path);
  return {
    id: command['id'],
    name: command['name'],
    type: 1,
    options,
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

/** What Discord's client checks before it sends a command. */
function demandFits(definition: Json, value: SlashValue): void {
  const name = textOf(definition['name']);
  const fail = (why: string) => {
    throw new CannotDo(`${name}: ${why}`);
  };
  if ((definition['type'] === ATTACHMENT) !== isUpload(value))
    fail('a file goes into an attachment option only');
  const choices = objectsOf(definition['choices']);
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value))
    fail(`${String(value)} is no choice`);
  if (definition['type'] === STRING) {
    const { min_length: min, max_length: max } = definition;
    if (typeof value !== 'string') return fail('must be text');
    if (value.length < Number(min ?? 0) || value.length > Number(max ?? 6000)) fail('has the wrong length');
  }
  if (definition['type'] === 4 || definition['type'] === 10) {
    const { min_value: min, max_value: max } = definition;
    if (typeof value !== 'number') return fail('must be a number');
    if (definition['type'] === 4 && !Number.isInteger(value)) fail('must be a whole number');
    if (value < Number(min ?? -Infinity) || value > Number(max ?? Infinity)) fail('is out of range');
  }
}
