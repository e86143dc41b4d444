import { type DestinationStream, type Logger, pino } from 'pino';
import { currentRequest } from './request.ts';

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
      serializers: { error: describeError },
      base: null,
      mixin() {
        const request = currentRequest();
        return request === undefined ? {} : { request };
      },
    },
    destination,
  );
}

/** What went wrong and where; nothing that hangs on an error beside that, as it may be a request with its data. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
