import type { Calendar } from '../calendar/calendar.ts';
import { exceptionDays, isExceptionWithin } from '../calendar/repeatedDays.ts';
import type { Dependency } from '../model/dependency.ts';
import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { CalendarException, Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import type { ExplainContext } from './explainContext.ts';
import type { Reason, Stretch, Wait, WaitCause } from './explanation.ts';
import { endOfPredecessor } from './findBounds.ts';
import type { ItemDates } from './schedule.ts';

/**
 * The days on which a task could have begun, were it not for the hours of its calendar; undefined
 * where it begins with the next working time of an ordinary day.
 */
export function findWait(
  ctx: ExplainContext,
  task: Task,
  from: Instant,
  to: Instant,
): Wait | undefined {
  if (to <= from) return undefined;
  const isOwn = ctx.schedule.calendar.workBetween(from, to) > 0;
  // A night is no wait that anybody would ask about.
  if (!isOwn && dayOf(to) - dayOf(from) < 2) return undefined;
  return { from, to, ...blame(ctx, task, { from, to, isOwn }) };
}

/** Half a day and more that the hours of its calendar or people add to a task. */
export function findStretch(
  ctx: ExplainContext,
  task: Task,
  dates: ItemDates,
): Stretch | undefined {
  const { plan, schedule } = ctx;
  if (dates.isElapsed || task.split.length > 0 || task.started || task.finished) return undefined;
  const { start: from, finish: to } = dates;
  const minutes = schedule.calendar.workBetween(from, to) - dates.durationMinutes;
  if (minutes < plan.project.durationScale.minutesPerDay / 2) return undefined;
  return { minutes, ...blame(ctx, task, { from, to, isOwn: true }) };
}

/**
 * [WHY-3] The span of a working lag that time off makes half a day longer and more than it is in the
 * project's hours, or that lies over days off of the project; undefined where it runs through as it is.
 *
 * @param demanded the moment at which the lag ends
 */
export function findLagWait(
  ctx: ExplainContext,
  successor: Task,
  reason: Reason,
  demanded: Instant,
): Wait | undefined {
  if (reason.kind !== 'dependency') return undefined;
  const { dependency } = reason;
  const dates = ctx.schedule.datesOf(dependency.predecessor);
  if (!dates || !isWorkingLag(dependency, dates)) return undefined;
  const span = { from: dates[endOfPredecessor(dependency)], to: demanded };
  if (span.to <= span.from) return undefined;
  const { calendar: own, holder } = lagHoursOf(ctx, successor);
  const { calendar } = ctx.schedule;
  const extra = calendar.workBetween(span.from, span.to) - own.workBetween(span.from, span.to);
  if (extra >= ctx.plan.project.durationScale.minutesPerDay / 2) {
    return { ...span, ...blame(ctx, holder, { ...span, isOwn: true }) };
  }
  const days = daysOff(ctx.plan.project, calendar, span);
  return days.isAny ? { ...span, cause: { kind: 'project' }, titles: days.titles } : undefined;
}

function isWorkingLag({ lag }: Dependency, { isElapsed }: ItemDates): boolean {
  if (!lag) return false;
  return lag.kind === 'duration' ? !lag.duration.isElapsed : !lag.isElapsed && !isElapsed;
}

/** [DEP-5] The calendar on which the lag of a dependency runs, and whose hours make it up. */
function lagHoursOf(
  { schedule }: ExplainContext,
  successor: Task,
): { readonly calendar: Calendar; readonly holder: HoursHolder } {
  const { id, calendar } = successor;
  return {
    calendar: schedule.lagCalendarOf(id),
    holder: { calendar, assignees: [], keepsPeopleHours: false },
  };
}

interface Blame {
  readonly cause: WaitCause;
  readonly titles: readonly string[];
}

/** What says whose hours hold. */
type HoursHolder = Pick<Task, 'assignees' | 'calendar' | 'keepsPeopleHours'>;

/** [CAL-8] Whose hours they are: people who are away, the task's own calendar, or the project's. */
function blame(
  { plan: { project } }: ExplainContext,
  task: HoursHolder,
  span: { readonly from: Instant; readonly to: Instant; readonly isOwn: boolean },
): Blame {
  const isOfTask = task.calendar !== undefined && project.calendars.has(task.calendar);
  const count = !isOfTask || task.keepsPeopleHours;
  const people = count
    ? task.assignees.flatMap(({ person }) => project.people.get(person) ?? [])
    : [];
  const away = people.filter(({ leave }) => titlesIn(leave, span).isAny);
  if (span.isOwn && away.length > 0) {
    const titles = away.flatMap(({ leave }) => titlesIn(leave, span).titles);
    return {
      cause: { kind: 'person', people: away.map(({ key }) => key) },
      titles: unique(titles),
    };
  }
  if (span.isOwn && task.calendar !== undefined && project.calendars.has(task.calendar)) {
    const titles = calendarTitles(project, task.calendar, span);
    return { cause: { kind: 'calendar', key: task.calendar }, titles };
  }
  if (span.isOwn && people.length > 0) {
    const titles = people.flatMap(({ calendar }) => calendarTitles(project, calendar, span));
    return {
      cause: { kind: 'person', people: people.map(({ key }) => key) },
      titles: unique(titles),
    };
  }
  return { cause: { kind: 'project' }, titles: calendarTitles(project, project.calendar, span) };
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

function titlesIn(
  exceptions: readonly CalendarException[],
  { from, to }: Span,
): { readonly isAny: boolean; readonly titles: readonly string[] } {
  const [first, last] = [dayOf(from), dayOf(to - 1)];
  const within = exceptions.filter(each => isExceptionWithin(each, first, last));
  return { isAny: within.length > 0, titles: within.flatMap(({ title }) => title ?? []) };
}

/** The exceptions of the project's calendar in a span that leave at least one day without work. */
function daysOff(
  { calendars, calendar: key }: Project,
  calendar: Calendar,
  span: Span,
): { readonly isAny: boolean; readonly titles: readonly string[] } {
  const [first, last] = [dayOf(span.from), dayOf(span.to - 1)];
  const found: CalendarException[] = [];
  const seen = new Set<string>();
  for (let step = key; !seen.has(step);) {
    seen.add(step);
    const rules = calendars.get(step);
    for (const exception of rules?.exceptions ?? []) {
      const toDay = Math.min(last, exception.toDay);
      for (const day of exceptionDays({ ...exception, toDay })) {
        if (day < first) continue;
        if (calendar.workBetween(day * minutesPerDay, (day + 1) * minutesPerDay) > 0) continue;
        found.push(exception);
        break;
      }
    }
    step = rules?.base ?? step;
  }
  return { isAny: found.length > 0, titles: unique(found.flatMap(({ title }) => title ?? [])) };
}

/** The days off that a calendar, or one that it is based on, names in a span. */
function calendarTitles(
  { calendars, calendar: own }: Project,
  key: string | undefined,
  span: Span,
): readonly string[] {
  const titles: string[] = [];
  const seen = new Set<string>();
  for (let step = key ?? own; !seen.has(step);) {
    seen.add(step);
    const rules = calendars.get(step);
    // The evening of the last working day belongs to no day off.
    const inner = { from: (dayOf(span.from) + 1) * minutesPerDay, to: span.to };
    titles.push(
      ...titlesIn(rules?.exceptions ?? [], span.from % minutesPerDay === 0 ? span : inner).titles,
    );
    step = rules?.base ?? step;
  }
  return unique(titles);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
