import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/mini';
import { buildCommands } from '../../../adapters/discord/commands.ts';
import { isAsWanted } from '../../../adapters/discord/register-commands.ts';
import { ADMIN_COMMANDS } from '../../../src/chat/admin-command-table.ts';
import { COMMANDS } from '../../../src/chat/commands.ts';
import { checkCommand } from '../../fakes/discord/rules/commands.ts';
import { WORDS } from './words.ts';

type Option = {
  readonly name: string;
  readonly type: number;
  readonly name_localizations?: { readonly ko?: string };
  readonly options?: readonly Option[];
};

const [command, adminCommand] = buildCommands(WORDS);
if (!command || !adminCommand) throw new Error('There are two root commands.');
const options = command.options as unknown as readonly Option[];
const paths = options.flatMap(({ name, type, options: inner = [] }) =>
  type === 2 ? inner.map((member) => `${name} ${member.name}`) : [name],
);

describe('the command /interview', () => {
  it('has every command of the table as a subcommand', () => {
    expect([...paths].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it('is as Discord wants it', () => {
    expect(safeParse(ApplicationCommandCreateRequestSchema, command).error?.issues ?? []).toEqual([]);
    expect(() => checkCommand('create', JSON.parse(JSON.stringify(command)))).not.toThrow();
  });

  it('works in servers and in direct messages, installed by either', () => {
    expect(command).toMatchObject({ contexts: [0, 1], integration_types: [0, 1] });
  });

  it('has Korean names, each once in its menu', () => {
    const names = (level: readonly Option[]) => level.map((option) => option.name_localizations?.ko);
    expect(command.name_localizations).toEqual({ ko: '면접' });
    const cv = options.find(({ name }) => name === 'cv');
    expect(cv?.name_localizations?.ko).toBe('이력서');
    expect(names(cv?.options ?? [])).toEqual(['업로드', '목록', '삭제']);
    expect(names(options)).not.toContain(undefined);
    expect(new Set(names(options)).size).toBe(options.length);
  });

  it('takes PDFs only, and suggests topics', () => {
    const all = JSON.stringify(command);
    expect(all).toContain('"file_types":[".pdf"]');
    expect(all).toContain('"autocomplete":true');
  });
});

describe('the command /interview-admin', () => {
  const adminOptions = adminCommand.options as unknown as readonly Option[];
  const names = adminOptions.flatMap(({ name, type, options: inner = [] }) =>
    type === 2 ? inner.map((member) => `${name} ${member.name}`) : [name],
  );

  it('has every command of the table as a subcommand', () => {
    expect([...names].sort()).toEqual(ADMIN_COMMANDS.map(({ name }) => name).sort());
  });

  it('is as Discord wants it', () => {
    // Discord's documentation wants the permissions as text, its schema as a number, and it takes both.
    const asNumber = { ...adminCommand, default_member_permissions: 32 };
    expect(safeParse(ApplicationCommandCreateRequestSchema, asNumber).error?.issues ?? []).toEqual([]);
    expect(() => checkCommand('create', JSON.parse(JSON.stringify(adminCommand)))).not.toThrow();
  });

  it('works in servers alone, and is shown to those who may manage them', () => {
    const manageServer = (1 << 5).toString();
    expect(adminCommand).toMatchObject({
      contexts: [0],
      integration_types: [0],
      default_member_permissions: manageServer,
    });
  });

  it('has Korean names, each once in its menu', () => {
    const korean = (level: readonly Option[]) => level.map((option) => option.name_localizations?.ko);
    expect(adminCommand.name_localizations).toEqual({ ko: '면접관리' });
    for (const level of [adminOptions, ...adminOptions.map(({ options: inner = [] }) => inner)]) {
      expect(korean(level)).not.toContain(undefined);
      expect(new Set(korean(level)).size).toBe(level.length);
    }
  });
});

describe('what is registered', () => {
  /** As Discord tells it: with ids, defaults and another order. */
  const told = (more: object = {}) => ({
    id: '1',
    version: '2',
    dm_permission: true,
    default_member_permissions: null,
    nsfw: false,
    ...Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(command))).reverse()),
    integration_types: [1, 0],
    ...more,
  });

  it('is left alone when it is as wanted', () => {
    const withDefaults = JSON.parse(JSON.stringify(told()), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'type' in value && 'name' in value
        ? { required: false, name_localizations: null, ...value }
        : value,
    );
    expect(isAsWanted(told(), command)).toBe(true);
    expect(isAsWanted({ ...withDefaults, name_localizations: { ko: '면접' } }, command)).toBe(true);
  });

  it.each([
    ['another description', { description: 'old' }],
    ['an option less', { options: options.slice(1) }],
    ['other contexts', { contexts: [0] }],
    ['no Korean name', { name_localizations: null }],
  ])('is replaced when it has %s', (_name, difference) => {
    expect(isAsWanted(told(difference), command)).toBe(false);
  });
});
