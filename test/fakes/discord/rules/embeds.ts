import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Problem } from '../api-error.ts';

/** developers/resources/message.mdx, Embed Limits: "must not exceed 6000 characters" over all embeds of a message. */
const MAX_TOTAL = 6000;

function lengthOf(embed: Json): number {
  const inner = (name: string, field: string) => {
    const part = embed[name];
    return isJson(part) ? textOf(part[field]).length : 0;
  };
  const fields = objectsOf(embed['fields']).map(
    ({ name, value }) => textOf(name).length + textOf(value).length,
  );
  return (
    textOf(embed['title']).length +
    textOf(embed['description']).length +
    inner('footer', 'text') +
    inner('author', 'name') +
    fields.reduce((sum, length) => sum + length, 0)
  );
}

/** What the embeds break beside the schema. */
export function embedProblems(embeds: readonly Json[]): readonly Problem[] {
  const total = embeds.reduce((sum, embed) => sum + lengthOf(embed), 0);
  const tooLarge: Problem[] =
    total > MAX_TOTAL
      ? [
          {
            path: ['embeds'],
            code: 'MAX_EMBED_SIZE_EXCEEDED',
            message: `Embed size exceeds maximum size of ${MAX_TOTAL}`,
          },
        ]
      : [];
  return [...tooLarge, ...embeds.flatMap((embed, index) => partProblems(embed, index))];
}

function partProblems(embed: Json, index: number): readonly Problem[] {
  const problems: Problem[] = [];
  // developers/resources/message.mdx, Embed Field Structure: name and value are no optional fields.
  objectsOf(embed['fields']).forEach((field, at) => {
    for (const name of ['name', 'value']) {
      if (textOf(field[name]).trim() !== '') continue;
      const path = ['embeds', index, 'fields', at, name];
      problems.push({ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
    }
  });
  // developers/resources/message.mdx, Embed Image Structure: "only supports http(s) and attachments".
  for (const name of ['image', 'thumbnail', 'author', 'footer']) {
    const part = embed[name];
    const field = name === 'author' || name === 'footer' ? 'icon_url' : 'url';
    const url = isJson(part) ? textOf(part[field]) : '';
    if (url !== '' && !/^(https?|attachment):\/\//.test(url)) {
      problems.push({ path: ['embeds', index, name, field], ...BAD_SCHEME });
    }
  }
  if (textOf(embed['url']) !== '' && !/^https?:\/\//.test(textOf(embed['url']))) {
    problems.push({ path: ['embeds', index, 'url'], ...BAD_SCHEME });
  }
  return problems;
}

const BAD_SCHEME = {
  code: 'URL_TYPE_INVALID_SCHEME',
  message: "Scheme must be one of ('http', 'https', 'attachment').",
};

/** Whether anything of the embed can be seen. */
export function isVisibleEmbed(embed: Json): boolean {
  return (
    lengthOf(embed) > 0 ||
    ['image', 'thumbnail', 'author', 'footer', 'fields'].some((name) => Boolean(embed[name]))
  );
}
