/** The entries in an order that depends on the seed alone: the same seed, the same order (Fisher–Yates). */
export function shuffledBy<T>(seed: string, entries: readonly T[]): readonly T[] {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1)
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  const rest = [...entries];
  const shuffled: T[] = [];
  while (rest.length > 0) {
    // A linear congruential step (Numerical Recipes); its high bits are the random ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    shuffled.push(...rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1));
  }
  return shuffled;
}
