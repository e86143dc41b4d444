import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeSlack, type FakeSlack, type Person } from './index.ts';
import { call, connect } from './raw.ts';

const bytes = new TextEncoder().encode('%PDF-1.7');
const cv = { name: 'My CV.pdf', bytes };

describe('files', () => {
  let slack: FakeSlack;
  let candidate: Person;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterEach(() => slack.close());

  const sent = async (): Promise<Json> => {
    const socket = await connect(slack);
    candidate.dm.upload(cv, 'here');
    const { payload } = (await socket.next()) as { payload: { event: { files: readonly Json[] } } };
    expect(payload.event).toMatchObject({ subtype: 'file_share', text: 'here', channel_type: 'im' });
    return payload.event.files[0] ?? {};
  };
  const download = (file: Json, token?: string) =>
    fetch(String(file['url_private_download']), {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  it('are given to the bot’s token, and a login page to everybody else', async () => {
    const file = await sent();
    expect(file).toMatchObject({ name: 'My CV.pdf', filetype: 'pdf', size: 8, mode: 'hosted' });
    const mine = await download(file, slack.botToken);
    expect([mine.headers.get('content-type'), await mine.text()]).toEqual(['application/pdf', '%PDF-1.7']);
    for (const token of [undefined, 'xoxb-wrong', slack.appToken]) {
      const page = await download(file, token);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await page.text()).toMatch('Sign in');
    }
    slack.deleteFile(String(file['id']));
    expect((await download(file, slack.botToken)).status).toBe(404);
    expect((await call(slack, 'files.info', { file: file['id'] })).json).toMatchObject({
      error: 'file_deleted',
    });
  });

  it('need files:read', async () => {
    const poor = await createFakeSlack({ scopes: ['im:history'] });
    const socket = await connect(poor);
    poor.createPerson('Candidate').dm.upload(cv);
    const { payload } = (await socket.next()) as { payload: { event: { files: readonly Json[] } } };
    const [file = {}] = payload.event.files;
    expect((await download(file, poor.botToken)).headers.get('content-type')).toMatch('text/html');
    expect((await call(poor, 'files.info', { file: file['id'] })).json).toMatchObject({
      needed: 'files:read',
    });
    await poor.close();
  });

  it('from elsewhere must be looked up', async () => {
    const socket = await connect(slack);
    candidate.dm.upload({ ...cv, needsLookUp: true });
    const { payload } = (await socket.next()) as { payload: { event: { files: readonly Json[] } } };
    const [file = {}] = payload.event.files;
    expect(file).toMatchObject({ file_access: 'check_file_info' });
    expect(file).not.toHaveProperty('url_private_download');
    const { json } = await call(slack, 'files.info', { file: file['id'] });
    expect(json['file']).toMatchObject({ name: 'My CV.pdf', size: 8 });
  });

  it('come from the app in three steps', async () => {
    const ask = async (given: Json) =>
      (await call(slack, 'files.getUploadURLExternal', { filename: 'a.png', ...given })).json;
    expect(await ask({ length: 0 })).toMatchObject({ error: 'missing_argument' });
    expect(await ask({ length: 8, alt_txt: 'x'.repeat(1001) })).toMatchObject({ error: 'alt_txt_too_large' });
    const { upload_url: url, file_id: id } = await ask({ length: 8, alt_txt: 'A chart' });
    const complete = async (given: Json) =>
      (await call(slack, 'files.completeUploadExternal', { files: [{ id, title: 'Chart' }], ...given })).json;
    expect(await complete({})).toMatchObject({ error: 'file_not_found' });
    const upload = async (body: Uint8Array<ArrayBuffer>) =>
      (await fetch(String(url), { method: 'POST', body })).status;
    expect(await upload(bytes.slice(1))).toBe(400);
    expect(await upload(bytes)).toBe(200);
    expect(await complete({ channel_id: candidate.id })).toMatchObject({ error: 'channel_not_found' });
    expect(await complete({ thread_ts: '1.000001' })).toMatchObject({ error: 'invalid_arguments' });
    expect(await complete({ files: [] })).toMatchObject({ error: 'invalid_arguments' });
    expect(await complete({ files: [{ id, name: 'x' }] })).toMatchObject({ error: 'invalid_arguments' });
    expect(await complete({ channel_id: candidate.dm.id, initial_comment: 'Look' })).toMatchObject({
      ok: true,
    });
    expect(candidate.dm.messages).toMatchObject([
      { text: 'Look', files: [{ name: 'a.png', title: 'Chart', altText: 'A chart' }] },
    ]);
    expect(await complete({})).toMatchObject({ error: 'file_not_found' });
  });

  it('can stall half way', async () => {
    const file = await sent();
    slack.faults.next('/files-pri/', { type: 'stall' });
    const response = await download(file, slack.botToken);
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(value?.length).toBe(4);
  });
});
