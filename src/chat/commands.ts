import { ADMIN_PREFIX, type AdminCommandName } from './admin-command-table.ts';
import { parseAdminCommand } from './admin-commands.ts';
import {
  type ArgumentValue,
  COMMANDS,
  type Command,
  type CommandArgument,
  type CommandName,
  POSITION_VALUES,
  ROOT_WORDS,
} from './command-table.ts';

export { COMMANDS, type CommandName } from './command-table.ts';

/** `IncomingCommand.name` of any command. */
export type AnyCommandName = CommandName | `${typeof ADMIN_PREFIX}${AdminCommandName}`;

/** `args` holds only what was given, each value in the table's own spelling where it was recognised. */
type Parsed<Name> = { readonly name: Name; readonly args: Readonly<Record<string, string>> };
type ParsedCommand = Parsed<CommandName>;

/** A slash line with more words than this, that is no known command with arguments, is prose: `/api is where …`. */
const LONGEST_SLASH_LINE_WORDS = 4;
const LONGEST_PLAIN_CHARACTERS = 80;
const LONGEST_SLASH_LINE_CHARACTERS = 300;
const LONGEST_VALUE_CHARACTERS = 100;

type Phrase = { readonly words: string; readonly command: Command & { readonly name: CommandName } };

const PHRASES: readonly Phrase[] = COMMANDS.flatMap((command) =>
  [command.name, ...command.words.en, ...command.words.ko].map((words) => ({ words, command })),
).sort((a, b) => b.words.length - a.words.length);

/** Lower case, one space, composed Hangul (a Mac may send it decomposed), no full stop at the end. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*[.!?~。！？]+$/u, '');
}

const squeeze = (text: string): string => text.replace(/[\s\-_/.]/g, '');

function findValue(values: readonly ArgumentValue[], words: string): string | null {
  const wanted = squeeze(normalise(words));
  const found = values.find(
    ({ value, words: synonyms }) =>
      value === wanted || synonyms.some((synonym) => squeeze(synonym) === wanted),
  );
  return found?.value ?? null;
}

/**
 * The position that a whole message or argument names, in the question bank's spelling, or `null`:
 * `Back-end developer` is `be`, `프론트엔드` is `fe`. A sentence that merely mentions one is not a choice.
 */
export function parsePosition(text: string): (typeof POSITION_VALUES)[number]['value'] | null {
  if (text.length > LONGEST_PLAIN_CHARACTERS) return null;
  const wanted = normalise(text).replace(
    /[\s-]*(developer|development|engineer|engineering|dev|개발자|개발|엔지니어)$/u,
    '',
  );
  const value = findValue(POSITION_VALUES, wanted);
  return POSITION_VALUES.find((position) => position.value === value)?.value ?? null;
}

function readChoice(argument: CommandArgument & { kind: 'choice' }, words: string): string | null {
  return argument.name === 'position' ? parsePosition(words) : findValue(argument.values, words);
}

const readNumber = (words: string): string | null =>
  /^#?0*([1-9]\d{0,5})(?:번|\.)?$/.exec(words)?.[1] ?? null;

/** With a digit in it, so that no word of eight letters is taken for a code. */
const readCode = (words: string): string | null =>
  /^(?=.*\d)[2-9a-hjkmnp-z]{4}[- ]?[2-9a-hjkmnp-z]{4}$/.test(words) ? words : null;

function readValue(argument: CommandArgument, words: string): string | null {
  switch (argument.kind) {
    case 'choice':
      return readChoice(argument, words);
    case 'number':
      return readNumber(words);
    case 'code':
      return readCode(words);
    default:
      return null;
  }
}

/** Takes the choices, numbers and codes out of the words, in any order, each argument once, longest span first. */
function readArguments(
  command: Command,
  words: readonly string[],
): { args: Record<string, string>; rest: string[] } {
  const args: Record<string, string> = {};
  const rest: string[] = [];
  for (let index = 0; index < words.length; ) {
    let taken = 0;
    for (let length = Math.min(3, words.length - index); length > 0 && taken === 0; length--) {
      const span = words.slice(index, index + length).join(' ');
      for (const argument of command.arguments) {
        if (argument.name in args) continue;
        const value = readValue(argument, span);
        if (value === null) continue;
        args[argument.name] = value;
        taken = length;
        break;
      }
    }
    if (taken === 0) rest.push(words[index] ?? '');
    index += Math.max(taken, 1);
  }
  return { args, rest };
}

