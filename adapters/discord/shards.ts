/** Shards of this process out of all: `{ ids: [0, 1], total: 4 }`. */
export type DiscordShards = { readonly ids: readonly number[]; readonly total: number };

/**
 * Reads `DISCORD_SHARDS`: `4` is all of four in this process, `0-1/4` or `0,1/4` the first two of them. `auto` and nothing
 * leave the number to Discord.
 * @returns `null` when it is none of these
 */
export function parseShards(text: string): DiscordShards | 'auto' | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'auto') return 'auto';
  const [, listed, count = ''] = /^(?:([\d,-]+)\/)?(\d{1,4})$/.exec(trimmed) ?? [];
  const total = Number(count);
  if (count === '' || total === 0) return null;
  const ids = listed === undefined ? range(0, total - 1) : listed.split(',').flatMap(readRange);
  const valid =
    ids.length > 0 && new Set(ids).size === ids.length && ids.every((id) => id >= 0 && id < total);
  return valid ? { ids, total } : null;
}

function readRange(part: string): readonly number[] {
  const [, from, to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? [];
  return from === undefined ? [-1] : range(Number(from), Number(to));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
