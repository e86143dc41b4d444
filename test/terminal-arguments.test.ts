import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { readArguments } from '../src/terminal-arguments.ts';

const system = () => 'somebody';

describe('who speaks in the terminal', () => {
  it('is the system’s user, or who is named', () => {
    expect(readArguments([], system)).toEqual({ user: 'somebody', terminal: false });
    expect(readArguments(['--user', ' alex ', '--terminal'], system)).toEqual({
      user: 'alex',
      terminal: true,
    });
  });

  it('is the same whether Hangul comes whole or in parts', () => {
    expect(readArguments(['--user', '지원자'.normalize('NFD')], system).user).toBe('지원자');
  });

  it.each([
    [['--user', 'a\tb']],
    [['--user', 'a\u001bb']],
    [['--user', '']],
    [['--user', 'x'.repeat(101)]],
    [['--nobody']],
  ])('is told in a sentence what is wrong with %j', (given) => {
    expect(() => readArguments(given, system)).toThrow(ConfigError);
    expect(() => readArguments(given, system)).toThrow('Allowed are --terminal and --user NAME.');
  });
});
