import { z } from 'zod';

/**
 * Keywords that strict structured outputs refuse or that some servers stumble over; zod still checks them on the reply.
 * Source: "Structured outputs › Supported schemas" of OpenAI's API guide.
 */
const DROPPED = ['$schema', 'minLength', 'maxLength', 'default', 'contentEncoding'];

/**
 * JSON Schema of a zod schema as `response_format: json_schema, strict: true` wants it: every object closed and every
 * property required. Write what may be absent as `nullable()`, never as `optional()`.
 */
export function toStrictSchema(schema: z.ZodType): Record<string, unknown> {
  const strict = tighten(z.toJSONSchema(schema));
  if (!isRecord(strict)) throw new TypeError('The schema of a model reply must be an object.');
  return strict;
}

function tighten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tighten);
  if (!isRecord(node)) return node;
  const kept = Object.entries(node).filter(([key]) => !DROPPED.includes(key));
  const result: Record<string, unknown> = Object.fromEntries(
    kept.map(([key, value]) => [key, tighten(value)]),
  );
  if (isRecord(node.properties)) {
    // Property names are data, not keywords: one that is called `default` must survive.
    const properties = Object.entries(node.properties).map(([name, value]) => [name, tighten(value)]);
    result.properties = Object.fromEntries(properties);
    result.required = Object.keys(node.properties);
    result.additionalProperties = false;
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
