import { isJson, type Json, textOf } from '../../support/json.ts';
import type { Problem } from '../api-error.ts';
import { COMPONENT, flatten } from './components.ts';

/** Whom a text names, and whom it notifies. */
export type Mentions = {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
  /** `everyone`, `here`, `role:ID`, `user:ID`. */
  readonly pings: readonly string[];
};

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** developers/resources/message.mdx, Allowed Mentions: a type in `parse` excludes a list of its ids. */
export function mentionProblems(allowed: unknown): readonly Problem[] {
  if (!isJson(allowed)) return [];
  const parse = strings(allowed['parse']);
  return ['users', 'roles']
    .filter((type) => parse.includes(type) && strings(allowed[type]).length > 0)
    .map((type) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`,
    }));
}

/** The text that can mention: content, and text displays; embeds never notify anybody. */
export function mentioningText(content: string, components: readonly Json[]): string {
  const texts = flatten(components)
    .filter(({ component }) => component['type'] === COMPONENT.textDisplay)
    .map(({ component }) => textOf(component['content']));
  return [content, ...texts].join('\n');
}

/**
 * Who is mentioned. `allowed` undefined parses everything (developers/resources/message.mdx, Allowed Mentions).
 * @param mayMentionAll whether the author has MENTION_EVERYONE there; `isMentionable` of a role.
 */
export function readMentions(
  text: string,
  allowed: unknown,
  mayMentionAll: boolean,
  isMentionable: (roleId: string) => boolean,
): Mentions {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const parse = isJson(allowed) ? strings(allowed['parse']) : ['users', 'roles', 'everyone'];
  const listed = (name: string) => (isJson(allowed) ? strings(allowed[name]) : []);
  const userIds = ids(/<@!?(\d+)>/g).filter((id) => parse.includes('users') || listed('users').includes(id));
  const roleIds = ids(/<@&(\d+)>/g)
    .filter((id) => parse.includes('roles') || listed('roles').includes(id))
    .filter((id) => mayMentionAll || isMentionable(id));
  const all = mayMentionAll && parse.includes('everyone') ? ids(/@(everyone|here)\b/g) : [];
  return {
    userIds,
    roleIds,
    everyone: all.length > 0,
    pings: [...all, ...roleIds.map((id) => `role:${id}`), ...userIds.map((id) => `user:${id}`)],
  };
}
