import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttachmentError } from '../../../src/chat/adapter.ts';
import type { AttachmentRef, Incoming } from '../../../src/chat/message.ts';
import { createSetting } from './setting.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 a CV');
let setting: Awaited<ReturnType<typeof createSetting>>;
afterEach(() => setting.close());

/** A file that somebody sends, as the bot is told of it. */
async function sent(options: object = {}): Promise<AttachmentRef> {
  const received: Incoming[] = [];
  await setting.start(async (incoming) => {
    received.push(incoming);
    return {};
  });
  setting.slack.createPerson('Candidate').dm.upload({ name: 'cv.pdf', bytes: PDF, ...options });
  await setting.slack.waitFor(() => received.length === 1);
  const [message] = received;
  if (message?.type !== 'message' || !message.attachments[0]) throw new Error('No file came.');
  return message.attachments[0];
}
const read = (ref: AttachmentRef) =>
  setting.adapter.readAttachment(ref, { maxBytes: 1_000, signal: new AbortController().signal });
const codeOf = (ref: AttachmentRef) =>
  read(ref).then(
    () => 'read',
    (error: unknown) => (error instanceof AttachmentError ? error.code : String(error)),
  );

describe('a file', () => {
  beforeEach(async () => {
    setting = await createSetting();
  });

  it('of another workspace, of which only the id is told, is asked for', async () => {
    expect(new Uint8Array(await read(await sent({ needsLookUp: true })))).toEqual(PDF);
  });

  it('whose host fails is out of reach, and may be tried again', async () => {
    const ref = await sent();
    setting.slack.faults.next('/files-pri/', { type: 'status', status: 503 });
    expect(await codeOf(ref)).toBe('unreachable');
    expect(await codeOf(ref)).toBe('read');
  });

  it('that breaks off is out of reach', async () => {
    const ref = await sent();
    setting.slack.faults.next('/files-pri/', { type: 'loseRequest' });
    expect(await codeOf(ref)).toBe('unreachable');
  });
});

describe('without the scope for files', () => {
  it('says so, and tells the log what to do', async () => {
    setting = await createSetting({}, { scopes: ['chat:write', 'im:history', 'im:write', 'users:read'] });
    const ref = await sent();
    expect(await codeOf(ref)).toBe('not_permitted');
    expect(setting.logger.lines.join()).toMatch(/error: .*files:read.*Reinstall to Workspace/);
  });
});
