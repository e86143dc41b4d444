import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkSetUp } from '../../../adapters/slack/check-set-up.ts';
import { manifestProblems, type SlackManifest } from '../../../adapters/slack/manifest-problems.ts';
import { createFakeSlack, type FakeSlack } from '../../fakes/slack/index.ts';

const read = (name: string): SlackManifest =>
  JSON.parse(readFileSync(new URL(`../../../slack/${name}`, import.meta.url), 'utf8'));
const socket = read('manifest.json');
const http = read('manifest.http.json');

/** The rules of slackapi/manifest-schema 2.0.0 (MIT) for what our manifests hold, and nothing besides. */
const text = (longest: number, shortest = 1) => z.string().min(shortest).max(longest);
const url = text(3_000).regex(/^https:\/\//);
const rules = z.strictObject({
  $schema: z.string(),
  _metadata: z.strictObject({ major_version: z.int(), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175),
    background_color: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32, 2).regex(/^\//),
          url: url.optional(),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(text(50)).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: url.optional(),
      bot_events: z.array(text(50)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

describe('the manifests', () => {
  it.each([
    ['manifest.json', socket],
    ['manifest.http.json', http],
  ])('%s keeps the rules of Slack', (_name, manifest) => {
    expect(rules.safeParse(manifest).error?.issues ?? []).toEqual([]);
  });

  it('ask for nothing that lets the bot read channels', () => {
    for (const {
      oauth_config: { scopes },
    } of [socket, http]) {
      expect(scopes.bot.filter((scope) => /^(channels|groups|mpim):history$/.test(scope))).toEqual([]);
    }
  });

  it('differ only in how events come', () => {
    const withoutWay = (manifest: SlackManifest) =>
      JSON.parse(
        JSON.stringify(manifest, (key, value) =>
          ['url', 'request_url', 'socket_mode_enabled'].includes(key) ? undefined : value,
        ),
      );
    expect(withoutWay(http)).toEqual(withoutWay(socket));
    expect(JSON.stringify(http).match(/https:\/\/interview\.example\.com\/slack\/events/g)).toHaveLength(4);
  });
});

describe('what an app lacks', () => {
  const bySocket = { socketMode: true, http: false };
  const byHttp = { socketMode: false, http: true };

  it('is nothing when it was made from a manifest', () => {
    expect(manifestProblems(socket, socket, bySocket)).toEqual([]);
    expect(manifestProblems(http, socket, byHttp)).toEqual([]);
  });

  it('is everything when it is bare', () => {
    const problems = manifestProblems({}, socket, bySocket).join('\n');
    for (const word of [
      'message.im',
      '/interview-admin',
      'start_interview',
      'Buttons',
      'Home tab',
      'Nobody can write',
      'Socket Mode',
    ])
      expect(problems).toContain(word);
  });

  it('is an address where events shall come by HTTP', () => {
    expect(manifestProblems({ ...http, settings: socket.settings }, socket, byHttp)).toEqual([
      expect.stringContaining('The app uses Socket Mode'),
      expect.stringContaining('Request URL'),
    ]);
  });
});

describe('npm run slack:check', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await createFakeSlack();
  });
  afterEach(() => slack.close());

  it('is content with tokens that work and scopes that suffice', async () => {
    const { apiUrl, botToken, appToken } = slack;
    const { lines, isReady } = await checkSetUp({ botToken, appToken, apiUrl }, socket);
    expect(isReady).toBe(true);
    expect(lines.join('\n')).toContain('It has every scope that it needs.');
    expect(lines.join('\n')).toContain('events can come by Socket Mode');
    expect(lines.join('\n')).toContain('message.im');
  });

  it('names the scopes that are missing, and the way in that is', async () => {
    const poor = await createFakeSlack({ scopes: ['chat:write', 'channels:history'] });
    const { lines, isReady } = await checkSetUp({ botToken: poor.botToken, apiUrl: poor.apiUrl }, socket);
    await poor.close();
    expect(isReady).toBe(false);
    expect(lines.join('\n')).toContain('Scopes are missing: app_mentions:read, commands, files:read');
    expect(lines.join('\n')).toContain('It does not need: channels:history.');
    expect(lines.join('\n')).toContain('Nothing lets events in');
  });

  it('says what to do about tokens that do not work', async () => {
    const { apiUrl, botToken } = slack;
    expect(await checkSetUp({ botToken: 'xoxb-wrong', apiUrl }, socket)).toMatchObject({
      isReady: false,
      lines: [expect.stringContaining('Slack refused SLACK_BOT_TOKEN (invalid_auth)')],
    });
    const { lines } = await checkSetUp(
      { botToken, appToken: 'xapp-wrong', signingSecret: 'x', apiUrl },
      socket,
    );
    expect(lines.join('\n')).toContain('Slack refused SLACK_APP_TOKEN');
    expect(lines.join('\n')).toContain('SLACK_SIGNING_SECRET is not 32 hexadecimal digits');
  });
});
