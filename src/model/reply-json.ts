import { z } from 'zod';

type ParsedReply<T> =
  | { readonly ok: true; readonly value: T }
  /**
   * `problem` says what does not fit, in words that the model can act on. It never quotes the reply. `misshapen`: a server that
   * holds a model to the schema would not have let it pass.
   */
  | { readonly ok: false; readonly problem: string; readonly misshapen: boolean };

/** What strict schemas cannot say, so that only the parse of the reply finds it. */
const BEYOND_SHAPE: readonly string[] = ['too_small', 'too_big', 'custom'];
/** Where JSON may begin: more braces than this stand in a chain of thought, not around a reply. */
const MOST_BEGINNINGS = 50;

/** Reads a model's text as data of the wanted shape. Tolerates a code fence, a chain of thought or a sentence around the JSON. */
export function parseReply<T>(schema: z.ZodType<T>, text: string): ParsedReply<T> {
  const json = readJson(text);
  if (json === undefined)
    return { ok: false, problem: 'The reply is not one complete JSON object.', misshapen: true };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problem: z.prettifyError(parsed.error).slice(0, 1_000),
    misshapen: parsed.error.issues.some(({ code }) => !BEYOND_SHAPE.includes(code)),
  };
}

/** The text as JSON or, where something stands around it, the longest object in it. */
function readJson(text: string): unknown {
  // The opening tag may stand in the prompt already: what counts comes after the last closing one.
  const plain = text.replace(/^[\s\S]*<\/think(ing)?>/iu, '').trim();
  const whole = parse(plain);
  if (whole !== undefined) return whole;
  const objects = objectsIn(plain).sort((one, other) => other.length - one.length);
  return parse(objects[0] ?? '');
}

function objectsIn(text: string): string[] {
  const objects: string[] = [];
  let from = text.indexOf('{');
  for (let tries = 0; from >= 0 && tries < MOST_BEGINNINGS; tries += 1) {
    const end = endOfObject(text, from);
    const candidate = text.slice(from, end);
    const isObject = parse(candidate) !== undefined;
    if (isObject) objects.push(candidate);
    from = text.indexOf('{', isObject ? end : from + 1);
  }
  return objects;
}

/** Just after the brace that closes the one at `from`, or the end of the text. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/gsu;
  tokens.lastIndex = from;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (token[0] === '{') depth += 1;
    else if (token[0] === '}') depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  return text.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
