import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

describe('settings', () => {
  it('need nothing: everything has a default', () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: 'sqlite:data/interview.db',
      SESSIONS_PER_ACCOUNT: 5,
      DEFAULT_LOCALE: 'en',
      LLM_FALLBACKS: [],
    });
  });

  it.each([
    ['"7"', 7],
    ["'7'", 7],
    [' 7 ', 7],
    ['" 7 "', 7],
    ['', 5],
    ['""', 5],
  ])('read %j as docker --env-file leaves it', (value, expected) => {
    expect(readConfig({ SESSIONS_PER_ACCOUNT: value }).SESSIONS_PER_ACCOUNT).toBe(expected);
  });

  it('keep a quote that is part of the value', () => {
    expect(readConfig({ OPENAI_API_KEY: 'ab"c' }).OPENAI_API_KEY).toBe('ab"c');
  });

  it.each([
    [{ SESSIONS_PER_ACCOUNT: 'five' }, 'SESSIONS_PER_ACCOUNT must be a whole number'],
    [{ SESSIONS_PER_ACCOUNT: '0' }, 'SESSIONS_PER_ACCOUNT'],
    [{ ROLE: 'boss' }, 'ROLE must be all, gateway, worker'],
    [
      { ROLE: 'worker', DATABASE_URL: 'mysql://root@127.0.0.1/interview' },
      'SECRET_KEY must be set with ROLE=worker',
    ],
    [{ DEFAULT_LOCALE: 'fr' }, 'DEFAULT_LOCALE must be en or ko'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL must look like'],
    [{ OPENAI_BASE_URL: 'localhost:8080' }, 'OPENAI_BASE_URL must be a URL'],
    [{ LLM_FALLBACKS: '{not json' }, 'LLM_FALLBACKS must be JSON like'],
    [{ LLM_FALLBACKS: '[{"name":"x"}]' }, 'LLM_FALLBACKS must be JSON like'],
    [
      { LLM_FALLBACKS: '[{"name":"Groq","model":"m","apiKeyEnv":"GROQ_API_KEY"}]' },
      'takes the key of Groq from GROQ_API_KEY, which is not set',
    ],
    [
      { LLM_FALLBACKS: '[{"name":"Local","model":"m"},{"name":"Local","model":"n"}]' },
      'LLM_FALLBACKS calls a server Local, which is another one',
    ],
    [
      {
        OPENAI_API_KEY: 'k',
        OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
        LLM_FALLBACKS: '[{"name":"127.0.0.1","model":"m"}]',
      },
      'LLM_FALLBACKS calls a server 127.0.0.1',
    ],
  ])('that are wrong stop the start with what to do: %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  it('name every wrong one at once, and never a value', () => {
    const read = () => readConfig({ DEFAULT_LOCALE: 'secret-1', LOG_LEVEL: 'secret-2' });
    expect(read).toThrow(/DEFAULT_LOCALE[\s\S]*LOG_LEVEL/);
    expect(read).not.toThrow(/secret/);
  });

  it('take a fallback’s key from the variable that it names', () => {
    const { LLM_FALLBACKS } = readConfig({
      LLM_FALLBACKS: '[{"name":"Groq","model":"m","apiKeyEnv":"GROQ_API_KEY"},{"name":"Local","model":"l"}]',
      GROQ_API_KEY: '"key"',
    });
    expect(LLM_FALLBACKS).toEqual([
      { name: 'Groq', model: 'm', apiKey: 'key' },
      { name: 'Local', model: 'l', apiKey: 'none' },
    ]);
  });
});
