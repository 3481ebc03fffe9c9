import { durationMinutes, wholeMinutes } from '../model/duration.ts';
import type { Dependency } from '../model/dependency.ts';
import { pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import type { Gates } from './gates.ts';
import { LinkList } from './linkList.ts';
import { lagBit, linkCode } from './network.ts';
import { compareInPlan, type Outline } from './outline.ts';

/** What the links are made from. Milestone items follow the tasks, and gates the milestones. */
export interface LinkSource {
  readonly project: Project;
  readonly outline: Outline;
  readonly gates: Gates;
  readonly lagCalendarOf: Int32Array;
  /** Minutes of work, without pauses. */
  readonly workOf: (task: number) => number;
  readonly isElapsed: (task: number) => boolean;
  /** The node of a milestone item that has dates. */
  readonly milestoneOf: ReadonlyMap<string, number>;
  /** True for a milestone that its tasks bring about. */
  readonly isReachedByTasks: (milestone: string) => boolean;
  readonly firstGate: number;
}

/** The links of a plan, and what is wrong with them. */
export interface FoundLinks {
  readonly links: LinkList;
  readonly problems: Problem[];
}

/** All links of the plan; unknown ids, dropped items and links to oneself bind nothing. */
export function buildLinks(source: LinkSource): FoundLinks {
  const found: FoundLinks = { links: new LinkList(), problems: [] };
  const { outline } = source;
  for (const index of outlineOrder(outline)) {
    addLinksOf(source, index, found);
  }
  addGateChain(source, found.links);
  return found;
}

/** Adds the links that one task makes: to what it is part of, and from what it waits for. */
export function addLinksOf(source: LinkSource, index: number, found: FoundLinks): void {
  const task = source.outline.tasks[index];
  if (!task) return;
  addParts(source, found.links, index);
  if (task.milestone !== undefined) addMembership(source, found.links, index, task.milestone);
  for (let place = 0; place < task.dependsOn.length; place++) {
    const dependency = task.dependsOn[place];
    if (!dependency || addDependency(source, found.links, index, dependency)) continue;
    found.problems.push(ownSummaryProblem(task, dependency, place));
  }
}

/** By rank, then by id: the first of several earliest children of a summary is found by it. */
function outlineOrder(outline: Outline): Int32Array {
  const { tasks } = outline;
  const order = new Int32Array(tasks.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  if (tasks.every(task => task?.rank === undefined)) return order;
  return order.sort((a, b) => compareInOutline(outline, a, b));
}

/** Which of two tasks, by their indexes, comes first in the outline. */
export function compareInOutline(outline: Outline, a: number, b: number): number {
  const ofA = outline.tasks[a]?.rank ?? Infinity;
  const ofB = outline.tasks[b]?.rank ?? Infinity;
  return ofA === ofB ? compareInPlan(outline, a, b) : ofA - ofB;
}

function addParts(source: LinkSource, links: LinkList, task: number): void {
  const { outline, gates, lagCalendarOf, firstGate } = source;
  const summary = outline.parent[task] ?? -1;
  if (summary < 0) return;
  links.add(task, summary, linkCode.part);
  if (outline.isSummary[task] === 1) return;
  const gate = gates.gateFor(summary, lagCalendarOf[task] ?? 0);
  if (gate >= 0) links.add(firstGate + gate, task, linkCode.gate);
}

function addMembership(source: LinkSource, links: LinkList, task: number, milestone: string): void {
  const node = source.milestoneOf.get(milestone);
  if (node !== undefined && source.isReachedByTasks(milestone)) links.add(task, node, linkCode.FS);
}

function addGateChain({ outline, gates, firstGate }: LinkSource, links: LinkList): void {
  for (let gate = 0; gate < gates.count; gate++) {
    const summary = gates.summary[gate] ?? 0;
    const outer = gates.gateFor(outline.parent[summary] ?? -1, gates.calendar[gate] ?? 0);
    if (outer >= 0) links.add(firstGate + outer, firstGate + gate, linkCode.gate);
  }
}

/** False when the dependency ties a summary to a part of itself. */
function addDependency(
  source: LinkSource,
  links: LinkList,
  task: number,
  dependency: Dependency,
): boolean {
  const { outline, gates, firstGate } = source;
  const from =
    outline.indexOf.get(dependency.predecessor) ?? source.milestoneOf.get(dependency.predecessor);
  if (from === undefined || from === task) return true;
  const isSummary = outline.isSummary[task] === 1;
  if (isSummary ? isWithin(outline, from, task) : isWithin(outline, task, from)) return false;
  if (isSummary && isWithin(outline, task, from)) return false;
  if (!isSummary && !dependency.lag) {
    links.add(from, task, linkCode[dependency.type]);
    return true;
  }
  const { code, lag, percent } = encodeLink(source, from, dependency);
  const ends = isSummary ? gates.gatesOf(task).map(gate => firstGate + gate) : [task];
  for (const end of ends) {
    if (percent !== undefined) links.percentOfSummary.set(links.count, percent);
    links.add(from, end, code, lag);
  }
  return true;
}

function isWithin({ parent, isSummary }: Outline, inner: number, summary: number): boolean {
  if (isSummary[summary] !== 1) return false;
  let step = inner;
  while (step >= 0 && step !== summary) step = parent[step] ?? -1;
  return step === summary;
}

function encodeLink(
  source: LinkSource,
  from: number,
  { type, lag }: Dependency,
): { code: number; lag: number; percent?: number } {
  const code = linkCode[type];
  if (!lag) return { code, lag: 0 };
  if (lag.kind === 'duration') {
    const minutes = durationMinutes(lag.duration, source.project.durationScale);
    return withLag(code, minutes, lag.duration.isElapsed);
  }
  const isElapsed = lag.isElapsed || source.isElapsed(from);
  if (source.outline.isSummary[from] === 1) {
    const bit = isElapsed ? lagBit.elapsed : lagBit.working;
    return { code: code + bit + lagBit.percentOfSummary, lag: 0, percent: lag.percent };
  }
  const minutes = wholeMinutes((source.workOf(from) * lag.percent) / 100);
  return withLag(code, minutes, isElapsed);
}

function withLag(code: number, lag: number, isElapsed: boolean): { code: number; lag: number } {
  if (lag === 0) return { code, lag };
  return { code: code + (isElapsed ? lagBit.elapsed : lagBit.working), lag };
}

function ownSummaryProblem(task: Task, { predecessor }: Dependency, place: number): Problem {
  return createProblem(
    'dependency-own-summary',
    `${task.id} "${task.title}" depends on ${predecessor}, and one of the two is part of the other; take the dependency out`,
    { file: pathOfId(task.id), field: ['dependsOn', place], items: [task.id, predecessor] },
  );
}
