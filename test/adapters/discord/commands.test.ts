import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/mini';
import { buildCommand } from '../../../adapters/discord/commands.ts';
import { isAsWanted } from '../../../adapters/discord/register-command.ts';
import { COMMANDS } from '../../../src/chat/commands.ts';
import { checkCommand } from '../../fakes/discord/rules/commands.ts';
import { WORDS } from './words.ts';

type Option = {
  readonly name: string;
  readonly type: number;
  readonly name_localizations?: { readonly ko?: string };
  readonly options?: readonly Option[];
};

const command = buildCommand(WORDS);
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
