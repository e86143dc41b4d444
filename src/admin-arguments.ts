import { parseArgs } from 'node:util';
import { ADMIN_ROOT_WORDS, type AdminCommandName } from './chat/admin-command-table.ts';
import { parseAdminCommand } from './chat/admin-commands.ts';

export type AdminArguments = {
  readonly name: AdminCommandName;
  readonly args: Readonly<Record<string, string>>;
  /** The file of an import. */
  readonly file: string | null;
  /** Questions whether it is really meant are answered with yes. */
  readonly yes: boolean;
  readonly json: boolean;
  /** The server or workspace whose settings are meant. */
  readonly place: string | null;
};

/** Reads what stands after `npm run admin --`. @throws Error with what is allowed */
export function readAdminArguments(given: readonly string[]): AdminArguments {
  const { positionals, values } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      yes: { type: 'boolean' },
      json: { type: 'boolean' },
      page: { type: 'string' },
      place: { type: 'string' },
    },
  });
  const [root = ''] = ADMIN_ROOT_WORDS;
  const line = [`/${root}`, ...positionals.map((word) => (/\s/.test(word) ? `"${word}"` : word))].join(' ');
  const parsed = parseAdminCommand(line) ?? { name: 'help', args: { unknown: positionals.join(' ') } };
  return {
    name: parsed.name,
    args: { ...parsed.args, ...(values.page && { page: values.page }) },
    file: parsed.name === 'questions import' ? (positionals[2] ?? null) : null,
    yes: values.yes === true,
    json: values.json === true,
    place: values.place ?? null,
  };
}
