import { type Logger, LogLevel } from '@slack/bolt';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';

const LONGEST = 300;

/** What Slack's libraries log. Their lowest level holds whole payloads, what people wrote among them: it is dropped. */
export function toBoltLogger(logger: AdapterLogger): Logger {
  const to =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      logger[level]({ from: 'Slack’s library' }, parts.map(String).join(' ').slice(0, LONGEST));
  return {
    debug: () => undefined,
    info: to('debug'),
    warn: to('warn'),
    error: to('error'),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}
