import {
  durationFromMinutes,
  formatDuration,
  type DurationScale,
} from '../../src/core/model/duration.ts';
import {
  dayOf,
  formatDay,
  formatInstant,
  minutesPerDay,
  type Instant,
} from '../../src/core/model/instant.ts';
import { isHeading, rowKind, type GanttView } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Grain, Placement } from './reschedule.ts';
import { isMilestoneItem } from './rowText.ts';
import type { WorkingTime } from './workingTime.ts';

/**
 * The work between two moments, in whichever order they were drawn: whole days or hours, one at the
 * least, and none before the plan begins or before its status date.
 */
export function placeDrawn(
  plan: Pick<LoadedPlan, 'view' | 'workingTime'>,
  { anchor, to, grain }: { readonly anchor: Instant; readonly to: Instant; readonly grain: Grain },
): Placement {
  const { view, workingTime } = plan;
  const unit = grain === 'hour' ? 60 : minutesPerDay;
  const earliest = Math.max(view.start, view.statusDate ?? -Infinity);
  const first = Math.floor(Math.min(anchor, to) / unit) * unit;
  const end = Math.ceil((Math.max(anchor, to) + 1) / unit) * unit;
  const start = workingTime.nextWork(Math.max(earliest, first));
  const step = grain === 'hour' ? 60 : view.durationScale.minutesPerDay;
  const steps = Math.max(1, Math.round(workingTime.workBetween(start, end) / step));
  const durationMinutes = steps * step;
  return { start, finish: workingTime.addWork(start, durationMinutes), durationMinutes };
}

/** What makes the task: a length, a date that it does not start before, and where it belongs. */
export function addIntent(
  title: string,
  to: Placement,
  {
    workingTime,
    scale,
    place,
  }: {
    readonly workingTime: WorkingTime;
    readonly scale: DurationScale;
    readonly place: TaskPlace;
  },
): Intent {
  const duration = formatDuration(durationFromMinutes(to.durationMinutes, scale));
  const constraint = `SNET ${startText(to.start, workingTime)}`;
  return {
    command: 'addItem',
    input: { kind: 'task', title, fields: { ...place, duration, constraint } },
  };
}

/** What a new task is part of. */
export type TaskPlace = Readonly<Partial<Record<'parent' | 'milestone', string>>>;

/** In a milestone or a summary, else beside the row; nowhere below the last row. */
export function placeBeside(view: GanttView, row: number): TaskPlace {
  if (row < 0 || isHeading(view, row)) return {};
  const id = textAt(view.rows.id, row);
  if (isMilestoneItem(view, row)) return { milestone: id };
  if (numberAt(view.rows.kind, row) === rowKind.summary) return { parent: id };
  const above = numberAt(view.rows.parent, row);
  const aboveId = above < 0 || isHeading(view, above) ? '' : textAt(view.rows.id, above);
  if (aboveId !== '')
    return isMilestoneItem(view, above) ? { milestone: aboveId } : { parent: aboveId };
  const milestone = textAt(view.rows.milestone, row);
  return milestone === '' ? {} : { milestone };
}

/** A day alone where its work begins then. */
function startText(at: Instant, workingTime: WorkingTime): string {
  const midnight = dayOf(at) * minutesPerDay;
  return workingTime.nextWork(midnight) === at ? formatDay(midnight) : formatInstant(at);
}
