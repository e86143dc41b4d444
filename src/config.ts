import { z } from 'zod';
import { LOCALES } from './chat/message.ts';

/** Everything that is set from outside. This file is the only reader of the environment. */
export type Config = z.infer<typeof schema>;

const text = z.string();
const wholeNumber = (fallback: number, least = 1) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(least)
    .default(fallback);
const url = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' });

const schema = z.object({
  DATABASE_URL: text
    .regex(/^sqlite:.+/, 'must look like sqlite:data/interview.db')
    .default('sqlite:data/interview.db'),
  OPENAI_API_KEY: text.optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_MODEL: text.default('gpt-5-mini'),
  SESSIONS_PER_ACCOUNT: wholeNumber(5),
  CV_RETENTION_DAYS: wholeNumber(90),
  DEFAULT_LOCALE: z.enum(LOCALES, { error: `must be ${LOCALES.join(' or ')}` }).default('en'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .optional(),
  /** How long the terminal, at the end of a pipe, waits for grades that are still owed. */
  TERMINAL_DRAIN_MS: wholeNumber(60_000, 0),
  /** See no-color.org: any value turns colour off. */
  NO_COLOR: text.optional(),
});

/** A setting that keeps the program from starting, with what to do about it. */
export class ConfigError extends Error {}

/**
 * Reads the settings. `docker --env-file` keeps quotes around a value: a matching pair is taken off; an empty value counts as
 * not set.
 * @throws ConfigError naming every setting that is wrong
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = unquote(environment[name]?.trim() ?? '');
      return value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new ConfigError(
    `These settings need a change, in .env or the environment:\n${problems.join('\n')}\n.env.example shows each with an example.`,
  );
}

function unquote(value: string): string {
  return /^(["'])(.*)\1$/s.exec(value)?.[2]?.trim() ?? value;
}
