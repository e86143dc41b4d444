import { AttachmentError } from '../../src/chat/adapter.ts';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { AttachmentRef } from '../../src/chat/message.ts';
import { readAtMost } from '../../src/chat/read-at-most.ts';
import { addressOf, type FileLocation, parseAttachmentRef } from './attachment-ref.ts';
import { codeOf, isMissingScope } from './errors.ts';
import type { SlackApi } from './slack-api.ts';
import type { Workspaces } from './workspaces.ts';

type Limits = { readonly maxBytes: number; readonly signal: AbortSignal };

/** Where Slack keeps files. The bot's token goes to these hosts and to no other. */
const HOST = /^(?:files|[a-z0-9-]+\.enterprise)\.slack\.com$/;
const GONE: readonly number[] = [404, 410];

/** Reads the bytes of files that users sent. `apiUrl` is that of a stand-in, which then takes the place of Slack's hosts. */
export function createReadAttachment(
  workspaces: Workspaces,
  apiUrl: string | undefined,
  logger: AdapterLogger,
): (ref: AttachmentRef, limits: Limits) => Promise<Uint8Array> {
  const standIn = apiUrl === undefined ? null : new URL(apiUrl).origin;

  function isAllowed(address: string): boolean {
    const url = URL.parse(address);
    if (url === null || url.username + url.password !== '') return false;
    if (standIn !== null) return url.origin === standIn;
    return url.protocol === 'https:' && url.port === '' && HOST.test(url.hostname);
  }

  /** @throws AttachmentError `not_permitted`, and tells the log what to do about it */
  function refuseForScope(): never {
    logger.error(
      {},
      'Slack does not let the bot read files: the scope files:read is missing. At https://api.slack.com/apps → your app → OAuth & Permissions → Scopes add files:read, then Reinstall to Workspace; `npm run slack:check` checks it.',
    );
    throw new AttachmentError('not_permitted', 'The scope files:read is missing.');
  }

  async function download(address: string, token: string, { maxBytes, signal }: Limits): Promise<Uint8Array> {
    if (!isAllowed(address)) {
      throw new AttachmentError('not_allowed', 'The file is not on one of Slack’s hosts.');
    }
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(address, { headers, signal, redirect: 'manual' });
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
    const leadsElsewhere = response.status >= 300 && response.status < 400;
    if (response.ok && !isPage) return readAtMost(response, maxBytes);
    await response.body?.cancel();
    // Without the scope Slack shows its sign-in page, or leads there, instead of saying so.
    if ((response.ok && isPage) || leadsElsewhere || response.status === 401 || response.status === 403) {
      return refuseForScope();
    }
    const code = GONE.includes(response.status) ? 'not_found' : 'unreachable';
    throw new AttachmentError(code, `Slack answers ${response.status} for the file.`);
  }

  /** The address that Slack has for the file now. */
  async function askForAddress(api: SlackApi, { fileId }: FileLocation): Promise<string> {
    const file = await api.fileInfo(fileId).catch((error: unknown) => {
      if (isMissingScope(error)) return refuseForScope();
      if (codeOf(error) !== null)
        throw new AttachmentError('not_found', `The file is gone (${codeOf(error)}).`);
      throw error;
    });
    const address = file ? addressOf(file) : null;
    if (address === null) throw new AttachmentError('not_found', 'Slack has no address for the file.');
    return address;
  }

  return async (ref, limits) => {
    limits.signal.throwIfAborted();
    const location = parseAttachmentRef(ref);
    if (!location) throw new AttachmentError('not_allowed', 'The reference is not one of a file on Slack.');
    try {
      const api = await workspaces.apiOf(location.teamId);
      const address = location.url ?? (await askForAddress(api, location));
      return await download(address, api.token, limits);
    } catch (error) {
      if (limits.signal.aborted) throw limits.signal.reason;
      if (error instanceof AttachmentError) throw error;
      throw new AttachmentError('unreachable', 'The file cannot be fetched.', { cause: error });
    }
  };
}
