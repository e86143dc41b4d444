import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The dependency rule, asserted from the import lines. Each folder names the folders it may import from, beside itself;
 * packages are checked only where a folder has to stay free of them.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/chat': [],
  'src/secrets': [],
  'src/locales': [
    'src/accounts',
    'src/admin',
    'src/chat',
    'src/cv',
    'src/evaluation',
    'src/interview',
    'src/questions',
  ],
  'src/questions': ['src/chat', 'src/evaluation'],
  'src/evaluation': ['src/chat', 'src/model', 'src/cv'],
  'src/model': [],
  'src/cv': ['src/chat', 'src/model', 'src/questions'],
  'src/accounts': ['src/chat'],
  'src/interview': ['src/chat', 'src/cv', 'src/evaluation', 'src/questions'],
  'src/privacy': [
    'src/accounts',
    'src/admin',
    'src/chat',
    'src/interview',
    'src/model',
    'src/questions',
    'src/store',
  ],
  'src/jobs': ['src/accounts', 'src/admin', 'src/chat', 'src/logging'],
  'src/logging': [],
  'src/observability': ['src/bot', 'src/chat', 'src/model', 'src/store'],
  'src/admin': ['src/accounts', 'src/chat', 'src/interview', 'src/questions'],
  'src/store': [
    'src/accounts',
    'src/admin',
    'src/chat',
    'src/cv',
    'src/evaluation',
    'src/interview',
    'src/jobs',
    'src/model',
    'src/questions',
  ],
  'src/bot': [
    'src/accounts',
    'src/admin',
    'src/chat',
    'src/cv',
    'src/evaluation',
    'src/interview',
    'src/jobs',
    'src/locales',
    'src/logging',
    'src/model',
    'src/privacy',
    'src/questions',
    'src/secrets',
    'src/store',
  ],
  'adapters/terminal': ['src/chat'],
  'adapters/discord': ['src/chat'],
  'adapters/slack': ['src/chat'],
  migrations: [],
  seeds: ['src/questions'],
};

/** Files that do no work of their own but put the others together. */
const COMPOSITION = [
  'src/backup.ts',
  'src/restore.ts',
  'src/main.ts',
  'src/check-health.ts',
  'src/import.ts',
  'src/admin.ts',
  'src/load-questions.ts',
  'src/configure-models.ts',
  'src/open-adapters.ts',
];
const PURE_FOLDERS = [
  'src/admin',
  'src/interview',
  'src/evaluation',
  'src/chat',
  'src/accounts',
  'src/locales',
];
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|process\.|from 'node:(fs|net|http|child_process)/;

const root = fileURLToPath(new URL('..', import.meta.url));

function sourceFiles(): string[] {
  return ['src', 'adapters', 'migrations', 'seeds'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
}

function folderOf(file: string): string {
  return (
    Object.keys(MAY_IMPORT)
      .filter((folder) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  );
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function resolved(file: string, specifier: string): string {
  return relative(root, normalize(join(root, dirname(file), specifier)));
}

const files = sourceFiles();

describe('the dependency rule', () => {
  it('knows every folder of the sources', () => {
    const unknown = files.filter((file) => folderOf(file) === '' && !/^src\/[^/]+\.ts$/.test(file));
    expect(unknown).toEqual([]);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])];
    const offences = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => resolved(file, specifier))
          .filter((target) => !allowed.some((ours) => target.startsWith(`${ours}/`)))
          .map((target) => `${file} imports ${target}`),
      );
    expect(offences).toEqual([]);
  });

  it('leaves putting things together to the composition root', () => {
    const importers = files
      .filter((file) => !COMPOSITION.includes(file) && file.startsWith('src/'))
      .filter((file) => importsOf(file).some((specifier) => /(^|\/)(adapters|seeds)\//.test(specifier)));
    expect(importers).toEqual([]);
  });

  it('keeps migrations frozen: they import kysely and nothing else', () => {
    const offences = files
      .filter((file) => file.startsWith('migrations/'))
      .flatMap((file) => importsOf(file).filter((specifier) => specifier !== 'kysely'));
    expect(offences).toEqual([]);
  });

  it('keeps the core pure: no clock, no chance, no input or output', () => {
    const offences = files
      .filter((file) => PURE_FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
      .filter((file) => IMPURE.test(readFileSync(join(root, file), 'utf8')));
    expect(offences).toEqual([]);
  });

  it('lets config.ts alone read the environment, which main hands it', () => {
    const readers = files.filter(
      (file) => readFileSync(join(root, file), 'utf8').includes('process.env') && !COMPOSITION.includes(file),
    );
    expect(readers).toEqual([]);
  });
});
