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
      /** By the button under the question whether it is really meant. */
      readonly confirmed: boolean;
    }
  | { readonly type: 'leaveIt' }
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

/** The id of a button that confirms a command; its arguments in the order of the table. */
export function confirmId(name: AdminCommandName, ...values: readonly string[]): string {
  return `${CHOICE_PREFIX}confirm:${name}:${values.join(':')}`;
}

export const LEAVE_IT_ID = `${CHOICE_PREFIX}leave`;

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
    ? { type: 'command', name: known.name, args, attachments, confirmed: false }
    : commandOf('help', wanted === '' ? {} : { unknown: wanted }, false);
}

/** A choice that only admins may make; `null` for any other. */
export function readAdminChoice(choice: string): AdminAsk | null {
  if (!choice.startsWith(CHOICE_PREFIX)) return null;
  const [kind, name, ...values] = choice.slice(CHOICE_PREFIX.length).split(':');
  if (kind === 'leave') return { type: 'leaveIt' };
  const command = ADMIN_COMMANDS.find((known) => known.name === name);
  if (!command) return { type: 'unknown' };
  switch (kind) {
    case 'page': {
      const [page = '1', ...words] = values;
      return commandOf(command.name, { ...argumentsOf(command, words), page }, false);
    }
    case 'confirm':
      return commandOf(command.name, argumentsOf(command, values), true);
    default:
      return { type: 'unknown' };
  }
}

function commandOf(name: AdminCommandName, args: Record<string, string>, confirmed: boolean): AdminAsk {
  return { type: 'command', name, args, attachments: [], confirmed };
}

/** Named by its confirmation alone: the file that an import was made of is not sent again. */
const CONFIRMED_BY: Readonly<Record<string, string>> = { 'questions import': 'import' };

/** Values in the order of the table; the last argument may contain colons. */
function argumentsOf(
  { name: command, arguments: wanted }: Command,
  values: readonly string[],
): Record<string, string> {
  const hidden = CONFIRMED_BY[command];
  const names = hidden ? [hidden] : wanted.filter(({ kind }) => kind !== 'file').map(({ name }) => name);
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = index === names.length - 1 ? values.slice(index).join(':') : values[index];
      return value ? [[name, value]] : [];
    }),
  );
}
