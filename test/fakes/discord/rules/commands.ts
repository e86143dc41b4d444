import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import { type Path, type Problem, refuseFor } from '../api-error.ts';
import { schemaProblems } from './schema.ts';

const SCHEMAS = {
  create: ApplicationCommandCreateRequestSchema,
  update: ApplicationCommandUpdateRequestSchema,
  patch: ApplicationCommandPatchRequestPartialSchema,
} as const;

/** interactions/application-commands.mdx, Application Command Naming. */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
/** developers/reference.mdx, Locales. */
const LOCALES = new Set(
  `id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko`.split(
    ' ',
  ),
);
/** interactions/application-commands.mdx: 8000 characters for name, description and values of a command. */
const MAX_CHARACTERS = 8000;
const SUBCOMMAND = 1;
const GROUP = 2;

/**
 * Checks one application command.
 * @throws ApiError 50035
 */
export function checkCommand(kind: keyof typeof SCHEMAS, command: Json, path: Path = []): void {
  const place = (problems: readonly Problem[]) =>
    refuseFor(problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
  place(schemaProblems(SCHEMAS[kind], withNumericPermissions(command)));
  const isChatInput = (command['type'] ?? 1) === 1;
  const options = objectsOf(command['options']);
  const problems = [
    ...(isChatInput ? nameProblems(command, []) : []),
    ...optionProblems(options, ['options'], 0),
  ];
  if (isChatInput && kind !== 'patch' && textOf(command['description']) === '') {
    problems.push({ path: ['description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  if (charactersOf(command) > MAX_CHARACTERS) {
    const message = `Command exceeds maximum size (${MAX_CHARACTERS})`;
    problems.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  place([...problems, ...contextProblems(command)]);
}

/** The description says integer; clients send the bit set as a string (application-commands.mdx, Structure). */
function withNumericPermissions(command: Json): Json {
  const permissions = command['default_member_permissions'];
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...command, default_member_permissions: Number(permissions) }
    : command;
}

/** application-commands.mdx, Interaction Contexts: PRIVATE_CHANNEL is for apps that a user installed. */
function contextProblems({ contexts, integration_types: types }: Json): readonly Problem[] {
  const needsUserInstall = Array.isArray(contexts) && contexts.includes(2);
  if (!needsUserInstall || (Array.isArray(types) && types.includes(1))) return [];
  const message = 'PRIVATE_CHANNEL needs the integration type USER_INSTALL.';
  return [{ path: ['contexts'], code: 'APPLICATION_COMMAND_CONTEXT_INVALID', message }];
}

function nameProblems(named: Json, path: Path): Problem[] {
  const problems: Problem[] = [];
  const check = (name: unknown, at: Path) => {
    if (typeof name !== 'string' || (NAME.test(name) && name === name.toLowerCase())) return;
    problems.push({ path: at, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' });
  };
  check(named['name'], [...path, 'name']);
  for (const field of ['name_localizations', 'description_localizations']) {
    const localizations = named[field];
    for (const [locale, text] of Object.entries(isJson(localizations) ? localizations : {})) {
      if (!LOCALES.has(locale)) {
        const message = `Locale '${locale}' is not supported.`;
        problems.push({ path: [...path, field, locale], code: 'BASE_TYPE_CHOICES', message });
      }
      if (field === 'name_localizations') check(text, [...path, field, locale]);
    }
  }
  return problems;
}

/** application-commands.mdx, Subcommands and Subcommand Groups, and Option Structure. */
function optionProblems(options: readonly Json[], path: Path, depth: number): readonly Problem[] {
  const names = new Set<unknown>();
  const problem = (at: Path, code: string, message: string): Problem => ({
    path: [...path, ...at],
    code,
    message,
  });
  const isNested = ({ type }: Json) => type === SUBCOMMAND || type === GROUP;
  const nests = options.some(isNested);
  return options.flatMap((option, index) => {
    const problems = nameProblems(option, [...path, index]);
    if (names.has(option['name'])) {
      problems.push(
        problem([index], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
      );
    }
    names.add(option['name']);
    if (nests && !isNested(option)) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      problems.push(problem([index], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
    }
    if (option['type'] === GROUP && depth > 0) {
      problems.push(problem([index], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Groups cannot be nested'));
    }
    if (
      option['required'] === true &&
      options.slice(0, index).some((earlier) => earlier['required'] !== true)
    ) {
      const message = 'Required options must be placed before non-required options';
      problems.push(problem([index], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message));
    }
    if (option['autocomplete'] === true && objectsOf(option['choices']).length > 0) {
      const message = 'Autocomplete may not be set to true if choices are present';
      problems.push(problem([index], 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', message));
    }
    return [
      ...problems,
      ...optionProblems(objectsOf(option['options']), [...path, index, 'options'], depth + 1),
    ];
  });
}

/** The longest of each text's languages counts (application-commands.mdx, Slash Commands). */
function charactersOf(named: Json): number {
  const longest = (field: string) =>
    Math.max(
      textOf(named[field]).length,
      ...Object.values(
        isJson(named[`${field}_localizations`]) ? (named[`${field}_localizations`] as Json) : {},
      ).map((text) => textOf(text).length),
    );
  const choices = objectsOf(named['choices']).reduce(
    (sum, choice) => sum + textOf(choice['name']).length + textOf(choice['value']).length,
    0,
  );
  const nested = objectsOf(named['options']).reduce((sum, option) => sum + charactersOf(option), 0);
  return longest('name') + longest('description') + choices + nested;
}
