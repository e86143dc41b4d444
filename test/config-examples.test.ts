import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

/** Base URLs as the servers' own documents give them (local ones: their default ports). */
const BASE_URLS = {
  Anthropic: 'https://api.anthropic.com/v1/',
  Gemini: 'https://generativelanguage.googleapis.com/v1beta/openai/',
  Groq: 'https://api.groq.com/openai/v1',
  OpenRouter: 'https://openrouter.ai/api/v1',
  vLLM: 'http://127.0.0.1:8000/v1',
  Ollama: 'http://127.0.0.1:11434/v1',
  'llama.cpp': 'http://127.0.0.1:8080/v1',
};
const KEYS = {
  ANTHROPIC_API_KEY: 'key',
  GEMINI_API_KEY: 'key',
  GROQ_API_KEY: 'key',
  OPENROUTER_API_KEY: 'key',
};

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
/** Lines that set the fallbacks, whether or not they are commented out. */
const examplesIn = (text: string) =>
  [...text.matchAll(/^(?:# )?(LLM_FALLBACKS=\[\{.*)$/gm)].map(([, line = '']) => line);
/** The settings that somebody has who copies the line into their `.env`. */
const settingsOf = (line: string) => readConfig({ ...KEYS, ...parseEnv(line) }).LLM_FALLBACKS;

describe('the example of each server', () => {
  const examples = examplesIn(read('.env.example'));

  it.each(examples)('can be used as it stands: %s', (line) => {
    const [server, ...others] = settingsOf(line);
    expect(others).toEqual([]);
    expect(Object.entries(BASE_URLS)).toContainEqual([server?.name, server?.baseURL]);
    expect(server?.model).not.toBe('');
    const isLocal = server?.baseURL?.startsWith('http://127.0.0.1');
    expect(server?.apiKey).toBe(isLocal ? 'none' : 'key');
  });

  it('is there, and all of them fit into one array', () => {
    const all = examples.map((line) => line.slice('LLM_FALLBACKS=['.length, -1)).join(',');
    expect(settingsOf(`LLM_FALLBACKS=[${all}]`).map(({ name }) => name)).toEqual(Object.keys(BASE_URLS));
  });
});

describe('operations.md', () => {
  const text = read('docs/operations.md');

  it('shows settings that work', () => {
    const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)]
      .map(([, block = '']) => block)
      .filter((block) => block.includes('LLM_FALLBACKS='));
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(readConfig(parseEnv(block)).LLM_FALLBACKS).not.toEqual([]);
  });

  it.each(Object.entries(BASE_URLS))('names the address of %s: %s', (name, url) => {
    expect(text).toContain(`| ${name} | \`${url}\` |`);
  });
});
