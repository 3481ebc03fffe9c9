import type { Instant, PlanDate } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { buildGates, type Gates } from './gates.ts';
import { buildLinks } from './buildLinks.ts';
import { groupLinks } from './linkList.ts';
import { nodeFlag, type Network } from './network.ts';
import { createNodeTable, fillMilestone, fillTask, type NodeTable } from './nodeTable.ts';
import { orderNetwork } from './orderNetwork.ts';
import { buildOutline, type Outline } from './outline.ts';
import {
  computeProjectStart,
  isScheduledBack,
  startProblems,
  statusMoment,
} from './projectStart.ts';
import { TaskCalendars } from './taskCalendars.ts';

/** A network, the node of every item in it, and what is wrong with the plan's structure. */
export interface BuiltNetwork {
  readonly network: Network;
  readonly outline: Outline;
  readonly nodeOf: (id: string) => number | undefined;
  readonly calendars: TaskCalendars;
  /** The day up to which progress is known. */
  readonly statusDay: PlanDate | undefined;
  readonly problems: readonly Problem[];
}

export interface ScheduleOptions {
  /** Up to when progress is known, instead of the project's own date. */
  readonly statusDate?: PlanDate | undefined;
  /** Where a plan without any date begins. */
  readonly today?: Instant | undefined;
}

/** Compiles a plan into arrays. After this, no pass looks an id up. */
export function buildNetwork(plan: Plan, options: ScheduleOptions): BuiltNetwork {
  const outline = buildOutline(plan);
  const calendars = new TaskCalendars(plan.project);
  const calendarOf = placeCalendars(outline, calendars);
  const gates = buildGates(outline, calendarOf, index => isHeldBack(outline, index));
  const milestones = findMilestones(plan, outline);
  const firstGate = outline.tasks.length + milestones.ids.length;
  const count = firstGate + gates.count;
  const table = createNodeTable(count);
  fillNodes(table, { plan, outline, calendars, calendarOf, gates, milestones });
  const firstMilestone = outline.tasks.length;
  const milestoneOf = new Map(milestones.ids.map((id, place) => [id, firstMilestone + place]));
  const { links, problems } = buildLinks({
    project: plan.project,
    outline,
    gates,
    calendarOf,
    workOf: task => table.splitOf.get(task)?.work ?? table.duration[task] ?? 0,
    isElapsed: task => ((table.flags[task] ?? 0) & nodeFlag.elapsed) !== 0,
    milestoneOf,
    isReachedByTasks: id => milestones.withTasks.has(id),
    firstGate,
  });
  const statusDay = options.statusDate ?? plan.project.statusDate;
  const statusDate = statusMoment(statusDay, calendars.project);
  const start = computeProjectStart(plan, calendars.project, { statusDate, today: options.today });
  const network = {
    count,
    ids: [
      ...outline.tasks.map(task => task.id),
      ...milestones.ids,
      ...gates.summary.map(summary => outline.tasks[summary]?.id ?? ''),
    ],
    ...table,
    calendars: calendars.calendars,
    ...groupLinks(links, count),
    order: new Int32Array(0),
    projectStart: start.at,
    givenFinish: start.givenFinish,
    statusDate: statusDate ?? -Infinity,
  };
  const ordered = orderNetwork(network, plan);
  return {
    network: ordered.network,
    outline,
    nodeOf: id => outline.indexOf.get(id) ?? milestoneOf.get(id),
    calendars,
    statusDay,
    problems: [
      ...startProblems(plan, start),
      ...calendars.problems,
      ...outline.problems,
      ...problems,
      ...ordered.problems,
    ],
  };
}

function placeCalendars({ tasks }: Outline, calendars: TaskCalendars): Int32Array {
  const places = new Int32Array(tasks.length);
  let index = 0;
  for (const task of tasks) places[index++] = calendars.placeFor(task);
  return places;
}

function isHeldBack(outline: Outline, index: number): boolean {
  const task = outline.tasks[index];
  const kind = task?.constraint?.kind;
  return task !== undefined && (task.dependsOn.length > 0 || kind === 'SNET' || kind === 'MSO');
}

interface DatedMilestones {
  readonly ids: readonly string[];
  /** Those that their tasks bring about. */
  readonly withTasks: ReadonlySet<string>;
}

/** [MS-2] A milestone has a date when it has tasks, was reached, or is due. */
function findMilestones(plan: Plan, outline: Outline): DatedMilestones {
  const named = new Set<string>();
  for (const { milestone } of outline.tasks) if (milestone !== undefined) named.add(milestone);
  const ids: string[] = [];
  const withTasks = new Set<string>();
  for (const milestone of plan.milestones.values()) {
    if (milestone.isDropped) continue;
    const isBrought = named.has(milestone.id) && !milestone.reached;
    if (isBrought) withTasks.add(milestone.id);
    if (isBrought || milestone.reached || milestone.due) ids.push(milestone.id);
  }
  return { ids, withTasks };
}

interface NodeSource {
  readonly plan: Plan;
  readonly outline: Outline;
  readonly calendars: TaskCalendars;
  readonly calendarOf: Int32Array;
  readonly gates: Gates;
  readonly milestones: DatedMilestones;
}

function fillNodes(table: NodeTable, source: NodeSource): void {
  const { plan, outline, calendars, gates, milestones } = source;
  table.calendarOf.set(source.calendarOf);
  const isFromFinish = isScheduledBack(plan.project);
  outline.tasks.forEach((task, node) => {
    const isSummary = outline.isSummary[node] === 1;
    fillTask(table, node, task, { project: plan.project, calendars, isSummary, isFromFinish });
  });
  milestones.ids.forEach((id, place) => {
    const milestone = plan.milestones.get(id);
    const hasTasks = milestones.withTasks.has(id);
    const node = outline.tasks.length + place;
    if (milestone) fillMilestone(table, node, milestone, { calendars, hasTasks });
  });
  const firstGate = outline.tasks.length + milestones.ids.length;
  for (let gate = 0; gate < gates.count; gate++) {
    const node = firstGate + gate;
    const summary = gates.summary[gate] ?? 0;
    table.calendarOf[node] = gates.calendar[gate] ?? 0;
    table.flags[node] = nodeFlag.gate | ((table.flags[summary] ?? 0) & nodeFlag.constrained);
    table.constraintKind[node] = table.constraintKind[summary] ?? 0;
    table.constraintAt[node] = table.constraintAt[summary] ?? 0;
  }
}
