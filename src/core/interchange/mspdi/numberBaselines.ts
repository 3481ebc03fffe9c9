import type { Baseline } from '../../model/baseline.ts';
import type { Plan } from '../../model/plan.ts';
import { baselineSlug } from './readBaselines.ts';

/** How many the format has room for. */
export const mostBaselines = 11;

/**
 * The baselines of a plan by the numbers that they go by in its file. What was imported keeps its
 * number; the others take those that are left, the oldest first, so that a new one moves none.
 */
export function numberBaselines({ baselines }: Plan): ReadonlyMap<number, Baseline> {
  const numbered = new Map<number, Baseline>();
  const others: Baseline[] = [];
  const sorted = [...baselines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const baseline of sorted) {
    const number = numberOfName(baseline.name);
    if (number === undefined || numbered.has(number)) others.push(baseline);
    else numbered.set(number, baseline);
  }
  let number = 0;
  for (const baseline of others) {
    while (numbered.has(number)) number++;
    if (number < mostBaselines) numbered.set(number, baseline);
  }
  return new Map([...numbered].sort(([a], [b]) => a - b));
}

function numberOfName(name: string): number | undefined {
  for (let number = 0; number < mostBaselines; number++) {
    if (name.slice('2026-01-01-'.length) === baselineSlug(number)) return number;
  }
  return undefined;
}
