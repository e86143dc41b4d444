import { isJson, type Json } from '../../support/json.ts';

/** docs.slack.dev/apis/events-api/using-socket-mode, Acknowledge events: `envelope_id`, and `payload` where accepted. */
export function readAcknowledgement(
  text: string,
  mistake: (what: string, details: Json) => void,
): { readonly envelopeId: string; readonly payload: Json } | undefined {
  const body = parsed(text);
  if (!isJson(body) || typeof body['envelope_id'] !== 'string') {
    mistake('sent something that is no acknowledgement', { text });
    return undefined;
  }
  const { envelope_id: envelopeId, payload = {}, ...rest } = body;
  if (Object.keys(rest).length > 0) mistake('acknowledged with unknown fields', { text });
  if (!isJson(payload)) {
    mistake('acknowledged with a payload that is no object', { text });
    return { envelopeId: String(envelopeId), payload: {} };
  }
  return { envelopeId: String(envelopeId), payload };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
