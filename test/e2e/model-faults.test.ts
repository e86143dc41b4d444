import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelPurpose } from '../../src/model/language-model.ts';
import { goodReply } from '../fakes/fake-grader.ts';
import {
  breaksOff,
  completion,
  type Fault,
  type FaultyOpenAi,
  fails,
  halfCloses,
  type ReceivedRequest,
  replies,
  sends,
  stallsBody,
  startFaultyOpenAi,
  withholdsHeaders,
} from '../fakes/faulty-openai.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';
import { runTerminal } from './terminal-process.ts';

let folder: string;
let servers: FaultyOpenAi[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-faults-'));
  await writeFile(join(folder, 'cv.pdf'), await englishResume());
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  await rm(folder, { recursive: true });
});

const PURPOSES: Readonly<Record<string, ModelPurpose>> = {
  technical_grade: 'grade_technical',
  behavioural_grade: 'grade_behavioural',
  cv_grade: 'grade_cv',
  cv_questions: 'cv_questions',
};

/** Answers as a good model would, whatever is asked. */
function good({ body }: ReceivedRequest): Fault {
  const format = body.response_format as { json_schema?: { name: string } } | undefined;
  const user = body.messages?.find(({ role }) => role === 'user')?.content ?? '{}';
  const purpose =
    PURPOSES[format?.json_schema?.name ?? ''] ??
    (user.includes('"cv":') ? 'cv_questions' : 'grade_technical');
  const reply = goodReply({
    purpose,
    user,
    system: '',
    promptVersion: '',
    schemaName: '',
    maxOutputTokens: 0,
  });
  return replies(JSON.stringify('value' in reply ? reply.value : null));
}

async function serve(behaviour: (request: ReceivedRequest) => Fault): Promise<FaultyOpenAi> {
  const server = await startFaultyOpenAi(behaviour);
  servers.push(server);
  return server;
}

/** One technical answer in the real program, with these providers in this order. */
async function interview(first: FaultyOpenAi, fallback?: FaultyOpenAi) {
  const run = await runTerminal(
    [
      'start',
      '1',
      `/upload ${join(folder, 'cv.pdf')}`,
      'backend',
      'I would measure it first, then add an index.',
      'stop',
    ],
    {
      DATABASE_URL: `sqlite:${join(folder, 'interview.db')}`,
      OPENAI_API_KEY: 'sk-secret-of-the-test',
      OPENAI_BASE_URL: first.baseURL,
      OPENAI_MODEL: 'first-model',
      LLM_DEADLINE_MS: '400',
      TERMINAL_DRAIN_MS: '6000',
      ...(fallback && {
        LLM_FALLBACKS: JSON.stringify([{ name: 'second', baseURL: fallback.baseURL, model: 'second-model' }]),
      }),
    },
  );
  const db = new Database(join(folder, 'interview.db'), { readonly: true });
  const rows = db.prepare('select grade, grade_is_final from interaction where ordinal = 1').all() as {
    grade: string;
    grade_is_final: number;
  }[];
  const calls = db
    .prepare("select provider, outcome, error_code from model_call where purpose like 'grade%'")
    .all();
  const waiting = db.prepare("select kind, status from job where kind = 'grade'").all();
  db.close();
  const grade = JSON.parse(rows[0]?.grade ?? 'null');
  return { run, grade, isFinal: rows[0]?.grade_is_final === 1, calls, waiting };
}

