import { formatAssignment } from '../model/assignment.ts';
import type { Decision } from '../model/decision.ts';
import { formatDay } from '../model/instant.ts';
import type { Milestone } from '../model/milestone.ts';
import { itemOf, type Item, type Plan } from '../model/plan.ts';
import type { Risk } from '../model/risk.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What a card says of an item: a heading and short lines of plain text. */
export interface ItemCard {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A few lines that tell a reader what an id means; undefined for an id that the plan does not have. */
export function describeItem(plan: Plan, schedule: Schedule, id: string): ItemCard | undefined {
  const item = itemOf(plan, id);
  return item && { id, title: item.title, lines: linesOf(item, plan, schedule) };
}

function linesOf(item: Item, plan: Plan, schedule: Schedule): readonly string[] {
  switch (item.kind) {
    case 'task':
      return taskLines(item, plan, schedule);
    case 'milestone':
      return milestoneLines(item, plan, schedule);
    case 'risk':
      return riskLines(item, plan);
    case 'decision':
      return decisionLines(item, plan);
    case 'note':
      return [`Note, ${item.type}${item.date ? ` of ${formatDay(item.date.at)}` : ''}`];
  }
}

/** With what took its place, and what it took the place of. */
function decisionLines(decision: Decision, plan: Plan): readonly string[] {
  const { id, status, supersededBy, decision: text } = decision;
  const next = plan.decisions.get(supersededBy ?? '');
  const former = [...plan.decisions.values()].filter(each => each.supersededBy === id);
  return [
    `Decision, ${status}${next ? ` by ${next.id} ${next.title}` : ''}`,
    ...(text ? [text] : []),
    ...former.map(each => `Takes the place of ${each.id} ${each.title}`),
  ];
}

function taskLines(task: Task, plan: Plan, schedule: Schedule): readonly string[] {
  const people = task.assignees.map(formatAssignment).join(', ');
  const milestone = plan.milestones.get(task.milestone ?? '');
  return [
    [`Task, ${task.status}`, people].filter(Boolean).join(', '),
    ...dateLines(task.id, plan, schedule),
    ...(milestone ? [`For ${milestone.title}`] : []),
  ];
}

function milestoneLines(milestone: Milestone, plan: Plan, schedule: Schedule): readonly string[] {
  const state = milestone.reached
    ? `reached on ${formatDay(milestone.reached.at)}`
    : milestone.isDropped
      ? 'dropped'
      : 'open';
  const due = milestone.due ? [`Promised for ${formatDay(milestone.due.at)}`] : [];
  return [`Milestone, ${state}`, ...due, ...dateLines(milestone.id, plan, schedule)];
}

function riskLines(risk: Risk, plan: Plan): readonly string[] {
  const owner = plan.project.people.get(risk.owner ?? '')?.name ?? risk.owner;
  const sentence = [
    risk.cause && `Because ${risk.cause}`,
    risk.event && `it may be that ${risk.event}`,
    risk.effect && `so that ${risk.effect}`,
  ];
  const kind = risk.riskKind === 'threat' ? 'Risk' : 'Opportunity';
  return [
    [`${kind}, ${risk.status}`, owner].filter(Boolean).join(', '),
    ...(risk.event ? [sentence.filter(Boolean).join(', ')] : []),
  ];
}

function dateLines(id: string, plan: Plan, schedule: Schedule): readonly string[] {
  const dates = schedule.datesOf(id);
  if (!dates) return [];
  const from = formatDay(dates.start);
  const to = formatDay(Math.max(dates.start, dates.finish - 1));
  const span = from === to ? from : `${from} to ${to}`;
  const days = dates.totalFloat / plan.project.durationScale.minutesPerDay;
  const float = Number(days.toFixed(1));
  return [`${span}, ${dates.isCritical ? 'critical' : `${float} days of float`}`];
}
