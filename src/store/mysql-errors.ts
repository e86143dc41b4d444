import type { MysqlAddress } from './mysql-url.ts';

/** What the server or the driver says, as far as it is told apart. Numbers where both MySQL and MariaDB have the same. */

const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
const DUPLICATE = 1062;
const DUPLICATE_ATTEMPTS = 3;
/** Too many connections, shutting down, starting, killed. */
const AWAY = [1040, 1053, 1077, 1079, 1152, 1159, 1160, 1161, 1184, 1927, 3169, 4031];
const LOST = ['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'];

/**
 * Another transaction was in the way, or the server was away: the same work may succeed a moment later. Work that found no row with a
 * key and then inserts one may find that somebody was faster; when that goes on, it is a mistake.
 */
export function isWorthRepeating(error: unknown, attempt: number): boolean {
  const { errno } = details(error);
  if (errno === DUPLICATE) return attempt < DUPLICATE_ATTEMPTS;
  return errno === DEADLOCK || errno === LOCK_WAIT_TIMEOUT || isLost(error);
}

/** The connection is gone. */
export function isLost(error: unknown): boolean {
  const { errno, code, fatal } = details(error);
  return fatal === true || AWAY.includes(errno ?? 0) || LOST.includes(code ?? '');
}

export function hasCode(error: unknown, codes: readonly string[]): boolean {
  return codes.includes(details(error).code ?? '');
}

function details(error: unknown): { errno?: number; code?: string; fatal?: boolean } {
  return typeof error === 'object' && error !== null ? error : {};
}

/** What an operator has to do when the server cannot be used. */
export function explainMysqlError(
  error: unknown,
  { host, port, user, database }: Pick<MysqlAddress, 'host' | 'port' | 'user' | 'database'>,
): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(explain(details(error).code), { cause: error });

  function explain(code: string | undefined): string {
    switch (code) {
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return `There is no host named ${host}: check DATABASE_URL.`;
      case 'ECONNREFUSED':
        return `No MySQL server listens on ${host}, port ${port}: start it, or check DATABASE_URL.`;
      case 'ETIMEDOUT':
        return `${host} does not answer on port ${port}: check DATABASE_URL and the firewall.`;
      case 'ER_ACCESS_DENIED_ERROR':
      case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
        return `The server at ${host} does not let the user "${user}" in with this password: check DATABASE_URL.`;
      case 'ER_DBACCESS_DENIED_ERROR':
        return `The user "${user}" may not use the database "${database}". This allows it: GRANT ALL ON \`${database}\`.* TO '${user}';`;
      case 'ER_BAD_DB_ERROR':
        return `The server at ${host} has no database "${database}". This makes it: CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`;
      case 'HANDSHAKE_NO_SSL_SUPPORT':
        return `The server at ${host} offers no TLS: turn it on there, or take tls=true out of DATABASE_URL.`;
      default:
        return `The database server at ${host} cannot be used: ${reason}`;
    }
  }
}
