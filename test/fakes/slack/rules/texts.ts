import { isJson } from '../../support/json.ts';

/** Where Block Kit has texts for people, in the order in which they are read. */
const READ = [
  'title',
  'label',
  'text',
  'alt_text',
  'description',
  'placeholder',
  'fields',
  'elements',
  'accessory',
  'element',
  'options',
  'option_groups',
  'rows',
  'hint',
  'blocks',
];

/** Every text in there that somebody can read. */
export function everyString(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(everyString);
  if (!isJson(value)) return [];
  return READ.flatMap((name) => {
    const inner = value[name];
    return typeof inner === 'string' ? [inner] : everyString(inner);
  });
}
