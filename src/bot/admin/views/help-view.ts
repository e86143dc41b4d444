import { mayRun, type Rights } from '../../../admin/rights.ts';
import { ADMIN_COMMANDS } from '../../../chat/admin-command-table.ts';
import type { Command } from '../../../chat/command-table.ts';
import type { Locale, Outgoing } from '../../../chat/message.ts';
import type { Texts } from '../../../locales/index.ts';

/** The commands that somebody with these rights may give. `unknown`: words that were none. */
export function helpView(
  texts: Texts,
  locale: Locale,
  rights: Rights,
  unknown: string | undefined,
): Outgoing {
  const words = texts.admin;
  const commands = ADMIN_COMMANDS.filter(({ name }) => mayRun(rights, name));
  const lines = commands.map((command: Command) =>
    words.help.command(usageOf(command), command.description[locale]),
  );
  return {
    ...(unknown && { text: words.unknown(unknown) }),
    cards: [{ title: words.help.title, body: lines.join('\n'), footer: words.help.hint }],
  };
}

/** `user role [who] [role]` */
export function usageOf({ name, arguments: wanted }: Command): string {
  return [name, ...wanted.map((argument) => `[${argument.name}]`)].join(' ');
}
