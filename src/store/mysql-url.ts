/** Where a MySQL server is, and how to speak to it. */
export type MysqlAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** `verify`: encrypted, and the server's certificate is checked. */
  readonly tls: 'off' | 'verify' | 'skip-verify';
};

const TLS = { false: 'off', true: 'verify', 'skip-verify': 'skip-verify' } as const;
const EXAMPLE = 'mysql://user:password@host:3306/interview?tls=true';

/** Reads `mysql://user:password@host:3306/database?tls=true`. @throws Error with what is wrong, never with the password */
export function parseMysqlUrl(url: string): MysqlAddress {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'mysql:') throw wrong('is not of this form');
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (parsed.hostname === '') throw wrong('names no host');
  if (database === '' || database.includes('/')) throw wrong('names no database');
  for (const name of parsed.searchParams.keys()) if (name !== 'tls') throw wrong(`has an option "${name}"`);
  const tls = parsed.searchParams.get('tls') ?? 'false';
  if (!(tls in TLS)) throw wrong(`says tls=${tls}, which must be true, false or skip-verify`);
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    tls: TLS[tls as keyof typeof TLS],
  };
}

function wrong(what: string): Error {
  return new Error(`The URL of the database must look like ${EXAMPLE}; the one given ${what}.`);
}
