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

  it.each([
    ['/admin user ban discord:42', 'user ban', { who: 'discord:42' }],
    ['/admin ban slack:T1/U1', 'user ban', { who: 'slack:T1/U1' }],
    ['/admin user find Alex Kim', 'user find', { who: 'Alex Kim' }],
    ['/admin user role "Alex Kim" 관리자', 'user role', { who: 'Alex Kim', role: 'admin' }],
    ['/admin user role alex king', 'user role', { who: 'alex', role: 'king' }],
    ['/admin grant alex 3', 'quota grant', { who: 'alex', number: '3' }],
    ['/admin grant alex 3 30', 'quota grant', { who: 'alex', number: '3', days: '30' }],
    ['/admin grant alex 3 for help', 'quota grant', { who: 'alex', number: '3', reason: 'for help' }],
    [
      '/admin grant alex 3 30 for 2 talks',
      'quota grant',
      { who: 'alex', number: '3', days: '30', reason: 'for 2 talks' },
    ],
    ['/관리 횟수 추가 "김 하나" 2', 'quota grant', { who: '김 하나', number: '2' }],
  ])('reads the arguments of %s', (text, name, args) => {
    expect(parseAdminCommand(text)).toEqual({ name, args });
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
