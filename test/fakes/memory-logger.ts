import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';

/** Keeps what an adapter logs, to be looked at. */
export function createMemoryLogger(): AdapterLogger & { readonly lines: string[] } {
  const lines: string[] = [];
  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, sentence: string) => {
    const { error } = fields;
    lines.push(`${level}: ${sentence} ${error instanceof Error ? error.message : ''}`);
  };
  return {
    lines,
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    fatal: log('fatal'),
  };
}
