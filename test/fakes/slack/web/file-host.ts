import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { privatePath } from '../world/files.ts';
import { readBytes, readForm } from './body.ts';

/** What somebody without a session is shown instead of a file: a page, and status 200. */
const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>';

/**
 * A private file: for the bot's token with `files:read` (docs.slack.dev/messaging/working-with-files, Retrieving
 * files; docs.slack.dev/reference/objects/file-object, url_private).
 */
export function serveFile(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  stalls: boolean,
): number {
  const file = [...core.world.files.values()].find(
    (candidate) => privatePath(candidate, true) === path || privatePath(candidate, false) === path,
  );
  if (!file || file.deleted) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('file_not_found');
    return 404;
  }
  const { token, tokenState, scopes } = core.world.team(file.teamId);
  const isAllowed =
    request.headers.authorization === `Bearer ${token}` &&
    tokenState === 'active' &&
    scopes.has('files:read');
  if (!isAllowed) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
    return 200;
  }
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes.length });
  if (stalls) response.write(Buffer.from(file.bytes.subarray(0, Math.ceil(file.bytes.length / 2))));
  else response.end(Buffer.from(file.bytes));
  return 200;
}

/** The bytes for an upload URL: as they are, or as the one file of a form. */
export async function takeUpload(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<number> {
  const body = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  const bytes = type.startsWith('multipart/form-data') ? await onlyFile(body, type) : body;
  const isTaken = request.method === 'POST' && core.uploads.receive(path, bytes);
  const [status, text] = isTaken ? [200, `OK - ${bytes.length}`] : [400, 'unexpected upload'];
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  core.changed();
  return status;
}

async function onlyFile(body: Uint8Array, type: string): Promise<Uint8Array> {
  const form = await readForm(body, type);
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  const [file] = files;
  return file && files.length === 1 ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
