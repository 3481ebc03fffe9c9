import { formatAssignment } from '../model/assignment.ts';
import { formatConstraint } from '../model/constraint.ts';
import { formatDependency } from '../model/dependency.ts';
import { formatDuration, formatEstimate } from '../model/duration.ts';
import { pathOfId } from '../model/ids.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import { hasEnded, type Milestone } from '../model/milestone.ts';
import type { Problem } from '../model/problem.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { formatShortDay, formatSpan, formatWork, lastDay } from './dayText.ts';
import type { OutlineLine, PlanOutline } from './outline.ts';
import { problemsByItem } from './problemsByItem.ts';
import type { ViewContext } from './viewContext.ts';
import type { PlanState, PlanTree, PlanTreeNode } from './planTree.ts';

interface TreeContext {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
  /** Now, on the plan's zone-less line. */
  readonly today: Instant;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * The outline of a snapshot.
 *
 * @param ctx of the same snapshot and schedule
 */
export function computePlanTree(
  snapshot: Snapshot,
  schedule: Schedule,
  ctx: ViewContext,
): PlanTree {
  const { lines, rowOf } = ctx.outline;
  const problems = problemsByItem(ctx.problems, snapshot);
  const context: TreeContext = { snapshot, schedule, today: ctx.today, problems };
  const lineOf = (id: string): OutlineLine | undefined => lines[rowOf.get(id) ?? -1];
  return {
    roots: childrenOf(ctx.outline, -1),
    childrenOf: id => {
      const row = rowOf.get(id);
      return row === undefined ? [] : childrenOf(ctx.outline, row);
    },
    parentOf: id => lines[lineOf(id)?.parent ?? -1]?.item.id,
    nodeOf: id => {
      const line = lineOf(id);
      return line && describe(line, context);
    },
    detailsOf: id => {
      const line = lineOf(id);
      return line ? detail(line, context) : [];
    },
  };
}

/** The ids of what hangs right under a line; -1 is above all of them. */
function childrenOf({ lines }: PlanOutline, parent: number): readonly string[] {
  const ids: string[] = [];
  const level = parent === -1 ? 0 : (lines[parent]?.level ?? 0) + 1;
  for (let row = parent + 1; row < lines.length; row++) {
    const line = lines[row];
    if (!line || line.level < level) break;
    if (line.parent === parent) ids.push(line.item.id);
  }
  return ids;
}

function describe({ item, dates, hasChildren }: OutlineLine, ctx: TreeContext): PlanTreeNode {
  const isDone = item.kind === 'task' ? isClosed(item) : hasEnded(item);
  const state = stateOf(item, dates, ctx);
  const facts = isDone ? endedFacts(item, ctx) : openFacts(item, dates, ctx);
  const file = ctx.snapshot.files.get(pathOfId(item.id) ?? '');
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    state,
    description: facts.join(' · '),
    spoken: [item.title, item.kind, stateWords[state], ...facts, item.id].join(', '),
    isClosed: isDone,
    isOverdue: !isDone && !hasChildren && dates !== undefined && dates.finish <= ctx.today,
    isCritical: !isDone && dates?.isCritical === true,
    hasChildren,
    hasProblem: ctx.problems.has(item.id),
    hasCode: item.kind === 'task' && item.code.length > 0,
    isReadOnly: file !== undefined && !file.isWritable,
  };
}

const stateWords: Readonly<Record<PlanState, string>> = {
  todo: 'to do',
  doing: 'in progress',
  blocked: 'blocked',
  review: 'in review',
  done: 'done',
  dropped: 'dropped',
  planned: 'planned',
  late: 'late',
  reached: 'reached',
};

function stateOf(
  item: Task | Milestone,
  dates: ItemDates | undefined,
  ctx: TreeContext,
): PlanState {
  if (item.kind === 'task') return item.status;
  if (item.reached) return 'reached';
  if (item.isDropped) return 'dropped';
  return isMilestoneLate(item, dates, ctx.today) ? 'late' : 'planned';
}

/** Its tasks finish after the day that was promised, or that day is over. */
export function isMilestoneLate(
  milestone: Milestone,
  dates: ItemDates | undefined,
  today: Instant,
): boolean {
  if (!milestone.due || hasEnded(milestone)) return false;
  const dueAt = endOfDue(milestone);
  return today > dueAt || (dates !== undefined && dates.finish > dueAt);
}

