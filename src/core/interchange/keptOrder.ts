import type { ImportedTask } from './importedPlan.ts';

/**
 * The parents, by origin and undefined for none, whose tasks stand in the file in the order of the
 * plan, with none put between them. Ranks count from 1 in a file and may be any in a plan, so that
 * they cannot be compared one by one: an order is kept as a whole, or taken over as a whole.
 *
 * @param echoes the plan's tasks as they would come back unchanged, by origin and in their order
 */
export function parentsInOrder(
  imported: readonly ImportedTask[],
  echoes: ReadonlyMap<string, ImportedTask>,
): ReadonlySet<string | undefined> {
  const places = new Map(Array.from(echoes.keys(), (origin, place) => [origin, place]));
  const last = new Map<string | undefined, number>();
  for (const { origin, parent } of imported) {
    const echo = echoes.get(origin);
    const place = echo && echo.parent === parent ? (places.get(origin) ?? NaN) : NaN;
    // A comparison with what is no number fails, and so does every later one among the siblings.
    last.set(parent, place > (last.get(parent) ?? -1) ? place : NaN);
  }
  return new Set([...last].filter(([, place]) => !Number.isNaN(place)).map(([parent]) => parent));
}
