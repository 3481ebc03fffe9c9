import { numberExport } from '../interchange/mspdi/exportMspdi.ts';
import { outlineTasks } from '../interchange/outlineOrder.ts';
import type { Plan } from '../model/plan.ts';
import { formatDay, formatInstant, type Instant } from '../model/instant.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { computeSchedule } from '../schedule/computeSchedule.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import { rereadPlan } from './rereadPlan.ts';

/** So many tasks are named of those that differ. */
const mostNamed = 5;

interface RereadOptions extends ScheduleOptions {
  /** Ids of tasks that are told of already. */
  readonly known: ReadonlySet<string>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * Reads a file for Microsoft Project as a new plan and schedules it, to find what it says otherwise
 * than the plan that it was written from. What the format cannot say shows here, whatever it is.
 */
export function rereadExport(
  xml: string,
  { plan, schedule }: { readonly plan: Plan; readonly schedule: Schedule },
  { known, random, ...options }: RereadOptions,
): readonly Problem[] {
  const reread = rereadPlan(xml, random);
  if (!reread) return [createProblem('export-partial', 'The file cannot be read back')];
  const after = computeSchedule(reread, options);
  const idOf = new Map([...reread.tasks.values()].map(({ id, origin }) => [origin, id]));
  const numbers = numberExport(plan, outlineTasks(plan, schedule)).task;
  const differing: string[] = [];
  const words: string[] = [];
  for (const { id } of plan.tasks.values()) {
    const number = numbers.get(id);
    const dates = schedule.datesOf(id);
    const there = after.datesOf(idOf.get(`mspdi:${number}`) ?? '');
    if (!dates || known.has(id) || dates.kind === 'summary') continue;
    const word = there ? otherDates(dates, there, schedule.calendarOf(id)) : 'is not in it';
    if (word === undefined) continue;
    differing.push(id);
    words.push(`${id} ${word}`);
  }
  if (differing.length === 0) return [];
  const rest = differing.length - mostNamed;
  const named = words.slice(0, mostNamed).join(', ') + (rest > 0 ? `, and ${rest} more` : '');
  const message = `The format cannot say all that these dates hang on, so whoever computes them from the file comes to others: ${named}`;
  return [createProblem('export-partial', message, { items: differing })];
}

/** In working time, in which an evening and the next morning are one. */
function otherDates(
  here: ItemDates,
  there: ItemDates,
  calendar: ReturnType<Schedule['calendarOf']>,
): string | undefined {
  const isSame = (a: Instant, b: Instant): boolean => a === b || calendar.workBetween(a, b) === 0;
  if (!isSame(here.finish, there.finish)) return `ends ${against(there.finish, here.finish)}`;
  return isSame(here.start, there.start) ? undefined : `begins ${against(there.start, here.start)}`;
}

/** `2026-03-02 and not 2026-03-03`, with the time where the day is the same. */
function against(there: Instant, here: Instant): string {
  const isSameDay = formatDay(there) === formatDay(here);
  const text = (at: Instant): string =>
    isSameDay ? formatInstant(at).replace('T', ' ') : formatDay(at);
  return `${text(there)} and not ${text(here)}`;
}