describe('one provider that fails', () => {
  it.each([
    ['has an error of its own', fails(500), 'server_error'],
    [
      'says that there are too many requests, for an hour',
      fails(429, {}, { 'retry-after': '3600' }),
      'rate_limited',
    ],
    ['never answers', withholdsHeaders, 'timeout'],
    ['stalls in the middle of its answer', stallsBody, 'timeout'],
    ['breaks the connection', breaksOff, 'unreachable'],
    ['closes half of the connection', halfCloses, 'unreachable'],
    ['sends a page instead of JSON', sends('<html>Bad gateway</html>', 'text/html'), 'invalid_reply'],
    ['sends JSON of another shape', replies('{"points": "all"}'), 'invalid_reply'],
    ['sends nothing', replies(null), 'empty_reply'],
  ])('%s: estimate at once, told so, and the job stays', async (_, fault, code) => {
    const { run, grade, isFinal, calls, waiting } = await interview(await serve(() => fault));
    expect(run.code).toBe(0);
    expect(run.output).toContain('The grading service gives no usable answer at the moment');
    expect(grade).toMatchObject({ estimate: true, estimateReason: 'out_of_reach' });
    expect(isFinal).toBe(false);
    expect(calls).toContainEqual(expect.objectContaining({ outcome: 'failed', error_code: code }));
    expect(waiting).toEqual([{ kind: 'grade', status: 'waiting' }]);
    expect(run.output + run.errors).not.toContain('sk-secret');
  });

  it.each([
    ['refuses', replies(null, { refusal: 'I cannot help with that.' }), 'refused'],
    ['is cut off at its limit', replies('{"points":[', { finish_reason: 'length' }), 'truncated'],
    ['does not know the key', fails(401), 'unauthorised'],
    ['cannot take so long a prompt', fails(400, { code: 'context_length_exceeded' }), 'context_too_long'],
  ])('%s: the estimate is final, as asking again would not help', async (_, fault, code) => {
    const { run, grade, isFinal, calls, waiting } = await interview(await serve(() => fault));
    expect(run.output).toContain('could not grade this answer');
    expect(grade).toMatchObject({ estimate: true, estimateReason: 'declined' });
    expect(isFinal).toBe(true);
    expect(calls).toEqual([expect.objectContaining({ error_code: code })]);
    expect(waiting).toEqual([]);
  });
});

describe('with a second provider', () => {
  it.each([
    ['has an error of its own', fails(500)],
    ['says that there are too many requests', fails(429)],
    ['stalls in the middle of its answer', stallsBody],
    ['sends JSON of another shape', replies('{"points": "all"}')],
    ['refuses', replies(null, { refusal: 'I cannot help with that.' })],
    ['does not know the key', fails(401)],
  ])('the candidate notices nothing when the first %s', async (_, fault) => {
    const { run, grade, isFinal, waiting } = await interview(await serve(() => fault), await serve(good));
    expect(run.output).not.toContain('no usable answer');
    expect(grade).toMatchObject({ estimate: false, source: { provider: 'second' } });
    expect(isFinal).toBe(true);
    expect(waiting).toEqual([]);
  });
});

describe('a provider without structured outputs', () => {
  it('is asked with the schema in the prompt', async () => {
    const server = await serve((request) =>
      request.body.response_format
        ? fails(400, { message: 'response_format is not supported', param: 'response_format' })
        : good(request),
    );
    const { grade } = await interview(server);
    expect(grade).toMatchObject({ estimate: false });
  });

  it('is asked once more, with what was wrong, when its JSON does not fit', async () => {
    const asked: ReceivedRequest[] = [];
    const server = await serve((request) => {
      asked.push(request);
      const isRepair = (request.body.messages?.length ?? 0) > 2;
      return isRepair ? good(request) : (response) => response.end(completion('{"points": 7}'));
    });
    const { grade } = await interview(server);
    expect(grade).toMatchObject({ estimate: false });
    const repair = asked.find(({ body }) => (body.messages?.length ?? 0) > 2);
    expect(repair?.body.messages?.at(-1)?.content).toContain('That reply cannot be used');
  });
});

it('never asks again for a grade that is stored', async () => {
  const server = await serve(good);
  const graded = () =>
    server.requests.filter(({ body }) => JSON.stringify(body.messages).includes('measure it first'));
  await interview(server);
  expect(graded()).toHaveLength(1);
  await runTerminal(['status', 'report 1', 'history'], {
    DATABASE_URL: `sqlite:${join(folder, 'interview.db')}`,
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: server.baseURL,
  });
  expect(graded()).toHaveLength(1);
});
