import { formatInstant } from '../../model/instant.ts';
import type { ImportedBaseline } from '../importedPlan.ts';
import { dateOf } from './mspdiDate.ts';
import { listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** The last of the eleven that there are. */
const lastBaseline = 10;

/** Where tasks stood in each baseline of the file; what has no two dates there stood nowhere. */
export function readBaselines(
  root: XmlElement,
  carried: ReadonlySet<string>,
): readonly ImportedBaseline[] {
  const found = new Map<number, Map<string, string>>();
  for (const task of listOf(root, 'Tasks', 'Task')) {
    const origin = `mspdi:${textOf(task, 'UID') ?? ''}`;
    if (!carried.has(origin)) continue;
    for (const element of task.children) {
      if (element.name !== 'Baseline') continue;
      const number = numberOf(element, 'Number') ?? 0;
      const start = dateOf(element, 'Start');
      const finish = dateOf(element, 'Finish');
      const isKnown = Number.isInteger(number) && number >= 0 && number <= lastBaseline;
      if (!isKnown || start === undefined || finish === undefined || finish < start) continue;
      const items = found.get(number) ?? new Map<string, string>();
      items.set(origin, `${formatInstant(start)}..${formatInstant(finish)}`);
      found.set(number, items);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([number, items]) => ({
      slug: baselineSlug(number),
      title: number === 0 ? 'Baseline' : `Baseline ${number}`,
      items,
    }));
}

/** How an imported baseline is called in its file name, after the day. */
export function baselineSlug(number: number): string {
  return number === 0 ? 'mspdi-baseline' : `mspdi-baseline-${number}`;
}
