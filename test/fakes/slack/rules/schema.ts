import * as z from 'zod';
import type { Problem } from '../refusal.ts';

/**
 * What a value breaks of a schema, in the words of Slack's own validator
 * (github.com/slackhq/hack-json-schema, src/Constraints).
 */
export function problemsIn(schema: z.ZodType, value: unknown, pointer: string): readonly Problem[] {
  const result = z.safeParse(schema, value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => worded(issue, value, pointer));
}

function worded(issue: z.core.$ZodIssue, value: unknown, root: string): readonly Problem[] {
  const at = (path: readonly PropertyKey[]) => [root, ...path.map(String)].join('/');
  const here = at(issue.path);
  const given = valueAt(value, issue.path);
  const problem = (message: string, pointer = here): readonly Problem[] => [{ message, pointer }];
  const missing = () =>
    problem(`missing required field: ${String(issue.path.at(-1))}`, at(issue.path.slice(0, -1)));

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => problem(`invalid additional property: ${key}`));
    case 'invalid_type':
      return given === undefined ? missing() : problem(TYPES[issue.expected] ?? 'failed to match schema');
    case 'too_big':
      return problem(tooBig(issue.origin, Number(issue.maximum)));
    case 'too_small':
      return problem(tooSmall(issue.origin, Number(issue.minimum)));
    case 'invalid_value':
      return given === undefined ? missing() : problem('must be a valid enum value');
    case 'invalid_union':
      if (issue.discriminator === undefined) return problem('failed to match all allowed schemas');
      return given === undefined ? missing() : problem(`unsupported type: ${String(given)}`);
    case 'invalid_format':
      return problem('failed to match schema');
    default:
      return problem(issue.message);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'must provide a string',
  object: 'must provide an object',
  array: 'must provide an array',
  boolean: 'must be a boolean',
  number: 'must provide a number',
  int: 'must provide an integer',
};

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  return origin === 'array' ? `no more than ${maximum} items allowed` : `must be less than ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  return origin === 'array' ? `must provide at least ${minimum} items` : `must be greater than ${minimum}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step],
    value,
  );
}
