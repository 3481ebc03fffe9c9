import { pathOfId } from '../model/ids.ts';
import { itemOf, itemsOf, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';

/** Items that two branches made of one: both say of an id that it was theirs, or one still bears it. */
export interface FormerIdClash {
  /** The id that they had in common. */
  readonly former: string;
  /** By id, but the bearer of the former id last. References follow the first. */
  readonly items: readonly string[];
}

export function findFormerIdClashes(plan: Plan): readonly FormerIdClash[] {
  const bearers = new Map<string, string[]>();
  for (const { id, formerIds } of itemsOf(plan)) {
    if (formerIds.length === 0) continue;
    for (const former of new Set(formerIds.map(each => each.toUpperCase()))) {
      if (former !== id) bearers.set(former, [...(bearers.get(former) ?? []), id]);
    }
  }
  return [...bearers].flatMap(([former, ids]): readonly FormerIdClash[] => {
    const items = [...ids.toSorted(), ...(itemOf(plan, former) ? [former] : [])];
    return items.length > 1 ? [{ former, items }] : [];
  });
}

/** Tells of items that are one and were renamed on one branch alone, or to two ids on two. */
export function checkFormerIds(plan: Plan): readonly Problem[] {
  return findFormerIdClashes(plan).map(({ former, items }) => {
    const [first = former, ...others] = items;
    const isAlive = others.at(-1) === former;
    const what = isAlive
      ? `${first} says that it was ${former} before, and ${former} is there too`
      : `${items.join(' and ')} both say that they were ${former} before`;
    const message = `${what}; gantry repair makes them one, or take ${former} out of formerIds where they are two`;
    const place = { file: pathOfId(first), field: ['formerIds'], items };
    return createProblem(isAlive ? 'former-id-alive' : 'former-id-shared', message, place);
  });
}

/** The present id of what was renamed, by each id that it had before; of two the first by id. */
export function formerIdsOf(plan: Plan): ReadonlyMap<string, string> {
  const former = new Map<string, string>();
  for (const { id, formerIds } of itemsOf(plan)) {
    for (const each of formerIds) {
      const key = each.toUpperCase();
      const known = former.get(key);
      if (known === undefined || id < known) former.set(key, id);
    }
  }
  return former;
}
