import { ADMIN_COMMANDS, ADMIN_PREFIX, type AdminCommandName } from '../../chat/admin-command-table.ts';
import type { Command } from '../../chat/command-table.ts';
import type { AttachmentRef } from '../../chat/message.ts';

/** What an admin wants, by a command or a button. */
export type AdminAsk =
  | {
      readonly type: 'command';
      readonly name: AdminCommandName;
      /** As in the table; `page` of a list, from 1; `unknown` holds words that are no command. */
      readonly args: Readonly<Record<string, string>>;
      readonly attachments: readonly AttachmentRef[];
    }
  /** A button that this program did not make, or no longer makes. */
  | { readonly type: 'unknown' };

/** Before all ids of choices that only admins may make. */
const CHOICE_PREFIX = 'admin:';
/** Ids have at most 100 characters. */
const LONGEST_PAGED_WORDS = 60;

/** The id of a button that leads to another page of a list; `words` is what was searched for. */
export function pageId(name: AdminCommandName, page: number, words = ''): string {
  return `${CHOICE_PREFIX}page:${name}:${page}:${words.slice(0, LONGEST_PAGED_WORDS)}`;
}

/** A command as a platform names it: `admin user find`. `null` for one that is not an admin's. */
export function readAdminCommand(
  name: string,
  args: Readonly<Record<string, string>>,
  attachments: readonly AttachmentRef[],
): AdminAsk | null {
  if (!`${name} `.startsWith(ADMIN_PREFIX)) return null;
  const wanted = name.slice(ADMIN_PREFIX.length);
  const known = ADMIN_COMMANDS.find((command) => command.name === wanted);
  return known
    ? { type: 'command', name: known.name, args, attachments }
    : { type: 'command', name: 'help', args: wanted === '' ? {} : { unknown: wanted }, attachments };
}

/** A choice that only admins may make; `null` for any other. */
export function readAdminChoice(choice: string): AdminAsk | null {
  if (!choice.startsWith(CHOICE_PREFIX)) return null;
  const [kind, ...rest] = choice.slice(CHOICE_PREFIX.length).split(':');
  switch (kind) {
    case 'page':
      return readPage(rest);
    default:
      return { type: 'unknown' };
  }
}

function readPage([name, page = '1', ...words]: readonly string[]): AdminAsk {
  const command = ADMIN_COMMANDS.find((known) => known.name === name);
  if (!command) return { type: 'unknown' };
  const given = words.join(':');
  const [argument] = (command as Command).arguments;
  const args = { page, ...(argument && given !== '' ? { [argument.name]: given } : {}) };
  return { type: 'command', name: command.name, args, attachments: [] };
}