function endOfDue({ due }: Milestone): Instant {
  if (!due) return Infinity;
  return due.hasTime ? due.at : due.at + 1440;
}

function endedFacts(item: Task | Milestone, ctx: TreeContext): readonly string[] {
  const on = item.kind === 'task' ? item.finished : item.reached;
  if (item.kind === 'task' ? item.status === 'dropped' : item.isDropped) return ['dropped'];
  return on ? [formatShortDay(on.at, ctx.today)] : [];
}

function openFacts(
  item: Task | Milestone,
  dates: ItemDates | undefined,
  ctx: TreeContext,
): readonly string[] {
  if (!dates) return ['no dates'];
  if (item.kind === 'milestone') return milestoneFacts(item, dates, ctx);
  const isOverdue = dates.finish <= ctx.today && dates.kind !== 'summary';
  const standing = isOverdue ? 'overdue' : floatFact(dates, ctx);
  return [formatSpan(dates.start, dates.finish, ctx.today), standing];
}

function milestoneFacts(item: Milestone, dates: ItemDates, ctx: TreeContext): readonly string[] {
  const finish = formatShortDay(lastDay(dates.start, dates.finish), ctx.today);
  if (!item.due) return [finish];
  const due = formatShortDay(item.due.at, ctx.today);
  return finish === due ? [due] : [finish, `due ${due}`];
}

function floatFact(dates: ItemDates, ctx: TreeContext): string {
  if (dates.totalFloat === 0) return dates.isCritical ? 'critical' : 'no float';
  const size = formatWork(
    Math.abs(dates.totalFloat),
    ctx.snapshot.plan.project.durationScale.minutesPerDay,
  );
  return dates.totalFloat < 0 ? `${size} short` : `${size} float`;
}

function floatText({ totalFloat, isCritical }: ItemDates, ctx: TreeContext): string {
  const { minutesPerDay } = ctx.snapshot.plan.project.durationScale;
  const size = totalFloat === 0 ? 'none' : formatWork(totalFloat, minutesPerDay);
  return isCritical ? `${size}, critical` : size;
}

function detail({ item, dates }: OutlineLine, ctx: TreeContext): readonly string[] {
  const lines = [`${item.id} ${item.title}`];
  if (dates) lines.push(`${formatDay(dates.start)} to ${lastDayText(dates)}`);
  lines.push(...(item.kind === 'task' ? taskLines(item, dates, ctx) : milestoneLines(item)));
  for (const { message } of (ctx.problems.get(item.id) ?? []).slice(0, 5)) lines.push(message);
  return lines;
}

function lastDayText({ start, finish }: ItemDates): string {
  return formatDay(lastDay(start, finish));
}

function taskLines(task: Task, dates: ItemDates | undefined, ctx: TreeContext): readonly string[] {
  const lines = [`Status: ${stateWords[task.status]}`];
  if (dates && !isClosed(task)) {
    lines.push(`Float: ${floatText(dates, ctx)}`);
    if (dates.progress > 0) lines.push(`Progress: ${Math.round(dates.progress * 100)}%`);
  }
  if (task.duration) lines.push(`Duration: ${formatDuration(task.duration)}`);
  else if (task.estimate) lines.push(`Estimate: ${formatEstimate(task.estimate)}`);
  if (task.assignees.length > 0) {
    lines.push(`Assigned to: ${task.assignees.map(formatAssignment).join(', ')}`);
  }
  if (task.constraint) lines.push(`Constraint: ${formatConstraint(task.constraint)}`);
  if (task.deadline) lines.push(`Deadline: ${formatDay(task.deadline.at)}`);
  if (task.dependsOn.length > 0) {
    lines.push(`Depends on: ${task.dependsOn.map(formatDependency).join(', ')}`);
  }
  for (const { path, line } of task.code.slice(0, 5)) {
    lines.push(`Code: ${path}${line === undefined ? '' : `:${line}`}`);
  }
  return lines;
}

function milestoneLines(milestone: Milestone): readonly string[] {
  const lines: string[] = [];
  if (milestone.due) lines.push(`Due: ${formatDay(milestone.due.at)}`);
  if (milestone.reached) lines.push(`Reached: ${formatDay(milestone.reached.at)}`);
  if (milestone.owner !== undefined) lines.push(`Owner: ${milestone.owner}`);
  for (const { measure, target } of milestone.goals) {
    lines.push(`Goal: ${measure}${target === undefined ? '' : `, ${target}`}`);
  }
  return lines;
}
