/** The file of a `sqlite:` URL; `null` for any other. */
export function sqlitePathOf(url: string): string | null {
  return /^sqlite:(.+)$/.exec(url)?.[1] ?? null;
}
