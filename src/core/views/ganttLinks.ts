import {
  dependencyTypes,
  formatDependency,
  type Dependency,
  type DependencyType,
} from '../model/dependency.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { GanttLinks } from './ganttView.ts';
import type { OutlineLine, PlanOutline } from './outline.ts';

/** The links of an earlier view, to go on with. */
export interface KnownLinks {
  readonly outline: PlanOutline;
  readonly links: GanttLinks;
}

/**
 * The links between the rows of an outline.
 *
 * @param known of an outline of the same project
 */
export function fillLinks(
  outline: PlanOutline,
  schedule: Schedule,
  known?: KnownLinks,
): GanttLinks {
  return known && hasSameLinks(known.outline, outline)
    ? followLinks(known, outline, schedule)
    : findLinks(outline, schedule);
}

/** True where the same rows wait for the same rows. */
function hasSameLinks(before: PlanOutline, after: PlanOutline): boolean {
  if (before.rowOf !== after.rowOf) return false;
  return after.lines.every((line, i) => {
    const known = before.lines[i];
    if (known === line || known?.item === line.item) return true;
    if (known?.item.kind !== 'task' || line.item.kind !== 'task') return line.item.kind !== 'task';
    return (
      known.item.dependsOn.length === line.item.dependsOn.length &&
      known.item.dependsOn.every((dependency, place) => {
        const other = line.item.kind === 'task' ? line.item.dependsOn[place] : undefined;
        return other !== undefined && formatDependency(dependency) === formatDependency(other);
      })
    );
  });
}

/** The same links, of which only what drives is asked anew, and only where an end has changed. */
function followLinks(
  { outline: before, links }: KnownLinks,
  { lines }: PlanOutline,
  schedule: Schedule,
): GanttLinks {
  const isCritical = links.isCritical.slice();
  for (let e = 0; e < links.count; e++) {
    const from = links.from[e] ?? 0;
    const to = links.to[e] ?? 0;
    const predecessor = lines[from];
    const successor = lines[to];
    if (!predecessor || !successor) continue;
    if (before.lines[from] === predecessor && before.lines[to] === successor) continue;
    const type = dependencyTypes[links.type[e] ?? 0] ?? 'FS';
    const link = { type, hasLag: links.lag[e] !== '' };
    isCritical[e] = drives(link, [predecessor, successor], schedule) ? 1 : 0;
  }
  return { ...links, isCritical };
}

function findLinks({ lines, rowOf }: PlanOutline, schedule: Schedule): GanttLinks {
  const from: number[] = [];
  const to: number[] = [];
  const type: number[] = [];
  const isCritical: number[] = [];
  const lag: string[] = [];
  lines.forEach((line, i) => {
    if (line.item.kind !== 'task') return;
    for (const dependency of line.item.dependsOn) {
      const row = rowOf.get(dependency.predecessor);
      const before = lines[row ?? -1];
      if (row === undefined || !before || row === i) continue;
      from.push(row);
      to.push(i);
      type.push(dependencyTypes.indexOf(dependency.type));
      const said = lagOf(dependency);
      const link = { type: dependency.type, hasLag: said !== '' };
      isCritical.push(drives(link, [before, line], schedule) ? 1 : 0);
      lag.push(said);
    }
  });
  return {
    count: from.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    type: Uint8Array.from(type),
    isCritical: Uint8Array.from(isCritical),
    lag,
  };
}

function lagOf(dependency: Dependency): string {
  return dependency.lag ? (formatDependency(dependency).split(/\s(?:FS|SS|FF|SF)/)[1] ?? '') : '';
}

/** True when both ends are critical and, where there is no lag, no working time lies between them. */
function drives(
  { type, hasLag }: { readonly type: DependencyType; readonly hasLag: boolean },
  [{ dates: before }, { dates: after, item }]: readonly [OutlineLine, OutlineLine],
  schedule: Schedule,
): boolean {
  if (!before?.isCritical || !after?.isCritical) return false;
  if (hasLag) return true;
  const leaving = type.startsWith('F') ? before.finish : before.start;
  const arriving = type.endsWith('S') ? after.start : after.finish;
  return schedule.calendarOf(item.id).workBetween(leaving, arriving) === 0;
}
