import { type REST, type RESTPostAPIChatInputApplicationCommandsJSONBody, Routes } from 'discord.js';

/**
 * Registers global commands, those apart that are registered as they should be: Discord allows 200 changes a day, and each
 * costs everybody's client a reload. Other commands of the application are left alone.
 */
export async function registerCommands(
  rest: Pick<REST, 'get' | 'post'>,
  applicationId: string,
  commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<void> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(Routes.applicationCommands(applicationId), { query });
  for (const command of commands) {
    const isThere = Array.isArray(registered) && registered.some((known) => isAsWanted(known, command));
    // Creating one under a name that exists replaces it (interactions/application-commands.mdx).
    if (!isThere) await rest.post(Routes.applicationCommands(applicationId), { body: command });
  }
}

/** Whether a command that Discord describes has all that is wanted and, in its options, nothing else. */
export function isAsWanted(known: unknown, wanted: RESTPostAPIChatInputApplicationCommandsJSONBody): boolean {
  const ours = Object.keys(wanted);
  const described = Object.entries(Object(known) as Record<string, unknown>).filter(([name]) =>
    ours.includes(name),
  );
  return canonical(Object.fromEntries(described)) === canonical(wanted);
}

/** Sets, of which the order means nothing. */
const SETS: readonly string[] = ['contexts', 'integration_types'];

/** What says the same is written the same: no order of keys, and nothing where a default is meant. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (part === null || part === false) return undefined;
    if (Array.isArray(part))
      return part.length === 0 ? undefined : SETS.includes(key) ? [...part].sort() : part;
    if (typeof part !== 'object') return part;
    const entries = Object.entries(part).filter(([, inner]) => !isEmpty(inner));
    return entries.length === 0
      ? undefined
      : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    (typeof value === 'object' && Object.keys(Object(value)).length === 0)
  );
}
