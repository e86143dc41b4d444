import { isJson, type Json } from '../../support/json.ts';
import { refuseFor } from '../refusal.ts';

/** docs.slack.dev/messaging/message-metadata: `event_type` and `event_payload`, an object. */
export function checkMetadata(given: unknown): Json | undefined {
  if (given === undefined) return undefined;
  const isWhole = isJson(given) && typeof given['event_type'] === 'string' && isJson(given['event_payload']);
  const unknown = isJson(given)
    ? Object.keys(given).filter((name) => name !== 'event_type' && name !== 'event_payload')
    : [];
  refuseFor('invalid_metadata_format', [
    ...(isWhole ? [] : [{ message: 'must have event_type and event_payload', pointer: '/metadata' }]),
    ...unknown.map((name) => ({ message: `unknown field: ${name}`, pointer: '/metadata' })),
  ]);
  return given as Json;
}
