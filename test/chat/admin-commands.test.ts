import { describe, expect, it } from 'vitest';
import { parseAdminCommand } from '../../src/chat/admin-commands.ts';
import { parseCommand } from '../../src/chat/commands.ts';

describe('parseAdminCommand', () => {
  it.each([
    ['/interview-admin stats', 'stats'],
    ['/admin stats', 'stats'],
    ['/Admin STATS', 'stats'],
    ['/면접관리 통계', 'stats'],
    ['/관리 통계'.normalize('NFD'), 'stats'],
    ['/admin models test', 'models test'],
    ['/admin models', 'models list'],
    ['/admin', 'help'],
  ])('reads %s', (text, name) => {
    expect(parseAdminCommand(text)).toEqual({ name, args: {} });
  });

  it.each(['/admin frobnicate', '/interview-admin stats_ now please'])(
    'takes %s for a wish to know what there is',
    (text) => {
      const [, ...words] = text.split(' ');
      expect(parseAdminCommand(text)).toEqual({ name: 'help', args: { unknown: words.join(' ') } });
    },
  );

  it.each([
    'stats',
    'admin stats',
    '/administration is hard',
    '/admin is where Django keeps its back office, and it needs a login.',
    '/admin stats\nand more',
    `/admin stats ${'x'.repeat(300)}`,
    '/start be',
  ])('leaves %s alone', (text) => {
    expect(parseAdminCommand(text)).toBeNull();
  });

  it('is what parseCommand knows of `/interview-admin`', () => {
    expect(parseCommand('/interview-admin models test')).toEqual({ name: 'admin models test', args: {} });
  });
});
