import type { Json } from '../support/json.ts';

/**
 * The JSON error codes in use (developers/topics/opcodes-and-status-codes.mdx, JSON): code → HTTP status and sentence.
 */
const KNOWN = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages.'],
  40333: [
    403,
    'Cloudflare is blocking your request. This can often be resolved by setting a proper User Agent',
  ],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50146: [400, 'Uploaded file not found.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'You cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'This thread is locked'],
} as const satisfies Readonly<Record<number, readonly [status: number, message: string]>>;

export type KnownCode = keyof typeof KNOWN;

/** A refusal as Discord words it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | undefined;
  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The refusal that has this code. */
export function refusal(code: KnownCode, errors?: Json): ApiError {
  const [status, message] = KNOWN[code];
  return new ApiError(status, code, message, errors);
}

export type Path = readonly (string | number)[];
/** One broken rule; `code` names it as Discord does where that is known, which it documents for examples only. */
export type Problem = { readonly path: Path; readonly code: string; readonly message: string };

/** The nested form of developers/reference.mdx, Error Messages: `errors.embeds.0.title._errors`. */
function errorTree(problems: readonly Problem[]): Json {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const step of path) {
      node[step] ??= {};
      node = node[step] as Record<string, unknown>;
    }
    node['_errors'] = [...((node['_errors'] as unknown[] | undefined) ?? []), { code, message }];
  }
  return root;
}

/** @throws ApiError 50035 when there are problems. */
export function refuseFor(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refusal(50035, errorTree(problems));
}
