import { parseArgs } from 'node:util';
import { ConfigError } from './config.ts';

export type Arguments = {
  /** Who is speaking in the terminal. */
  readonly user: string;
  /** The terminal, whatever platforms are configured. */
  readonly terminal: boolean;
};

/** Reads what stands after `npm start --`. @throws ConfigError with what is allowed */
export function readArguments(given: readonly string[], systemUser: () => string): Arguments {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { user: { type: 'string' }, terminal: { type: 'boolean' } },
    });
    const user = values.user?.trim() ?? systemUser();
    if (user === '' || user.length > 100) throw new Error('A name has 1 to 100 characters.');
    return { user, terminal: values.terminal === true };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${what}\nAllowed are --terminal and --user NAME.`);
  }
}
