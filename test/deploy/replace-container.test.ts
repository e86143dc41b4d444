import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../deploy/replace-container.sh', import.meta.url));
const FAKE = fileURLToPath(new URL('./fake-docker.sh', import.meta.url));

let home: string;
const state = (name: string) => join(home, 'state', name);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cyi-deploy-'));
  mkdirSync(join(home, 'bin'));
  mkdirSync(join(home, 'state'));
  copyFileSync(FAKE, join(home, 'bin', 'docker'));
  writeFileSync(join(home, 'chat-your-interview.env'), 'DISCORD_TOKEN="…"\n');
});
afterEach(() => rmSync(home, { recursive: true }));

function replaceBy(image: string) {
  const { status, stderr } = spawnSync('bash', [SCRIPT, image], {
    env: { PATH: `${join(home, 'bin')}:${process.env['PATH']}`, HOME: home, FAKE_DOCKER: state('') },
    encoding: 'utf8',
  });
  return { status, stderr };
}
const running = () => (existsSync(state('running')) ? readFileSync(state('running'), 'utf8').trim() : null);
const calls = () => readFileSync(state('calls'), 'utf8');

it('starts the first container on the named volume, read-only, with the settings of the host', () => {
  expect(replaceBy('bot:1').status).toBe(0);
  expect(running()).toBe('bot:1');
  expect(calls()).toMatch(
    /run .*--read-only.*--env-file \S+chat-your-interview\.env --volume cyi-data:\/app\/data bot:1/,
  );
});

it('replaces the running one', () => {
  replaceBy('bot:1');
  expect(replaceBy('bot:2').status).toBe(0);
  expect(running()).toBe('bot:2');
});

it('goes back to the former image when the new one is not healthy, and fails', () => {
  replaceBy('bot:1');
  const { status, stderr } = replaceBy('bot:2-broken');
  expect(status).toBe(1);
  expect(stderr).toContain('Rolled back to bot:1');
  expect(running()).toBe('bot:1');
});

it('leaves nothing running when there is no former image', () => {
  expect(replaceBy('bot:1-broken').status).toBe(1);
  expect(running()).toBeNull();
});

it('leaves the running one alone when the image cannot be pulled', () => {
  replaceBy('bot:1');
  expect(replaceBy('bot:2-missing').status).not.toBe(0);
  expect(running()).toBe('bot:1');
});

it('says where the settings belong when they are missing', () => {
  rmSync(join(home, 'chat-your-interview.env'));
  const { status, stderr } = replaceBy('bot:1');
  expect(status).toBe(1);
  expect(stderr).toContain('chat-your-interview.env');
});
