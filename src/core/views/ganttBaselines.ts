import { oldestFirst } from '../model/baseline.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GanttBaselines, GanttView } from './ganttView.ts';
import type { PlanOutline } from './outline.ts';

/** So many of the newest are offered: each costs three numbers a row on the way to the panel. */
const mostBaselines = 8;

interface BaselineContext {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
  readonly outline: PlanOutline;
}

/** The baselines of an earlier view, to go on with. */
interface KnownBaselines {
  readonly view: GanttView;
  readonly outline: PlanOutline;
  readonly project: Project;
  readonly baselines: Plan['baselines'];
}

/** Where the rows of an outline stood; undefined in a plan without baselines. */
export function fillBaselines(
  { snapshot, schedule, outline }: BaselineContext,
  known?: KnownBaselines,
): GanttBaselines | undefined {
  const { plan } = snapshot;
  const shown = oldestFirst(plan.baselines).slice(-mostBaselines).reverse();
  if (shown.length === 0) return undefined;
  const isSame =
    known?.outline.rowOf === outline.rowOf &&
    known.project === plan.project &&
    isSameSet(known.baselines, plan.baselines);
  const before = isSame ? known.view.baselines : undefined;
  const { length } = outline.lines;
  const start = before?.start ?? new Float64Array(length * shown.length).fill(NaN);
  const finish = before?.finish ?? new Float64Array(length * shown.length).fill(NaN);
  const varianceMinutes =
    before?.varianceMinutes.slice() ?? new Float64Array(length * shown.length).fill(NaN);
  shown.forEach(({ items }, baseline) => {
    outline.lines.forEach((line, row) => {
      if (before && known?.outline.lines[row] === line) return;
      const item = items.get(line.item.id);
      if (!item) return;
      const at = baseline * length + row;
      if (!before) {
        start[at] = item.start;
        finish[at] = item.finish;
      }
      const now = line.dates?.finish;
      varianceMinutes[at] = now === undefined ? NaN : lateBy(schedule, line.item.id, item, now);
    });
  });
  const title = shown.map(each => each.title ?? each.name);
  const name = shown.map(each => each.name);
  return { count: shown.length, title, name, start, finish, varianceMinutes };
}

function lateBy(
  schedule: Schedule,
  id: string,
  { finish }: { readonly finish: number },
  now: number,
): number {
  return finish === now ? 0 : schedule.calendarOf(id).workBetween(finish, now);
}

/** By how many working minutes an item ends later than in the newest baseline, where it was there. */
export function varianceOf(
  { baselines }: Pick<Plan, 'baselines'>,
  schedule: Schedule,
  id: string,
): number | undefined {
  const item = oldestFirst(baselines).at(-1)?.items.get(id);
  const now = schedule.datesOf(id)?.finish;
  return item && now !== undefined ? lateBy(schedule, id, item, now) : undefined;
}

/** The files are read into new maps; a file that is the same is the same value. */
function isSameSet(a: Plan['baselines'], b: Plan['baselines']): boolean {
  return a === b || (a.size === b.size && [...b].every(([key, value]) => a.get(key) === value));
}
