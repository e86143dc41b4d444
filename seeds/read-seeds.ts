import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseBank } from '../src/questions/parse-bank.ts';
import { parseBehavioural } from '../src/questions/parse-behavioural.ts';
import { parseRubrics } from '../src/questions/parse-rubrics.ts';
import { parseTaxonomy } from '../src/questions/parse-taxonomy.ts';
import type { BehaviouralQuestion, CompetencyRubric, Question, Taxonomy } from '../src/questions/question.ts';

const SEEDS_FOLDER = new URL('./', import.meta.url);
const BEHAVIOURAL_FILE = 'behavioural.csv';
const QUESTIONS_FOLDER = 'questions/';

/** Goes into the digest; raise it when the same files are to be read differently, so that they are loaded again. */
const FORMAT_VERSION = 1;

/** `path` is relative to the folder of the seeds, with `/`. */
export type SeedFile = { readonly path: string; readonly bytes: Uint8Array };
/** `digest` is the same for the same names and contents: compare it with the one stored to skip loading. */
export type SeedFiles = { readonly digest: string; readonly files: readonly SeedFile[] };

export type SeedBank = {
  readonly questions: readonly (Question & { readonly line: number })[];
  readonly behavioural: readonly BehaviouralQuestion[];
  /** Rows left out, to be logged; `line` is `null` when the whole file is unreadable. The tests keep this empty. */
  readonly rejected: readonly {
    readonly path: string;
    readonly line: number | null;
    readonly reason: string;
  }[];
};

const digestOf = (files: readonly SeedFile[]): string => {
  const hash = createHash('sha256').update(`format ${FORMAT_VERSION}\n`);
  for (const { path, bytes } of files) hash.update(`${path} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
};

/** Reads the bytes of all question files, without parsing them: start-up with an unchanged bank ends here. */
export const readSeedFiles = (folder: URL = SEEDS_FOLDER): SeedFiles => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => path === BEHAVIOURAL_FILE || (path.startsWith(QUESTIONS_FOLDER) && path.endsWith('.csv')),
    )
    .sort();
  const files = paths.map((path) => ({ path, bytes: readFileSync(new URL(path, folder)) }));
  return { digest: digestOf(files), files };
};

/** Parses what `readSeedFiles` read. */
export const parseSeedFiles = (files: readonly SeedFile[]): SeedBank => {
  const questions: SeedBank['questions'][number][] = [];
  const behavioural: BehaviouralQuestion[] = [];
  const rejected: SeedBank['rejected'][number][] = [];
  for (const { path, bytes } of files) {
    const isBehavioural = path === BEHAVIOURAL_FILE;
    const reading = isBehavioural ? parseBehavioural(bytes) : parseBank(bytes, 'seed');
    if (!reading.ok) rejected.push({ path, line: reading.line, reason: reading.reason });
    else {
      for (const question of reading.questions) {
        if ('competency' in question) behavioural.push(question);
        else questions.push(question);
      }
      for (const { line, reason } of reading.rejected) rejected.push({ path, line, reason });
    }
  }
  return { questions, behavioural, rejected };
};

/** The topics of each position, with the weights that choosing a question uses. */
export const readTaxonomy = (): Taxonomy =>
  parseTaxonomy(readFileSync(new URL('taxonomy.json', SEEDS_FOLDER), 'utf8'));

/** What weak, fair and strong answers look like for each competency of the behavioural questions. */
export const readCompetencyRubrics = (): readonly CompetencyRubric[] =>
  parseRubrics(readFileSync(new URL('competencies.tsv', SEEDS_FOLDER)));
