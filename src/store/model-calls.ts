import type { ModelCall } from '../model/model-call.ts';
import { aliasOfAccount } from './load.ts';
import type { ModelCallRow } from './schema.ts';
import { compile } from './statement.ts';
import { all, first, run, type Work } from './work.ts';

const insertCall = compile((db, value: ModelCallRow) =>
  db.insertInto('model_call').values({
    id: value.id,
    at: value.at,
    account_id: value.account_id,
    provider: value.provider,
    model: value.model,
    purpose: value.purpose,
    prompt_version: value.prompt_version,
    latency_ms: value.latency_ms,
    first_byte_ms: value.first_byte_ms,
    input_tokens: value.input_tokens,
    output_tokens: value.output_tokens,
    cost_micros: value.cost_micros,
    outcome: value.outcome,
    error_code: value.error_code,
  }),
);
const accountExists = compile((db, value: { id: string }) =>
  db.selectFrom('account').select('id').where('id', '=', value.id),
);
const tokensOfAll = compile((db, value: { since: number }) =>
  db
    .selectFrom('model_call')
    .select(({ fn, lit }) => [
      fn.coalesce(fn.sum<number>('input_tokens'), lit(0)).as('input'),
      fn.coalesce(fn.sum<number>('output_tokens'), lit(0)).as('output'),
    ])
    .where('at', '>=', value.since),
);
const tokensOfAccount = compile((db, value: { since: number; accountId: string }) =>
  db
    .selectFrom('model_call')
    .select(({ fn, lit }) => [
      fn.coalesce(fn.sum<number>('input_tokens'), lit(0)).as('input'),
      fn.coalesce(fn.sum<number>('output_tokens'), lit(0)).as('output'),
    ])
    .where('account_id', '=', value.accountId)
    .where('at', '>=', value.since),
);
const callsSince = compile((db, value: { since: number }) =>
  db.selectFrom('model_call').selectAll().where('at', '>=', value.since).orderBy('at'),
);

/** Of the account itself, of the one that it has become part of, or `null`. */
function* currentIdOf(id: string): Work<string | null> {
  if (yield* first(accountExists, { id })) return id;
  return (yield* first(aliasOfAccount, { id }))?.account_id ?? null;
}

/** Records a call; one for an account that has been erased meanwhile is kept without it. */
export function* recordModelCall(call: ModelCall): Work<void> {
  yield* run(insertCall, {
    id: call.id,
    at: call.at,
    account_id: call.accountId && (yield* currentIdOf(call.accountId)),
    provider: call.provider,
    model: call.model,
    purpose: call.purpose,
    prompt_version: call.promptVersion,
    latency_ms: call.latencyMs,
    first_byte_ms: call.firstByteMs,
    input_tokens: call.inputTokens,
    output_tokens: call.outputTokens,
    cost_micros: call.costMicros,
    outcome: call.outcome,
    error_code: call.errorCode,
  });
}

/** Tokens in and out since a moment, of one account or (`null`) of all. */
export function* countTokens(since: number, accountId: string | null): Work<number> {
  const row =
    accountId === null
      ? yield* first(tokensOfAll, { since })
      : yield* first(tokensOfAccount, { since, accountId });
  return (row?.input ?? 0) + (row?.output ?? 0);
}

export function* readModelCalls(since: number): Work<readonly ModelCall[]> {
  return (yield* all(callsSince, { since })).map(toModelCall);
}

export function toModelCall(row: ModelCallRow): ModelCall {
  return {
    id: row.id,
    at: row.at,
    accountId: row.account_id,
    provider: row.provider,
    model: row.model,
    purpose: row.purpose as ModelCall['purpose'],
    promptVersion: row.prompt_version,
    latencyMs: row.latency_ms,
    firstByteMs: row.first_byte_ms,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    costMicros: row.cost_micros,
    outcome: row.outcome as ModelCall['outcome'],
    errorCode: row.error_code as ModelCall['errorCode'],
  };
}
