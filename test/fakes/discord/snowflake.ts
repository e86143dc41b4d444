/** 2015-01-01T00:00Z (developers/reference.mdx, Snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Makes ids that grow with time and never repeat. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = BigInt(now() - DISCORD_EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return last.toString();
  };
}

/** Ids of servers, each made a millisecond after the one before and long ago, so that they spread over shards. */
export function createGuildIds(now: () => number): () => string {
  let made = BigInt(now() - DISCORD_EPOCH - 30 * 24 * 60 * 60_000);
  return () => (++made << 22n).toString();
}

/** Which shard serves a server (developers/events/gateway.mdx, Sharding); direct messages are shard 0's. */
export function shardOf(guildId: string | undefined, shards: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
