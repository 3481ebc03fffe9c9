import { lastStep } from '../base/lastStep.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { buildGates, type Gates } from './gates.ts';
import { buildLinks, type LinkSource } from './buildLinks.ts';
import { copyLinks, groupLinks, type GroupedLinks } from './linkList.ts';
import { nodeFlag } from './network.ts';
import {
  copyTable,
  createNodeTable,
  emptyNode,
  fillMilestone,
  fillTask,
  type NodeTable,
} from './nodeTable.ts';
import { orderNodes } from './orderNodes.ts';
import { buildOutline, type Outline } from './outline.ts';
import { isScheduledBack } from './projectStart.ts';
import { TaskCalendars } from './taskCalendars.ts';

/**
 * A plan compiled into arrays: its nodes, the links between them and their order, before any pass
 * has run. After this, no pass looks an id up.
 */
export interface NetworkFrame {
  /**
   * The item of each node; of a gate, its summary. Tasks come first, then room for more of them, then
   * milestone items.
   */
  readonly ids: string[];
  readonly outline: Outline;
  readonly nodeOf: (id: string) => number | undefined;
  readonly calendars: TaskCalendars;
  readonly table: NodeTable;
  /** What the links of a task can be made from again. */
  readonly source: LinkSource;
  readonly links: GroupedLinks;
  /** Every node after all of its predecessors. */
  readonly order: Int32Array;
  /** True when a lag is a share of its predecessor's length. */
  readonly hasSharesOfLengths: boolean;
  readonly problems: readonly Problem[];
}

/** @param spare how many tasks there is to be room for beside those of the plan */
export function buildFrame(plan: Plan, spare = 0): NetworkFrame {
  return lastStep(frameInSteps(plan, spare));
}

/** The same, with a step after each part that takes its time. */
export function* frameInSteps(plan: Plan, spare: number): Generator<undefined, NetworkFrame> {
  const outline = buildOutline(plan, spare);
  yield;
  const calendars = new TaskCalendars(plan.project);
  const lagCalendarOf = placeTasks(outline, task => calendars.lagPlaceFor(task));
  const gates = buildGates(outline, lagCalendarOf, index => isHeldBack(outline, index));
  yield;
  const milestones = findMilestones(plan, outline);
  const firstMilestone = outline.room;
  const firstGate = firstMilestone + milestones.ids.length;
  const table = createNodeTable(firstGate + gates.count);
  table.calendarOf.set(placeTasks(outline, task => calendars.placeFor(task)));
  table.lagCalendarOf.set(lagCalendarOf);
  yield;
  fillNodes(table, { plan, outline, calendars, gates, milestones });
  yield;
  const milestoneOf = new Map(milestones.ids.map((id, place) => [id, firstMilestone + place]));
  const source: LinkSource = {
    project: plan.project,
    outline,
    gates,
    lagCalendarOf: table.lagCalendarOf,
    ...lengthsIn(table),
    milestoneOf,
    isReachedByTasks: id => milestones.withTasks.has(id),
    firstGate,
  };
  const found = buildLinks(source);
  yield;
  const ids = [
    ...outline.tasks.map(task => task?.id ?? ''),
    ...new Array<string>(spare).fill(''),
    ...milestones.ids,
    ...gates.summary.map(summary => outline.tasks[summary]?.id ?? ''),
  ];
  const links = groupLinks(found.links, ids.length);
  yield;
  const ordered = orderNodes({ count: ids.length, ids, flags: table.flags, ...links }, plan);
  return {
    ids,
    outline,
    nodeOf: id => outline.indexOf.get(id) ?? milestoneOf.get(id) ?? outline.gone.get(id),
    calendars,
    table,
    source,
    links,
    order: ordered.order,
    hasSharesOfLengths: outline.tasks.some(task => task && hasShareOfLength(task)),
    problems: [...calendars.problems, ...outline.problems, ...found.problems, ...ordered.problems],
  };
}

/** The same frame over columns of its own, so that changes of one are none of the other. */
export function detachFrame(frame: NetworkFrame): NetworkFrame {
  const table = copyTable(frame.table);
  const links = copyLinks(frame.links);
  return { ...frame, table, links, source: { ...frame.source, ...lengthsIn(table) } };
}

function lengthsIn({
  splitOf,
  duration,
  flags,
}: NodeTable): Pick<LinkSource, 'workOf' | 'isElapsed'> {
  return {
    workOf: task => splitOf.get(task)?.work ?? duration[task] ?? 0,
    isElapsed: task => ((flags[task] ?? 0) & nodeFlag.elapsed) !== 0,
  };
}

/** True when a lag of the task is a share of its predecessor's length. */
export function hasShareOfLength({ dependsOn }: Task): boolean {
  return dependsOn.some(({ lag }) => lag !== undefined && lag.kind !== 'duration');
}

function placeTasks({ tasks }: Outline, placeOf: (task: Task) => number): Int32Array {
  const places = new Int32Array(tasks.length);
  let index = 0;
  for (const task of tasks) if (task) places[index++] = placeOf(task);
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
  for (const task of outline.tasks) if (task?.milestone !== undefined) named.add(task.milestone);
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
  readonly gates: Gates;
  readonly milestones: DatedMilestones;
}

function fillNodes(table: NodeTable, source: NodeSource): void {
  const { plan, outline, calendars, gates, milestones } = source;
  const isFromFinish = isScheduledBack(plan.project);
  const { project } = plan;
  outline.tasks.forEach((task, node) => {
    const isSummary = outline.isSummary[node] === 1;
    if (task) fillTask(table, node, task, { project, calendars, isSummary, isFromFinish });
  });
  for (let node = outline.tasks.length; node < outline.room; node++) emptyNode(table, node);
  milestones.ids.forEach((id, place) => {
    const milestone = plan.milestones.get(id);
    const hasTasks = milestones.withTasks.has(id);
    const node = outline.room + place;
    if (milestone) fillMilestone(table, node, milestone, { calendars, hasTasks });
  });
  const firstGate = outline.room + milestones.ids.length;
  for (let gate = 0; gate < gates.count; gate++) {
    const node = firstGate + gate;
    const summary = gates.summary[gate] ?? 0;
    table.calendarOf[node] = gates.calendar[gate] ?? 0;
    table.lagCalendarOf[node] = gates.calendar[gate] ?? 0;
    table.flags[node] = nodeFlag.gate | ((table.flags[summary] ?? 0) & nodeFlag.constrained);
    table.constraintKind[node] = table.constraintKind[summary] ?? 0;
    table.constraintAt[node] = table.constraintAt[summary] ?? 0;
  }
}
