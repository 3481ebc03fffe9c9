/** True where two maps hold the very same values, in the same order. */
export function hasSameValues<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const value of a.values()) if (value !== others.next().value) return false;
  return true;
}
