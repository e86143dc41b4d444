import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSeedFiles, readSeedFiles } from '../../seeds/read-seeds.ts';

const BANK = 'id,position,question,topic,example_answer\nbe-x-001,be,Why?,x,Because.\n';
const BEHAVIOURAL =
  'id,question,topic,good_answer_shows,warning_sign,question_ko,good_answer_shows_ko,warning_sign_ko\nbehavioural-y-01,Why?,y,why,no,왜요?,이유,없음\n';

let folder = '';
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = () => readSeedFiles(pathToFileURL(`${folder}/`));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  write('questions/be/x.csv', BANK);
  write('behavioural.csv', BEHAVIOURAL);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('reading the seeds', () => {
  it('gives technical and behavioural questions', () => {
    const { questions, behavioural, rejected } = parseSeedFiles(read().files);
    expect(questions.map(({ id, source }) => [id, source])).toEqual([['be-x-001', 'seed']]);
    expect(behavioural.map(({ id }) => id)).toEqual(['behavioural-y-01']);
    expect(rejected).toEqual([]);
  });

  it('takes no other file for a bank', () => {
    const { digest } = read();
    write('competencies.tsv', 'x');
    write('other.csv', 'x');
    write('questions/be/notes.md', 'x');
    expect(read().digest).toBe(digest);
  });

  it.each([
    ['a changed character', () => write('questions/be/x.csv', BANK.replace('Why', 'Who'))],
    ['a new file', () => write('questions/fe/x.csv', BANK)],
    ['a changed behavioural question', () => write('behavioural.csv', `${BEHAVIOURAL}\n`)],
    [
      'a renamed file',
      () => {
        rmSync(join(folder, 'questions/be/x.csv'));
        write('questions/be/z.csv', BANK);
      },
    ],
  ])('sees %s in the digest, and nothing else', (_, change) => {
    const { digest } = read();
    expect(read().digest).toBe(digest);
    change();
    expect(read().digest).not.toBe(digest);
  });

  it('names the file and line of what it cannot read', () => {
    write('questions/be/x.csv', `${BANK},be,No id?,x,Because.\n`);
    write('questions/be/y.csv', 'not a bank');
    expect(parseSeedFiles(read().files).rejected).toEqual([
      { path: 'questions/be/x.csv', line: 3, reason: 'id_missing' },
      { path: 'questions/be/y.csv', line: null, reason: 'no_header' },
    ]);
  });
});
