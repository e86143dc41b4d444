import { createHmac } from 'node:crypto';
import type { Json } from '../../support/json.ts';

/**
 * The headers by which an app knows that Slack is asking
 * (docs.slack.dev/authentication/verifying-requests-from-slack).
 * @param at milliseconds since 1970
 */
export function signedHeaders(secret: string, body: string, at: number): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

export type Sendable = { readonly kind: string; readonly payload: Json };

/** The body and its type, for each kind: events as JSON, interactions as a form with one field, commands as a form. */
export function bodyOf({ kind, payload }: Sendable): { readonly type: string; readonly body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}
