import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { formatInstant } from '../model/instant.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { outlineTasks } from './outlineOrder.ts';

/**
 * A Mermaid `gantt` with computed dates, so that calendars and lags come out right, and one section
 * a milestone. Summaries are left out, since the chart has no outline.
 */
export function exportMermaid(plan: Plan, schedule: Schedule): string {
  const sections = new Map<string | undefined, Task[]>();
  for (const { task } of outlineTasks(plan, schedule)) {
    const dates = schedule.datesOf(task.id);
    if (!dates || dates.kind === 'summary') continue;
    const milestone = milestoneOf(plan, task);
    const tasks = sections.get(milestone) ?? [];
    tasks.push(task);
    sections.set(milestone, tasks);
  }
  const lines = [
    'gantt',
    `  title ${plainText(plan.project.name)}`,
    '  dateFormat YYYY-MM-DDTHH:mm',
    '  axisFormat %Y-%m-%d',
  ];
  for (const milestone of orderedMilestones(plan, schedule)) {
    const tasks = sections.get(milestone.id) ?? [];
    const own = milestoneLine(milestone, schedule);
    if (tasks.length === 0 && own === undefined) continue;
    lines.push(`  section ${plainText(milestone.title)}`);
    lines.push(...tasks.map(task => taskLine(task, schedule)));
    if (own !== undefined) lines.push(own);
  }
  const others = sections.get(undefined) ?? [];
  if (others.length > 0) {
    lines.push(`  section ${plan.milestones.size > 0 ? 'Without milestone' : 'Tasks'}`);
    lines.push(...others.map(task => taskLine(task, schedule)));
  }
  return `${lines.join('\n')}\n`;
}

/** The task's milestone, or the one of the nearest summary above it that has one. */
function milestoneOf(plan: Plan, task: Task): string | undefined {
  const seen = new Set<string>();
  for (let at: Task | undefined = task; at && !seen.has(at.id);) {
    if (at.milestone !== undefined && plan.milestones.has(at.milestone)) return at.milestone;
    seen.add(at.id);
    at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
  }
  return undefined;
}

function orderedMilestones(plan: Plan, schedule: Schedule): readonly Milestone[] {
  const finish = ({ id }: Milestone): number | undefined => schedule.datesOf(id)?.finish;
  return [...plan.milestones.values()].sort(
    compareBy<Milestone>(
      (a, b) => compareNumber(finish(a), finish(b)),
      (a, b) => compareText(a.id, b.id),
    ),
  );
}

function milestoneLine(milestone: Milestone, schedule: Schedule): string | undefined {
  const dates = schedule.datesOf(milestone.id);
  if (!dates) return undefined;
  const tags = [
    'milestone',
    ...(milestone.reached ? ['done'] : []),
    ...(dates.isCritical ? ['crit'] : []),
  ];
  const parts = [...tags, milestone.id, formatInstant(dates.finish), '0d'];
  return `  ${rowText(milestone.title)} :${parts.join(', ')}`;
}

function taskLine(task: Task, schedule: Schedule): string {
  const dates = schedule.datesOf(task.id);
  if (!dates) return '';
  const isPoint = dates.kind === 'milestone';
  const tags = [
    ...(isPoint ? ['milestone'] : []),
    ...(task.status === 'done' ? ['done'] : []),
    ...(task.status === 'doing' || task.status === 'review' ? ['active'] : []),
    ...(dates.isCritical ? ['crit'] : []),
  ];
  const end = isPoint ? '0d' : formatInstant(dates.finish);
  const parts = [...tags, task.id, formatInstant(dates.start), end];
  return `  ${rowText(task.title)} :${parts.join(', ')}`;
}

/**
 * A colon ends a title, a hash begins an entity, a semicolon ends a statement, and two percent signs
 * begin a comment.
 */
const lookAlikes: Readonly<Record<string, string>> = { ':': '∶', '#': '♯', ';': ',', '%': '%' };

function plainText(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.replace(/[:#;]|%{2,}/g, mark => lookAlikes[mark.charAt(0)] ?? mark) || '-';
}

/** Words with which a line of the chart can begin, besides a title. */
const keywords =
  /^(?:gantt|section|title|click|call|href|excludes|includes|weekend|weekday|todaymarker|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|acctitle|accdescr|\d{4}-\d\d-\d\d)/i;

/** A word joiner, which nobody sees, keeps a title such as `Section plan` from being a keyword. */
function rowText(title: string): string {
  const text = plainText(title);
  return keywords.test(text) ? `\u2060${text}` : text;
}
