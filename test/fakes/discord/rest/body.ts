import type { IncomingMessage } from 'node:http';
import { refusal } from '../api-error.ts';

/** developers/reference.mdx, Uploading Files: 10 MiB a file by default; resources/message.mdx: 25 MiB a request. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_REQUEST_BYTES = 25 * 1024 * 1024;

export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };
export type Body = { readonly json: unknown; readonly files: readonly UploadedFile[] };

/** @throws ApiError 40005 when it is too large, 50109 when it is not what its type says. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  if (size > MAX_REQUEST_BYTES) throw refusal(40005);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (!type.startsWith('application/json')) throw refusal(50109);
  return { json: parse(bytes.toString('utf8')), files: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}

/** developers/reference.mdx, Uploading Files: `payload_json` and `files[n]`. */
async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const body = Uint8Array.from(bytes);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refusal(50109);
  });
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES) throw refusal(40005);
    files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}
