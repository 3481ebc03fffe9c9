import type { Instant } from '../core/model/instant.ts';
import type { Problem } from '../core/model/problem.ts';
import { reviewStatedQuality } from '../core/quality/statedQuality.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { createScheduler, type Scheduler } from '../core/schedule/scheduler.ts';
import { joinProblems } from '../core/store/joinProblems.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { Attention } from '../core/views/attention.ts';
import { computeAttention } from '../core/views/computeAttention.ts';
import { createGanttViewer, type GanttViewer } from '../core/views/computeGanttView.ts';
import { computePlanTree } from '../core/views/computePlanTree.ts';
import { computeRiskRegister } from '../core/views/computeRiskRegister.ts';
import { computeStatus } from '../core/views/computeStatus.ts';
import type { GanttView } from '../core/views/ganttView.ts';
import { createOutliner, type Outliner } from '../core/views/outline.ts';
import type { PlanTree } from '../core/views/planTree.ts';
import type { RiskRegisterView } from '../core/views/riskRegisterView.ts';
import type { ViewContext } from '../core/views/viewContext.ts';
import type { Status } from '../core/views/status.ts';
import { checkPlan } from './checkPlan.ts';
import { midnightOf, readClock } from './clock.ts';
import type { Log } from './log.ts';

/** What can be seen of one snapshot. Each is computed when first asked for, and once. */
export interface PlanViews {
  readonly snapshot: Snapshot;
  /** When it was looked at, on the plan's zone-less line. */
  readonly now: Instant;
  schedule(): Schedule;
  /** Of the files, the references, the schedule and the risk register. */
  problems(): readonly Problem[];
  /** What the measures that the project asks for find at one item, told only where it is looked at. */
  notes(id: string): readonly Problem[];
  gantt(): GanttView;
  risks(): RiskRegisterView;
  tree(): PlanTree;
  attention(): Attention;
  status(): Status;
}

/** What is kept from one snapshot to the next. */
export interface ViewTools {
  readonly log: Log;
  readonly schedule: Scheduler;
  readonly outline: Outliner;
  readonly gantt: GanttViewer;
}

export function createViewTools(log: Log): ViewTools {
  return {
    log,
    schedule: createScheduler(),
    outline: createOutliner(),
    gantt: createGanttViewer(),
  };
}

export function createPlanViews(snapshot: Snapshot, tools: ViewTools): PlanViews {
  const { log } = tools;
  const today = readClock();
  const once = <T>(doing: string, compute: () => T): (() => T) => {
    let known: { readonly value: T } | undefined;
    return () => {
      known ??= { value: log.time(`${doing} of revision ${snapshot.revision}`, compute) };
      return known.value;
    };
  };
  const schedule = once('Schedule', () =>
    tools.schedule(snapshot.plan, { today: midnightOf(today) }),
  );
  const outline = once('Outline', () => tools.outline(snapshot.plan, schedule()));
  const quality = once('Quality', () => {
    const { plan } = snapshot;
    return reviewStatedQuality({ plan, schedule: schedule(), today: midnightOf(today) });
  });
  const problems = once('Problems', () =>
    joinProblems(snapshot.problems, [
      ...schedule().problems,
      ...checkPlan(snapshot.plan, midnightOf(today)),
      ...quality().findings,
    ]),
  );
  const context = (): ViewContext => ({ today, outline: outline(), problems: problems() });
  const attention = once('Attention', () =>
    computeAttention(snapshot, schedule(), { today, problems: problems() }),
  );
  return {
    snapshot,
    now: today,
    schedule,
    problems,
    notes: id => quality().notesOf(id),
    gantt: once('Gantt view', () => tools.gantt(snapshot, schedule(), context())),
    risks: once('Risk register', () => computeRiskRegister(snapshot, { today: midnightOf(today) })),
    tree: once('Plan tree', () => computePlanTree(snapshot, schedule(), context())),
    attention,
    status: once('Status', () => {
      return computeStatus(snapshot, schedule(), { today, attention: attention() });
    }),
  };
}
