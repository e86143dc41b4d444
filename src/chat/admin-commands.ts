import { ADMIN_COMMANDS, ADMIN_ROOT_WORDS, type AdminCommandName } from './admin-command-table.ts';
import type { ArgumentValue, Command, CommandArgument } from './command-table.ts';

export type ParsedAdminCommand = {
  readonly name: AdminCommandName;
  readonly args: Readonly<Record<string, string>>;
};

type Phrase = {
  readonly words: readonly string[];
  readonly command: Command & { readonly name: AdminCommandName };
};

const PHRASES: readonly Phrase[] = ADMIN_COMMANDS.flatMap((command) =>
  [command.name, ...command.words.en, ...command.words.ko].map((words) => ({
    words: words.split(' '),
    command,
  })),
).sort((a, b) => b.words.length - a.words.length);

const LONGEST_LINE_CHARACTERS = 300;
/** A longer line that is no command is prose: `/admin is where Django keeps …`. */
const LONGEST_UNKNOWN_WORDS = 4;

/** Words, and what stands in double quotes as one of them. Names and ids keep their case. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

function isAdminLine(line: string): boolean {
  const [, root = ''] = /^\/(\S+)/u.exec(line) ?? [];
  return ADMIN_ROOT_WORDS.includes(root.toLowerCase());
}

/**
 * Reads `/interview-admin user ban discord:42` or `/admin 통계`. Words that are no admin command become `help` with those
 * words in `unknown`. `null` for any other text, and for prose that merely
 * begins with `/admin`.
 */
export function parseAdminCommand(text: string): ParsedAdminCommand | null {
  const line = text.trim().normalize('NFC');
  if (!isAdminLine(line) || line.length > LONGEST_LINE_CHARACTERS || line.includes('\n')) return null;
  const [, ...words] = wordsOf(line);
  if (words.length === 0) return { name: 'help', args: {} };
  const lower = words.map((word) => word.toLowerCase());
  const found = PHRASES.find((phrase) => phrase.words.every((word, index) => lower[index] === word));
  if (!found) {
    return words.length > LONGEST_UNKNOWN_WORDS ? null : { name: 'help', args: { unknown: words.join(' ') } };
  }
  const { name, arguments: wanted } = found.command;
  return { name, args: readArguments(wanted, words.slice(found.words.length)) };
}

/** In the table's order; a number that is left out lets the next argument have the word. */
function readArguments(wanted: readonly CommandArgument[], given: readonly string[]): Record<string, string> {
  const args: Record<string, string> = {};
  const typed = wanted.filter(({ kind }) => kind !== 'file');
  let left = given;
  for (const [index, argument] of typed.entries()) {
    const [word = ''] = left;
    if (word === '' || (argument.kind === 'number' && !/^\d+$/.test(word) && index < typed.length - 1))
      continue;
    const value = index === typed.length - 1 ? left.join(' ') : word;
    args[argument.name] = argument.kind === 'choice' ? spelled(argument.values, value) : value;
    left = left.slice(1);
  }
  return args;
}

/** In the table's own spelling where it is known; otherwise as it is, and the bot says what it allows. */
function spelled(values: readonly ArgumentValue[], given: string): string {
  const lower = given.toLowerCase();
  return values.find(({ value, words }) => value === lower || words.includes(lower))?.value ?? given;
}
