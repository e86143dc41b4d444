import type { Json } from '../support/json.ts';

/** A refusal as Slack words it: status 200, `ok: false` and a code. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Json;
  constructor(code: string, details: Json = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** One broken rule, and the JSON pointer to where. */
export type Problem = { readonly message: string; readonly pointer: string };

/**
 * The form in which Slack tells what is wrong (slackapi/node-slack-sdk#1727): `errors`, and the same in
 * `response_metadata.messages` with `[ERROR]` before it.
 * @throws Refusal when there are problems.
 */
export function refuseFor(code: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ message, pointer }) =>
    pointer === '' ? message : `${message} [json-pointer:${pointer}]`,
  );
  const messages = errors.map((error) => `[ERROR] ${error}`);
  throw new Refusal(code, { errors, response_metadata: { messages } });
}
