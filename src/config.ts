import { z } from 'zod';
import { ROLES } from './bot/role.ts';
import { LOCALES } from './chat/message.ts';

/** Everything that is set from outside. This file is the only reader of the environment. */
export type Config = Omit<z.infer<typeof schema>, 'LLM_FALLBACKS'> & {
  readonly LLM_FALLBACKS: readonly ProviderSettings[];
};

/** A server that speaks the OpenAI API; `baseURL` is OpenAI's own when absent. */
export type ProviderSettings = {
  readonly name: string;
  readonly baseURL?: string | undefined;
  readonly apiKey: string;
  readonly model: string;
};

const text = z.string();
const wholeNumber = (fallback: number, least = 1) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .default(fallback);
const port = z.coerce
  .number({ error: 'must be a port' })
  .int()
  .min(1, 'must be a port, 1 to 65535')
  .max(65_535, 'must be a port, 1 to 65535');
const beginsWith = (start: string) => z.string().startsWith(start, `must begin with ${start}`).optional();
const url = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' });

/** JSON in a variable; an unreadable one is told apart from one of the wrong shape. */
function json<T>(shape: z.ZodType<T>, example: string) {
  return z.string().transform((value, context): T => {
    try {
      const parsed = shape.safeParse(JSON.parse(value));
      if (parsed.success) return parsed.data;
    } catch {
      // Told below, like a wrong shape.
    }
    context.addIssue({ code: 'custom', message: `must be JSON like ${example}` });
    return z.NEVER;
  });
}

const fallbacks = z.array(
  z.object({
    name: z.string().min(1).max(100),
    baseURL: url.optional(),
    apiKey: z.string().optional(),
    /** Name of the variable that holds the key, so that it need not stand here. */
    apiKeyEnv: z.string().optional(),
    model: z.string().min(1),
  }),
);
const prices = z.record(z.string(), z.object({ input: z.number().min(0), output: z.number().min(0) }));

const ADMIN_ID = /^(discord:\d{1,20}|slack:[A-Z0-9]+\/[A-Z0-9]+|terminal:[^,]{1,100})$/;

function readAdmins(value: string, context: z.RefinementCtx): readonly string[] {
  const ids = value.split(',').flatMap((id) => id.trim() || []);
  if (!ids.every((id) => ADMIN_ID.test(id))) {
    context.addIssue({ code: 'custom', message: 'must be like discord:42,slack:T1/U1,terminal:alex' });
  }
  return ids;
}

