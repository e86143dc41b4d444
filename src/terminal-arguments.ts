import { parseArgs } from 'node:util';
import { stripControls } from './chat/text.ts';
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
    // A Mac may hand Hangul over in parts: it is the same name.
    const user = (values.user?.trim() ?? systemUser()).normalize('NFC');
    const isPrintable = !/\s{2,}|[\n\t]/.test(user) && stripControls(user) === user;
    if (user === '' || user.length > 100 || !isPrintable)
      throw new Error('A name has 1 to 100 characters that can be shown, without tabs and line breaks.');
    return { user, terminal: values.terminal === true };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${what}\nAllowed are --terminal and --user NAME.`);
  }
}
