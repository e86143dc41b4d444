import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSetUp } from '../../../adapters/discord/check-set-up.ts';
import { createSetting, type Setting } from './harness.ts';

describe('the check of the set-up', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await createSetting();
  });
  afterEach(() => setting.close());

  it('makes links with just the scopes and permissions that are needed', async () => {
    const { lines, isReady } = await checkSetUp(setting.discord.token, setting.discord.apiUrl);
    expect(isReady).toBe(true);
    const [server, account] = lines
      .filter((line) => line.includes('https://discord.com/oauth2'))
      .map((line) => new URL(line.trim()).searchParams);
    expect(server?.get('scope')).toBe('bot applications.commands');
    expect(server?.get('permissions')).toBe('377957239808');
    expect(server?.get('client_id')).toBe(setting.discord.applicationId);
    expect(account?.get('scope')).toBe('applications.commands');
    expect(account?.get('integration_type')).toBe('1');
    expect(setting.discord.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('says where to get another token', async () => {
    const { lines, isReady } = await checkSetUp('not.a.token', setting.discord.apiUrl);
    expect(isReady).toBe(false);
    expect(lines.join()).toContain('Reset Token');
  });
});