const schema = z.object({
  DATABASE_URL: text
    .regex(
      /^(sqlite:.+|mysql:\/\/.+)/,
      'must look like sqlite:data/interview.db or mysql://user:password@host:3306/database',
    )
    .default('sqlite:data/interview.db'),
  OPENAI_API_KEY: text.optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_MODEL: text.default('gpt-5-mini'),
  LLM_FALLBACKS: json(
    fallbacks,
    '[{"name":"Groq","baseURL":"https://api.groq.com/openai/v1","apiKeyEnv":"GROQ_API_KEY","model":"…"}]',
  ).default([]),
  /** US dollars for a million tokens, by provider name. */
  LLM_PRICES: json(prices, '{"OpenAI":{"input":0.25,"output":2}}').default({}),
  /** For one call to one provider, its whole answer included. */
  LLM_DEADLINE_MS: wholeNumber(60_000),
  /** A provider whose p95 passes this is asked after the others. */
  LLM_SLOW_MS: wholeNumber(30_000),
  /** Tokens in and out a day, of all accounts; one account may use a tenth of them. */
  LLM_DAILY_TOKENS: z.coerce.number({ error: 'must be a whole number' }).int().min(1).optional(),
  DISCORD_TOKEN: text.optional(),
  /** Of a stand-in, for tests. */
  DISCORD_API_URL: url.optional(),
  /** `auto`, `4`, or `0-1/4` for the first two of four. */
  DISCORD_SHARDS: text.optional(),
  /** Of the bot in one workspace. */
  SLACK_BOT_TOKEN: beginsWith('xoxb-'),
  /** Events come by Socket Mode. */
  SLACK_APP_TOKEN: beginsWith('xapp-'),
  /** Events come by HTTP, on `PORT`. */
  SLACK_SIGNING_SECRET: text.optional(),
  /** Of a stand-in, for tests. */
  SLACK_API_URL: url.optional(),
  PORT: port.default(3000),
  /** Where `/healthz`, `/readyz` and `/metrics` are answered; nowhere when it is not set. */
  HEALTH_PORT: port.optional(),
  ROLE: z.enum(ROLES, { error: `must be ${ROLES.join(', ')}` }).default('all'),
  /** Who may do everything in /interview-admin. */
  ADMINS: text.transform(readAdmins).default([]),
  SESSIONS_PER_ACCOUNT: wholeNumber(5),
  SESSIONS_RENEW: z.enum(['never', 'monthly'], { error: 'must be never or monthly' }).default('never'),
  /** Unset, one is made and kept beside the database. */
  SECRET_KEY: text
    .min(32, 'must have 32 characters or more, for example from: openssl rand -base64 32')
    .optional(),
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

type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that keeps the program from starting, with what to do about it. */
export class ConfigError extends Error {}

/**
 * Reads the settings. `docker --env-file` keeps quotes around a value: a matching pair is taken off; an empty value counts as
 * not set.
 * @throws ConfigError naming every setting that is wrong
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = unquote(environment[name]?.trim() ?? '');
      return value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw problems(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const fallbacks = parsed.data.LLM_FALLBACKS.map((fallback) => withKey(fallback, environment));
  const primary = parsed.data.OPENAI_API_KEY ? [primaryName(parsed.data)] : [];
  demandSharedKey(parsed.data);
  demandNames([...primary, ...fallbacks.map(({ name }) => name)]);
  return { ...parsed.data, LLM_FALLBACKS: fallbacks };
}

/** What the server of `OPENAI_*` is called in records and in the question for consent. */
export function primaryName({ OPENAI_BASE_URL }: Pick<Config, 'OPENAI_BASE_URL'>): string {
  return OPENAI_BASE_URL ? new URL(OPENAI_BASE_URL).hostname : 'OpenAI';
}

/** On several machines each would make a key of its own, and what one has hashed would say nothing to the others. */
function demandSharedKey({ ROLE, DATABASE_URL, SECRET_KEY }: z.infer<typeof schema>): void {
  if (ROLE !== 'all' && DATABASE_URL.startsWith('mysql:') && SECRET_KEY === undefined)
    throw problems([`SECRET_KEY must be set with ROLE=${ROLE}, the same for all processes`]);
}

/** People agree to servers by name, and figures are kept by it. */
function demandNames(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined)
    throw problems([
      `LLM_FALLBACKS calls a server ${repeated}, which is another one's name: give each its own`,
    ]);
}

/** A local server needs no key; one that is said to stand in another variable has to be there. */
function withKey(
  { name, baseURL, model, apiKey, apiKeyEnv }: z.infer<typeof fallbacks>[number],
  environment: Environment,
): ProviderSettings {
  const key = apiKey ?? (apiKeyEnv === undefined ? 'none' : unquote(environment[apiKeyEnv]?.trim() ?? ''));
  if (key === '')
    throw problems([`LLM_FALLBACKS takes the key of ${name} from ${apiKeyEnv}, which is not set`]);
  return { name, baseURL, model, apiKey: key };
}

function problems(lines: readonly string[]): ConfigError {
  const list = lines.map((line) => `  ${line}`).join('\n');
  return new ConfigError(
    `These settings need a change, in .env or the environment:\n${list}\n.env.example shows each with an example.`,
  );
}

function unquote(value: string): string {
  return /^(["'])(.*)\1$/s.exec(value)?.[2]?.trim() ?? value;
}
