import { readdir } from 'node:fs/promises';
import type { Suggest } from '../../src/chat/adapter.ts';
import { ADMIN_COMMANDS, ADMIN_ROOT_WORDS } from '../../src/chat/admin-command-table.ts';
import type { Command } from '../../src/chat/command-table.ts';
import { COMMANDS } from '../../src/chat/commands.ts';
import type { PlatformUserId } from '../../src/chat/message.ts';
import { parsePath, unescapePath } from './files.ts';
import { LOCAL_COMMANDS } from './incoming.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/** What Tab makes of a line: the line as far as it is certain, and what it may become when that is several things. */
export type Completion = { readonly text: string; readonly candidates: readonly string[] };

/** What completion asks outside the line. */
type CompletionSource = {
  readonly home: string;
  readonly user: PlatformUserId;
  readonly suggest: Suggest;
};

function commonStart(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** `kept` is what stands before the part that is completed. */
function toCompletion(
  kept: string,
  typed: string,
  words: readonly string[],
  ending: (word: string) => string,
): Completion {
  const fitting = [...new Set(words)].filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()));
  const [only] = fitting;
  if (only === undefined) return { text: kept + typed, candidates: [] };
  if (fitting.length === 1) return { text: kept + only + ending(only), candidates: [] };
  const start = commonStart(fitting);
  const text = kept + (start.length > typed.length ? start : typed);
  return { text, candidates: fitting.slice(0, TERMINAL_LIMITS.completions) };
}

const escapePath = (path: string): string => path.replace(/[\s'"\\()&;]/g, '\\$&');

/** Folders and PDF files that begin like the path typed so far. */
async function completePath(kept: string, typed: string, home: string): Promise<Completion> {
  const none = { text: kept + typed, candidates: [] };
  if (typed === '~') return { text: `${kept}~/`, candidates: [] };
  const slash = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, slash);
  const start = unescapePath(typed.slice(slash));
  try {
    const path = folder === '' ? '.' : (parsePath(folder, home) ?? '.');
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.name.startsWith('.') === start.startsWith('.'))
      .filter((entry) => !entry.isFile() || /\.pdf$/i.test(entry.name))
      .map((entry) => escapePath(entry.name) + (entry.isDirectory() ? '/' : ''))
      .sort();
    return toCompletion(kept + folder, escapePath(start), names, () => '');
  } catch {
    // A folder that is not there or not readable has nothing to offer.
    return none;
  }
}

/** The commands that a line may go on with, and how much of it stands before them. */
function tableOf(line: string): { readonly root: string; readonly commands: readonly Command[] } {
  const admin = ADMIN_ROOT_WORDS.find((word) => line.startsWith(`/${word} `));
  if (admin) return { root: `/${admin} `, commands: ADMIN_COMMANDS };
  return { root: line.startsWith('/interview ') ? '/interview ' : '/', commands: COMMANDS };
}

async function completeArgument(line: string, source: CompletionSource): Promise<Completion | null> {
  const { root, commands } = tableOf(line);
  const rest = line.slice(root.length);
  const command = commands.find(({ name }) => rest.startsWith(`${name} `));
  if (!command) return null;
  const kept = line.slice(0, line.lastIndexOf(' ') + 1);
  const typed = line.slice(kept.length);
  const given = kept
    .slice(root.length + command.name.length)
    .trim()
    .split(/\s+/);
  const words: string[] = [];
  for (const argument of command.arguments) {
    if (argument.kind === 'choice' && !argument.values.some(({ value }) => given.includes(value))) {
      words.push(...argument.values.map(({ value }) => value));
    } else if (argument.kind === 'text' && argument.suggests) {
      const query = { command: command.name, argument: argument.name, typed, user: source.user };
      // Suggestions are a convenience: without them the values of the table are still there.
      words.push(...(await source.suggest(query).catch(() => [])));
    }
  }
  return toCompletion(kept, typed, words, () => ' ');
}

/** Completes a slash command, its arguments, or a path after `/upload`; any other line stays as it is. */
export async function completeLine(line: string, source: CompletionSource): Promise<Completion> {
  const upload = /^(?:\/(?:interview )?(?:cv )?upload|cv upload) +/i.exec(line)?.[0];
  if (upload !== undefined) return completePath(upload, line.slice(upload.length), source.home);
  if (!line.startsWith('/')) return { text: line, candidates: [] };
  const argument = await completeArgument(line, source);
  if (argument) return argument;
  const { root: kept, commands } = tableOf(line);
  const names = [...commands.map(({ name }) => name), ...(kept === '/' ? LOCAL_COMMANDS : [])];
  const takesMore = (name: string) =>
    ['upload', 'edit'].includes(name) ||
    commands.some((command) => command.name === name && command.arguments.length > 0);
  return toCompletion(kept, line.slice(kept.length), names, (name) => (takesMore(name) ? ' ' : ''));
}
