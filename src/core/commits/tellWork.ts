import type { WorkHistory } from './workHistory.ts';

/** So many people are named. */
const mostNamed = 3;

/** The work on an item in a line or two; nothing where there is none. */
export function tellWork({ commits, days, people }: WorkHistory): readonly string[] {
  const last = commits.at(-1);
  if (!last) return [];
  const names = people.slice(0, mostNamed).map(({ name }) => name);
  const who = people.length > mostNamed ? [...names, 'others'] : names;
  const counted = `${commits.length} commit${commits.length === 1 ? '' : 's'}`;
  const span = `${days.length} day${days.length === 1 ? '' : 's'}`;
  return [`${counted} on ${span} by ${who.join(', ')}`, `Last on ${last.day}: ${last.subject}`];
}
