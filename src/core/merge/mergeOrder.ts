interface Orders {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * The keys of both sides in one order. The side that reordered what all three know gives the order,
 * ours where both did; what the other side added stands behind what it stood behind there.
 */
export function mergeOrder({ base, ours, theirs }: Orders): readonly string[] {
  const [known, here, there] = [new Set(base), new Set(ours), new Set(theirs)];
  const isShared = (key: string): boolean => known.has(key) && here.has(key) && there.has(key);
  const orderOf = (keys: readonly string[]): string => JSON.stringify(keys.filter(isShared));
  const before = orderOf(base);
  const leadsTheirs = orderOf(ours) === before && orderOf(theirs) !== before;
  const [leading, following] = leadsTheirs ? [theirs, ours] : [ours, theirs];
  const merged = [...leading];
  const placed = new Set(leading);
  following.forEach((key, at) => {
    if (placed.has(key)) return;
    const neighbour = following.slice(0, at).findLast(other => placed.has(other));
    merged.splice(neighbour === undefined ? 0 : merged.indexOf(neighbour) + 1, 0, key);
    placed.add(key);
  });
  return merged;
}
