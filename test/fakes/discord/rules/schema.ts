import * as z from 'zod/mini';
import { isJson } from '../../support/json.ts';
import { ApiError, type Path, type Problem } from '../api-error.ts';

type Schema = z.core.$ZodType;
/** What this module reads of a schema's definition; zod keeps it the same for all kinds. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
};

/**
 * What a value breaks of a schema made from Discord's OpenAPI description, in Discord's form of errors. Fields that
 * the description does not have are problems too, except for `documented` ones, which are newer than it.
 */
export function schemaProblems(
  schema: Schema,
  value: unknown,
  documented: readonly string[] = [],
): readonly Problem[] {
  const result = z.safeParse(schema, value);
  const broken = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue));
  return broken.length > 0 ? broken : unknownFields(schema, value, [], documented);
}

/** Of a union's branches the one with the right `type` tells what is wrong. */
function problemsOf(issue: z.core.$ZodIssue, above: Path = []): readonly Problem[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.filter(
      (branch) => !branch.some(({ code, path: at }) => code === 'invalid_value' && at.at(-1) === 'type'),
    );
    const [only] = branches;
    if (branches.length === 1 && only) return only.flatMap((inner) => problemsOf(inner, path));
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value of field does not fit any of its types.' }];
  }
  return [{ path, ...worded(issue) }];
}

function worded(issue: z.core.$ZodIssue): Pick<Problem, 'code' | 'message'> {
  if (issue.input === undefined && issue.code === 'invalid_type' && issue.message.includes('undefined')) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'number'
      ? { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` }
      : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'number'
      ? { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` }
      : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  }
  if (issue.code === 'invalid_value') {
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.join(', ')}}.` };
  }
  return { code: 'BASE_TYPE_INVALID', message: issue.message || 'Could not interpret this value.' };
}

/** Discord ignores fields that it does not know; here they are refused, since each is somebody's mistake. */
function unknownFields(
  schema: Schema,
  value: unknown,
  path: Path,
  documented: readonly string[],
): readonly Problem[] {
  const { type, shape, element, innerType, options, getter } = schema._zod.def as unknown as Definition;
  if (getter) return unknownFields(getter(), value, path, documented);
  if (innerType) return value == null ? [] : unknownFields(innerType, value, path, documented);
  if (options) {
    const branch = options.find((option) => z.safeParse(option, value).success);
    return branch ? unknownFields(branch, value, path, documented) : [];
  }
  if (element && Array.isArray(value)) {
    return value.flatMap((item, index) => unknownFields(element, item, [...path, index], documented));
  }
  if (type !== 'object' || !shape || !isJson(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = shape[name];
    if (field) return unknownFields(field, inner, [...path, name], documented);
    if (documented.includes(name)) return [];
    return [{ path: [...path, name], code: 'UNKNOWN_FIELD', message: 'Discord knows no such field here.' }];
  });
}

/** @throws ApiError 50109 when it is no object at all. */
export function demandObject(body: unknown): Readonly<Record<string, unknown>> {
  if (!isJson(body)) throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  return body;
}
