import type { Json } from '../../support/json.ts';
import { type Problem, refuseFor } from '../refusal.ts';

/** One argument of a method: how it is read, from text (a form) or from JSON. */
export type Argument<Value> = {
  readonly type: string;
  /** `undefined` when it is not of that type. */
  read(given: unknown): Value | undefined;
  readonly isRequired: boolean;
};

export type Arguments = Readonly<Record<string, Argument<unknown>>>;
type ValueOf<A> = A extends { readonly isRequired: true } & Argument<infer Value>
  ? Value
  : A extends Argument<infer Value>
    ? Value | undefined
    : never;
/** What a method's handler gets. */
export type Values<Spec extends Arguments> = { readonly [Name in keyof Spec]: ValueOf<Spec[Name]> };

const argument = <Value>(
  type: string,
  read: (given: unknown) => Value | undefined,
): Argument<Value> & { readonly isRequired: false } => ({ type, read, isRequired: false });

export const text = argument('string', (given) => (typeof given === 'string' ? given : undefined));

export const flag = argument('boolean', (given) => {
  if (given === true || given === 'true' || given === '1') return true;
  return given === false || given === 'false' || given === '0' ? false : undefined;
});

export const integer = argument('integer', (given) => {
  const value = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
});

/** An object or a list: as JSON text, or as it is in a JSON body. */
export const json = argument('json', (given): unknown => {
  if (typeof given === 'object') return given;
  if (typeof given !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(given);
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
});

/** A message's name: seconds and six digits. */
export const timestamp = argument('string', (given) =>
  typeof given === 'string' && /^\d{1,12}\.\d{6}$/.test(given) ? given : undefined,
);

export function required<Value>(argument: Argument<Value>): Argument<Value> & { readonly isRequired: true } {
  return { ...argument, isRequired: true };
}

/** Slack passes over arguments that it does not know; here they are refused, since each is somebody's mistake. */
export function readArguments<Spec extends Arguments>(spec: Spec, given: Json): Values<Spec> {
  const problems: Problem[] = Object.keys(given)
    .filter((name) => !(name in spec))
    .map((name) => ({ message: `unknown argument: ${name}`, pointer: '' }));
  const values: Record<string, unknown> = {};
  for (const [name, { type, read, isRequired }] of Object.entries(spec)) {
    const isThere = given[name] !== undefined && given[name] !== null && given[name] !== '';
    if (!isThere && isRequired) problems.push({ message: `missing required field: ${name}`, pointer: '' });
    // An empty text is one; an empty anything else is none.
    if (!isThere) {
      if (given[name] === '') values[name] = read('');
      continue;
    }
    values[name] = read(given[name]);
    if (values[name] === undefined) problems.push({ message: `must be a ${type}`, pointer: `/${name}` });
  }
  refuseFor('invalid_arguments', problems);
  return values as Values<Spec>;
}
