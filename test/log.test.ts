import { expect, it } from 'vitest';
import { createLogger } from '../src/logging/log.ts';
import { inRequest } from '../src/logging/request.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

it('says what went wrong', () => {
  const cause = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
  expect(logged((logger) => logger.error({ error: cause }, 'Not stored.'))).toMatch(
    /disk full.*SQLITE_FULL|SQLITE_FULL.*disk full/,
  );
});

it.each([
  [{ password: 'planted' }],
  [{ job: { apiKey: 'planted' } }],
  [{ incoming: { message: { text: 'planted' } } }],
  [{ account: { email: 'planted' } }],
  [{ error: Object.assign(new Error('failed'), { request: { body: 'planted' } }) }],
])('never writes a secret: %j', (data) => {
  expect(logged((logger) => logger.info(data, 'Something.'))).not.toContain('planted');
});

it('names the event that a line goes back to, also after waiting', async () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  await inRequest('discord:1', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    logger.info('Inside.');
  });
  logger.info('Outside.');
  expect(lines.map((line) => JSON.parse(line).request)).toEqual(['discord:1', undefined]);
});