/** What no choice or number was is the free text, or the raw value of what is still missing: the bot says what it allows. */
function readAllArguments(command: Command, words: readonly string[]): Record<string, string> {
  const { args, rest } = readArguments(command, words);
  if (rest.length === 0) return args;
  const free =
    command.arguments.find((argument) => argument.kind === 'text') ??
    command.arguments.find((argument) => argument.kind !== 'file' && !(argument.name in args));
  return free === undefined
    ? args
    : { ...args, [free.name]: rest.join(' ').slice(0, LONGEST_VALUE_CHARACTERS) };
}

/**
 * Reads a line that begins with a slash: `/interview start be`, `/start be`, `/시작 백엔드`; `/interview`
 * alone is `help`; `/interview-admin stats` is `admin stats`. `unknown` holds the words of a short slash line that is no
 * command, without the slash. `null` when the text is not a slash line: prose, a path, or more than one line.
 */
export function parseCommand(text: string): Parsed<AnyCommandName> | { readonly unknown: string } | null {
  const line = text.trim();
  const admin = parseAdminCommand(line);
  if (admin) return { ...admin, name: `${ADMIN_PREFIX}${admin.name}` };
  if (
    line.length > LONGEST_SLASH_LINE_CHARACTERS ||
    !/^\/\p{L}[\p{L}\p{N}_-]*(\s|[.!?]*$)/u.test(line) ||
    line.includes('\n')
  )
    return null;
  const typed = line.slice(1);
  const [first = '', ...others] = normalise(typed).split(' ');
  const rooted = ROOT_WORDS.includes(first);
  if (rooted && others.length === 0) return { name: 'help', args: {} };
  // `/면접 시작` is the root with a command; `/면접 기록` is found under the root as `기록` as well.
  const wanted = rooted ? others.join(' ') : normalise(typed);
  const short = others.length < LONGEST_SLASH_LINE_WORDS;
  for (const { words, command } of PHRASES) {
    if (wanted !== words && !wanted.startsWith(`${words} `)) continue;
    if (command.arguments.length === 0 && !short) return null;
    const given = wanted.slice(words.length).trim();
    return { name: command.name, args: given === '' ? {} : readAllArguments(command, given.split(' ')) };
  }
  return short ? { unknown: typed } : null;
}

/** In plain words only what is certain counts, or an answer that begins with `start` would be taken for a command. */
function readPlainArguments(command: Command, given: string): Record<string, string> | null {
  const { args, rest } = readArguments(command, given.split(' '));
  if (rest.length === 0) return args;
  const [topic = ''] = rest;
  const free = command.arguments.find((argument) => argument.kind === 'text');
  const certain = rest.length === 1 && /^[a-z]+(-[a-z]+)+$/.test(topic) && Object.keys(args).length > 0;
  return free !== undefined && certain ? { ...args, [free.name]: topic } : null;
}

/**
 * Reads a whole message that is nothing but a command's word, with its arguments where all of them are
 * recognised: `start`, `시작 백엔드`, `language ko`, `report 2`. An answer such as "Start with the database" is `null`.
 */
export function parsePlainWord(text: string): ParsedCommand | null {
  if (text.length > LONGEST_PLAIN_CHARACTERS || text.trim().includes('\n')) return null;
  const wanted = normalise(text);
  for (const { words, command } of PHRASES) {
    if (wanted === words) return { name: command.name, args: {} };
    const given = wanted.startsWith(`${words} `)
      ? wanted.slice(words.length + 1)
      : wanted.endsWith(` ${words}`)
        ? wanted.slice(0, -words.length - 1)
        : null;
    if (given === null) continue;
    const args = readPlainArguments(command, given);
    if (args !== null) return { name: command.name, args };
  }
  return null;
}
