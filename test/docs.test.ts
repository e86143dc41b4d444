import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ADMIN_COMMANDS } from '../src/chat/admin-command-table.ts';
import { COMMANDS } from '../src/chat/command-table.ts';
import { readConfig } from '../src/config.ts';

/** What documents say about the code is compared with the code. */
const root = fileURLToPath(new URL('..', import.meta.url));
const OUTSIDE = ['node_modules', '.git', 'dist', 'data', 'coverage'];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function markdownFiles(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return OUTSIDE.includes(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

/** The names of all variables that the settings are read from: those that reading an empty environment asks for. */
function knownVariables(): string[] {
  const asked = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
  return [...asked].sort();
}

/** The rows of the table under a heading, each as its cells. */
function tableUnder(markdown: string, heading: string): string[][] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const withoutCode = (markdown: string): string => markdown.replaceAll(/^```.*?^```/gms, '');

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

function anchorsOf(path: string): string[] {
  return [...withoutCode(read(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

/** Why a relative link leads nowhere, or `null`. */
function brokenBecause(from: string, link: string): string | null {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : relative(root, resolve(root, dirname(from), decodeURI(path)));
  if (!existsSync(join(root, target))) return `${from} links to ${link}, which does not exist`;
  if (anchor === undefined || !target.endsWith('.md')) return null;
  return anchorsOf(target).includes(anchor) ? null : `${from} links to ${link}, which has no such heading`;
}

const documents = markdownFiles();
const readme = read('README.md');
const example = read('.env.example');

describe('the settings', () => {
  it('stand in the table of README.md: all that there are, and no others', () => {
    const named = tableUnder(readme, 'Configuration').map(([name = '']) => name.replaceAll('`', ''));
    expect(named.sort()).toEqual(knownVariables());
  });

  it('stand in .env.example: all that there are, and no others', () => {
    expect(Object.keys(parseEnv(example)).sort()).toEqual(knownVariables());
  });

  it('have the defaults that README.md gives', () => {
    const defaults: Record<string, unknown> = readConfig({});
    const told = tableUnder(readme, 'Configuration').map(([name = '', value = '']) => [
      name.replaceAll('`', ''),
      value.replaceAll('`', ''),
    ]);
    const real = told.map(([name = '']) => {
      const value = defaults[name];
      return [name, value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value)];
    });
    expect(told).toEqual(real);
  });

  it('are not changed by .env.example as it stands', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it('have one line of comment each in .env.example', () => {
    const lines = example.split('\n');
    const commented = lines.flatMap((line, index) => {
      const name = /^([A-Z_]+)=/.exec(line)?.[1];
      const isAlone = lines[index - 1]?.startsWith('# ') && !lines[index - 2]?.startsWith('#');
      return name && isAlone ? [name] : [];
    });
    expect(commented.sort()).toEqual(knownVariables());
  });
});

describe('README.md', () => {
  it('lists every command of the bot and no others', () => {
    const named = tableUnder(readme, 'Commands').map(([command = '']) =>
      command.replaceAll('`', '').replace(/ \[.*$/, ''),
    );
    expect(named.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it('lists every admin command and no others', () => {
    const named = tableUnder(readme, 'Admin commands').map(([command = '']) =>
      command.replaceAll('`', '').replace(/ \[.*$/, ''),
    );
    expect(named.sort()).toEqual(ADMIN_COMMANDS.map(({ name }) => name).sort());
  });
});

describe('documents', () => {
  it.each(documents)('%s names only npm scripts that exist', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(documents)('%s links only to what is there', (path) => {
    const links = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .flatMap((link) => brokenBecause(path, link) ?? []);
    expect(broken).toEqual([]);
  });

  it.each([...documents, '.env.example', 'LICENSE'])('%s names no path of a machine', (path) => {
    const paths = read(path).match(
      /(?<![\w.~/-])\/(?:home|root|Users|work|tmp|mnt|private)\/\S*|\b[A-Z]:\\\S*/g,
    );
    expect(paths ?? []).toEqual([]);
  });

  it('of docs/ can all be found from docs/README.md', () => {
    const index = read('docs/README.md');
    const missing = documents
      .filter((path) => path.startsWith('docs/') && path !== 'docs/README.md')
      .filter((path) => !index.includes(`(${path.slice('docs/'.length)})`));
    expect(missing).toEqual([]);
  });
});
