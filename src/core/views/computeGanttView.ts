import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { fillActuals } from './ganttActuals.ts';
import { fillBaselines } from './ganttBaselines.ts';
import { fillConstraints } from './ganttConstraints.ts';
import { fillLinks } from './ganttLinks.ts';
import { fillPauses } from './ganttPauses.ts';
import { fillRows } from './ganttRows.ts';
import type { GanttView } from './ganttView.ts';
import { findLostFilters } from './lostNames.ts';
import type { PlanOutline } from './outline.ts';
import type { ViewContext } from './viewContext.ts';

const dayMinutes = 1440;

/** Shading reaches this far beyond the work on both sides, in days. */
const shadedDaysAround = 120;

/** A view with what it was made of. */
export interface KnownGantt {
  readonly view: GanttView;
  readonly outline: PlanOutline;
  readonly project: Project;
  readonly baselines: Plan['baselines'];
}

/** Computes the charts of one plan's snapshots, one after the other. */
export type GanttViewer = (snapshot: Snapshot, schedule: Schedule, ctx: ViewContext) => GanttView;

/** Keeps the last chart, so that the next one is made of what has changed alone. */
export function createGanttViewer(): GanttViewer {
  let known: KnownGantt | undefined;
  return (snapshot, schedule, ctx) => {
    const view = computeGanttView(snapshot, schedule, ctx, known);
    const { project, baselines } = snapshot.plan;
    known = { view, outline: ctx.outline, project, baselines };
    return view;
  };
}

/**
 * The chart of a snapshot.
 *
 * @param ctx of the same snapshot and schedule
 * @param known the chart of an earlier snapshot of the same plan
 */
export function computeGanttView(
  snapshot: Snapshot,
  schedule: Schedule,
  ctx: ViewContext,
  known?: KnownGantt,
): GanttView {
  const { project } = snapshot.plan;
  const baselines = fillBaselines({ snapshot, schedule, outline: ctx.outline }, known);
  const pauses = fillPauses(ctx.outline, schedule, project.durationScale);
  const constraints = fillConstraints(ctx.outline, schedule);
  const actuals = fillActuals(ctx.outline, project.statusDate?.at ?? ctx.today);
  return {
    name: project.name,
    start: schedule.start,
    finish: schedule.finish,
    statusDate: project.statusDate?.at,
    today: ctx.today,
    durationScale: project.durationScale,
    rows: fillRows({ snapshot, schedule, ...ctx }, known && { ...known, rows: known.view.rows }),
    links: fillLinks(ctx.outline, schedule, known && { ...known, links: known.view.links }),
    ...(pauses ? { pauses } : {}),
    ...(constraints ? { constraints } : {}),
    ...(actuals ? { actuals } : {}),
    ...(baselines ? { baselines } : {}),
    nonWorking: shading(schedule),
    views: project.views,
    lostFilters: findLostFilters(snapshot.plan),
    people: [...project.people.values()].map(({ key, name }) => ({ key, name })),
  };
}

function shading(schedule: Schedule): Float64Array {
  const around = shadedDaysAround * dayMinutes;
  const stretches = schedule.calendar.nonWorking(schedule.start - around, schedule.finish + around);
  const flat = new Float64Array(stretches.length * 2);
  stretches.forEach(({ from, to }, i) => {
    flat[2 * i] = from;
    flat[2 * i + 1] = to;
  });
  return flat;
}
