type Log = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

/** What an adapter logs to, as pino's. Nothing that a user wrote is ever logged. */
export type AdapterLogger = { readonly [Level in 'debug' | 'info' | 'warn' | 'error' | 'fatal']: Log };
