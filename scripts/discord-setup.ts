import { checkSetUp } from '../adapters/discord/check-set-up.ts';
import { loadEnvFile } from '../src/env-file.ts';

loadEnvFile();
const token = process.env['DISCORD_TOKEN']?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '';
if (token === '') {
  console.log(
    'DISCORD_TOKEN is not set. docs/discord.md shows where to find it; put it into .env and run this again.',
  );
  process.exitCode = 1;
} else {
  const apiUrl = process.env['DISCORD_API_URL']?.trim();
  const { lines, isReady } = await checkSetUp(token, apiUrl === '' ? undefined : apiUrl);
  console.log(lines.join('\n'));
  process.exitCode = isReady ? 0 : 1;
}
