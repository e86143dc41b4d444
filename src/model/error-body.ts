/**
 * `fetch` that brings errors into the one form that the OpenAI SDK reads: `{ "error": { "message": … } }`. Gemini sends a list of those,
 * vLLM (before 0.10) sends the inner object alone, FastAPI servers a `detail`, others a sentence; all else of the answer stays as it is.
 */
export async function fetchWithReadableErrors(
  url: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const { status, statusText, headers } = response;
  return new Response(readable(await response.text()), { status, statusText, headers });
}

function readable(text: string): string {
  try {
    const error = errorIn(JSON.parse(text));
    return error === null ? text : JSON.stringify({ error });
  } catch {
    return text;
  }
}

/** What went wrong, wherever a server has put it; `null` when that cannot be told. */
export function errorIn(body: unknown): Readonly<Record<string, unknown>> | null {
  if (Array.isArray(body)) return errorIn(body[0]);
  if (!isRecord(body)) return null;
  const { error, message, detail } = body;
  if (isRecord(error)) return error;
  if (typeof error === 'string') return { message: error };
  if (typeof message === 'string') return body;
  return detail === undefined ? null : { message: JSON.stringify(detail) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
