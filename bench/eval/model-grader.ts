import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { configureModels } from '../../src/configure-models.ts';
import { loadEnvFile } from '../../src/env-file.ts';
import type { Grade, GradingTask } from '../../src/evaluation/grade.ts';
import { gradeAnswer } from '../../src/evaluation/grade-answer.ts';
import { TECHNICAL_PROMPT } from '../../src/evaluation/prompts/technical.ts';
import type { Grader } from './grader.ts';

const CACHE = '.cache/eval-grades.jsonl';
/** Characters of English text that make a token, about; the prompt around a task; what a grade takes to write. */
const CHARACTERS_A_TOKEN = 4;
const PROMPT_TOKENS = 900;
const REPLY_TOKENS = 600;

/**
 * The configured language models as a grader for measuring. What has been graded is kept in a file, so that a run that
 * was broken off goes on where it stood, and a second one costs nothing.
 * @throws an `Error` that says what to set when no model is configured
 */
export function createModelGrader(): Grader {
  loadEnvFile();
  const config = readConfig(process.env);
  const ledger = { record: () => {}, countTokens: async () => 0 };
  const models = configureModels(config, ledger, () => Date.now());
  const model = models?.forAccount('eval', models.providers);
  if (!model) {
    throw new Error(
      'No model is configured for grading: set OPENAI_API_KEY (and OPENAI_BASE_URL, OPENAI_MODEL where they differ from the defaults), or use --grader offline.',
    );
  }
  const known = readCache();
  return async (task) => {
    const key = keyOf(task, [model.id, config.OPENAI_MODEL]);
    const cached = known.get(key);
    if (cached) return cached;
    const grade = await gradeAnswer(task, model, AbortSignal.timeout(180_000));
    known.set(key, grade);
    mkdirSync(dirname(CACHE), { recursive: true });
    appendFileSync(CACHE, `${JSON.stringify({ key, grade })}\n`);
    return grade;
  };
}

/** What grading these tasks may cost at most, told before it is spent. */
export function describeCost(tasks: readonly GradingTask[]): string {
  const config = readConfig(process.env);
  const characters = tasks.reduce((sum, task) => sum + JSON.stringify(task).length, 0);
  const input = Math.ceil(characters / CHARACTERS_A_TOKEN) + tasks.length * PROMPT_TOKENS;
  const output = tasks.length * REPLY_TOKENS;
  const price = Object.values(config.LLM_PRICES)[0];
  const cost = price
    ? `about ${((input * price.input + output * price.output) / 1_000_000).toFixed(2)} US dollars at the first price of LLM_PRICES`
    : 'set LLM_PRICES to see the cost';
  return `${tasks.length} answers, about ${input} tokens in and ${output} out: ${cost}. What was graded before is not sent again.`;
}

function keyOf(task: GradingTask, by: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([TECHNICAL_PROMPT.version, by, task]))
    .digest('hex');
}

function readCache(): Map<string, Grade> {
  if (!existsSync(CACHE)) return new Map();
  const lines = readFileSync(CACHE, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { key, grade } = JSON.parse(line) as { key: string; grade: Grade };
      return [key, grade];
    }),
  );
}
