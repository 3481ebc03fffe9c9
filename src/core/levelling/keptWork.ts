import { compareText } from '../base/order.ts';
import { personName } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import type { KeptTime } from './pooledWork.ts';

/** Work that nobody has yet, and whose time is kept for it. */
export interface KeptWork extends KeptTime {
  readonly id: string;
}

export function listKept(
  { ids }: Network,
  kept: ReadonlyMap<number, KeptTime>,
): readonly KeptWork[] {
  return [...kept]
    .map(([v, time]) => ({ id: ids[v] ?? '', ...time }))
    .sort((a, b) => a.from - b.from || compareText(a.id, b.id));
}

/** So many tasks of one person are named. */
const mostNamed = 12;

/** One sentence for each person: `Time of Ada is kept for work that nobody has yet, and that they can do: T-7KQ3`. */
export function tellKept({ project }: Plan, kept: readonly KeptWork[]): readonly string[] {
  const byPerson = new Map<string, string[]>();
  for (const { person, id } of kept) {
    const ids = byPerson.get(person);
    if (ids) ids.push(id);
    else byPerson.set(person, [id]);
  }
  return [...byPerson].map(([person, ids]) => {
    const named = ids.slice(0, mostNamed).join(', ');
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    return `Time of ${personName(project, person)} is kept for work that nobody has yet, and that they can do: ${named}${more}`;
  });
}
