import type { Json } from '../../support/json.ts';
import { Refusal } from '../refusal.ts';

/** What a page of a list is asked for with (docs.slack.dev/apis/web-api/pagination). */
export type Paging = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

/**
 * One page, and the cursor of the next: empty at the end.
 * @throws Refusal invalid_cursor, invalid_limit
 */
export function page<Item>(
  items: readonly Item[],
  { cursor = '', limit }: Paging,
  { usual, most }: { readonly usual: number; readonly most: number },
): { readonly items: readonly Item[]; readonly hasMore: boolean; readonly metadata: Json } {
  const size = limit ?? usual;
  if (size < 1 || size > most) throw new Refusal('invalid_limit');
  const start = cursor === '' ? 0 : positionOf(cursor);
  const end = start + size;
  const hasMore = end < items.length;
  const next = hasMore ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), hasMore, metadata: { next_cursor: next } };
}

function positionOf(cursor: string): number {
  const position = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (position === undefined) throw new Refusal('invalid_cursor');
  return Number(position);
}
