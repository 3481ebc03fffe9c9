import { isExceptionWithin } from '../calendar/repeatedDays.ts';
import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { CalendarException, Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import type { ExplainContext } from './explainContext.ts';
import type { Stretch, Wait, WaitCause } from './explanation.ts';
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

interface Blame {
  readonly cause: WaitCause;
  readonly titles: readonly string[];
}

/** [CAL-8] Whose hours they are: people who are away, the task's own calendar, or the project's. */
function blame(
  { plan: { project } }: ExplainContext,
  task: Task,
  span: { readonly from: Instant; readonly to: Instant; readonly isOwn: boolean },
): Blame {
  const people = task.assignees.flatMap(({ person }) => project.people.get(person) ?? []);
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
