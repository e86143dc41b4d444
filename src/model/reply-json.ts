import { z } from 'zod';

type ParsedReply<T> =
  | { readonly ok: true; readonly value: T }
  /** `problem` says what does not fit, in words that the model can act on. It never quotes the reply. */
  | { readonly ok: false; readonly problem: string };

/** Reads a model's text as data of the wanted shape. Tolerates a code fence, a chain of thought or a sentence around the JSON. */
export function parseReply<T>(schema: z.ZodType<T>, text: string): ParsedReply<T> {
  const json = readJson(text);
  if (json === undefined) return { ok: false, problem: 'The reply is not one complete JSON object.' };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: z.prettifyError(parsed.error).slice(0, 1_000) };
}

function readJson(text: string): { readonly value: unknown } | undefined {
  const plain = text.replace(/<think>[\s\S]*?<\/think>/giu, '').trim();
  const start = plain.indexOf('{');
  const end = plain.lastIndexOf('}');
  for (const candidate of [plain, start >= 0 && end > start ? plain.slice(start, end + 1) : '']) {
    try {
      return { value: JSON.parse(candidate) };
    } catch {
      // The next candidate, or none: a reply that is not JSON is an answer like any other here.
    }
  }
  return undefined;
}
