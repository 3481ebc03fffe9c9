import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { dayOf, minutesPerDay, weekday, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { personName } from '../model/personName.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { LoadView } from '../people/computeLoad.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { formatShortDay, formatSpan, formatWork } from './dayText.ts';
import type { OverloadRow, OwnTask, PersonView, WaitingTask } from './personView.ts';
import { createWaiting, type Waiting } from './waiting.ts';

/** Longer lists are not read. */
const mostListed = 25;

interface Look {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly waiting: Waiting;
  readonly today: Instant;
}

/** What one person has to do now, next and this week, and who waits for it. */
export function computePersonView(
  given: { readonly plan: Plan; readonly schedule: Schedule; readonly load: LoadView },
  person: string,
  { revision, today }: { readonly revision: number; readonly today: Instant },
): PersonView {
  const { plan, schedule, load } = given;
  const look = { plan, schedule, today, waiting: createWaiting(plan) };
  const own = [...plan.tasks.values()].filter(
    task =>
      task.status !== 'dropped' &&
      !look.waiting.isSummary(task.id) &&
      task.assignees.some(each => each.person === person),
  );
  const open = own.filter(task => !isClosed(task)).sort(byStart(look));
  const isNow = (task: Task): boolean => isInHand(task) || isDue(look, task);
  const tell = (task: Task): OwnTask => ownTask(look, task);
  const monday = dayOf(today) - weekday(dayOf(today));
  const week = { from: monday * minutesPerDay, to: (monday + 7) * minutesPerDay };
  return {
    revision,
    person,
    name: personName(plan.project, person),
    week: formatSpan(week.from, week.to, today),
    todo: own
      .filter(task => isForWeek(look, task, week))
      .sort(byStart(look))
      .slice(0, mostListed)
      .map(tell),
    now: open.filter(isNow).slice(0, mostListed).map(tell),
    next: open
      .filter(task => !isNow(task))
      .slice(0, mostListed)
      .map(tell),
    waiting: findWaiting(look, person),
    overloads: overloadsOf(look, load, person),
  };
}

function byStart({ schedule }: Look): (a: Task, b: Task) => number {
  return compareBy<Task>(
    (a, b) => compareNumber(schedule.datesOf(a.id)?.start, schedule.datesOf(b.id)?.start),
    (a, b) => compareText(a.id, b.id),
  );
}

/** Begun, whether it goes on at the moment or not. */
function isInHand({ status, started }: Task): boolean {
  return status === 'doing' || status === 'review' || status === 'blocked' || started !== undefined;
}

/** Nothing holds it back, and its day has come. */
function isDue({ schedule, waiting, today }: Look, task: Task): boolean {
  const dates = schedule.datesOf(task.id);
  return dates !== undefined && dates.start < today + minutesPerDay && !waiting.isWaiting(task);
}

function isForWeek(
  { schedule }: Look,
  task: Task,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): boolean {
  const dates = schedule.datesOf(task.id);
  if (task.status === 'done') {
    const on = task.finished?.at ?? dates?.finish;
    return on !== undefined && on >= from && on < to;
  }
  return dates !== undefined && (dates.start < to || isInHand(task));
}

function ownTask(look: Look, task: Task): OwnTask {
  const { schedule, today } = look;
  const dates = schedule.datesOf(task.id);
  const deadline = task.deadline && task.deadline.at + (task.deadline.hasTime ? 0 : minutesPerDay);
  const isLate = !isClosed(task) && dates !== undefined && dates.finish > (deadline ?? Infinity);
  return {
    id: task.id,
    title: task.title,
    days: dates ? formatSpan(dates.start, dates.finish, today) : '',
    note: isClosed(task) ? '' : noteOf(look, task, isLate),
    isDone: task.status === 'done',
    isLate,
  };
}

function noteOf({ plan, waiting, today }: Look, task: Task, isLate: boolean): string {
  const notes: string[] = [];
  if (task.status === 'blocked') notes.push('blocked');
  else if (task.status === 'review') notes.push('in review');
  if (isLate && task.deadline)
    notes.push(`misses its deadline of ${formatShortDay(task.deadline.at, today)}`);
  const [first, ...others] = isInHand(task) ? [] : waiting.waitsFor(task);
  if (first) {
    const who =
      first.kind === 'task'
        ? first.assignees.map(each => personName(plan.project, each.person)).join(', ')
        : '';
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    notes.push(`waits for ${first.id} “${first.title}”${who === '' ? '' : ` of ${who}`}${more}`);
  }
  return notes.join(', ');
}

/** Open tasks of others that wait for open tasks of this person. */
function findWaiting({ plan, waiting }: Look, person: string): readonly WaitingTask[] {
  const isOwn = (task: Task): boolean => task.assignees.some(each => each.person === person);
  const found: WaitingTask[] = [];
  for (const task of plan.tasks.values()) {
    if (isClosed(task) || isOwn(task) || waiting.isSummary(task.id)) continue;
    const mine = waiting.waitsFor(task).find(each => each.kind === 'task' && isOwn(each));
    if (!mine) continue;
    const who = task.assignees.map(each => personName(plan.project, each.person)).join(', ');
    found.push({ id: task.id, title: task.title, who, forId: mine.id, forTitle: mine.title });
    if (found.length === mostListed) break;
  }
  return found;
}

function overloadsOf(
  { plan, today }: Look,
  load: LoadView,
  person: string,
): readonly OverloadRow[] {
  const { minutesPerDay: scale } = plan.project.durationScale;
  const known = load.people.find(each => each.person === person);
  // Days that are over cannot be made easier.
  const ahead = (known?.overloads ?? []).filter(({ lastDay }) => lastDay >= dayOf(today));
  return ahead.slice(0, mostListed).map(({ firstDay, lastDay, over, tasks }) => {
    const days = formatSpan(firstDay * minutesPerDay, (lastDay + 1) * minutesPerDay, today);
    return {
      firstDay,
      text: `${days}: ${formatWork(over, scale)} too much`,
      tasks: tasks.map(id => ({ id, title: plan.tasks.get(id)?.title ?? '' })),
    };
  });
}
