import { readFileSync } from 'node:fs';
import { checkSetUp } from '../adapters/slack/check-set-up.ts';
import type { SlackManifest } from '../adapters/slack/manifest-problems.ts';
import { loadEnvFile } from '../src/env-file.ts';

loadEnvFile();

/** As the program reads it: quotes around a value are taken off, an empty one counts as not set. */
function setting(name: string): string | undefined {
  const value = process.env[name]?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '';
  return value === '' ? undefined : value;
}

const botToken = setting('SLACK_BOT_TOKEN');
if (botToken === undefined) {
  console.log(
    'SLACK_BOT_TOKEN is not set. docs/slack.md shows where to find it; put it into .env and run this again.',
  );
  process.exitCode = 1;
} else {
  const manifest = JSON.parse(
    readFileSync(new URL('../slack/manifest.json', import.meta.url), 'utf8'),
  ) as SlackManifest;
  const others = {
    appToken: setting('SLACK_APP_TOKEN'),
    signingSecret: setting('SLACK_SIGNING_SECRET'),
    configurationToken: setting('SLACK_CONFIG_TOKEN'),
    apiUrl: setting('SLACK_API_URL'),
  };
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  const { lines, isReady } = await checkSetUp({ botToken, ...given }, manifest);
  console.log(lines.join('\n'));
  process.exitCode = isReady ? 0 : 1;
}
