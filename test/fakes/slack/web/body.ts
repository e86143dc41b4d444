import type { IncomingMessage } from 'node:http';
import { isJson, type Json } from '../../support/json.ts';
import { Refusal } from '../refusal.ts';

const MAX_BYTES = 1024 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Refusal('request_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export type WebBody = { readonly fields: Json; readonly isJson: boolean };

/**
 * The arguments of a call (docs.slack.dev/apis/web-api, POST bodies): a form, JSON, or the query of a GET.
 * @throws Refusal invalid_form_data, invalid_json, json_not_object, invalid_post_type, missing_post_type
 */
export async function readWebBody(request: IncomingMessage, query: URLSearchParams): Promise<WebBody> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  const fromQuery = Object.fromEntries(query);
  if (bytes.length === 0) return { fields: fromQuery, isJson: false };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return {
      fields: { ...fromQuery, ...Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) },
      isJson: false,
    };
  }
  if (type.startsWith('multipart/form-data')) {
    return { fields: { ...fromQuery, ...(await formFields(bytes, type)) }, isJson: false };
  }
  if (type.startsWith('application/json'))
    return { fields: { ...fromQuery, ...parsed(bytes) }, isJson: true };
  throw new Refusal(type === '' ? 'missing_post_type' : 'invalid_post_type');
}

export async function readForm(bytes: Uint8Array, type: string): Promise<FormData> {
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal('invalid_form_data');
  });
}

async function formFields(bytes: Buffer, type: string): Promise<Json> {
  const form = await readForm(bytes, type);
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

function parsed(bytes: Buffer): Json {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('invalid_json');
  }
  if (!isJson(value)) throw new Refusal('json_not_object');
  return value;
}
