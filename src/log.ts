import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that must never be written, wherever they stand in what is logged. */
const SECRET_FIELDS = ['password', 'apiKey', 'token', 'authorization', 'text', 'answer', 'email'];

/** Logs as JSON lines; to stderr unless `destination` says otherwise, as stdout may carry a conversation. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[hidden]',
      },
      base: null,
    },
    destination,
  );
}
