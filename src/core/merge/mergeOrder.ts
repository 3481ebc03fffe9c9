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
  const placed = new Set(leading);
  /** What is new, in its order, by the key of the leading side that it stands behind. */
  const added = new Map<string | undefined, string[]>();
  let neighbour: string | undefined;
  for (const key of following) {
    if (placed.has(key)) {
      neighbour = key;
      continue;
    }
    const behind = added.get(neighbour);
    if (behind) behind.push(key);
    else added.set(neighbour, [key]);
  }
  return [
    ...(added.get(undefined) ?? []),
    ...leading.flatMap(key => [key, ...(added.get(key) ?? [])]),
  ];
}
