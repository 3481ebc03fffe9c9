import type { Calendar } from '../calendar/calendar.ts';
import {
  dayNumber,
  formatDay,
  minutesPerDay,
  type Instant,
  type PlanDate,
} from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Project } from '../model/project.ts';
import { finishMoment } from './dateMeaning.ts';

/** [PRJ-2] A plan without any date has to begin somewhere, also where nobody says what day it is. */
const lastResort = dayNumber(2000, 1, 3) * minutesPerDay;

export interface ProjectStart {
  readonly at: Instant;
  /** True when neither the project nor anything that is fixed in the plan says when it begins. */
  readonly isGuessed: boolean;
  /** [PRJ-7] Where the plan is scheduled back from, when it is. */
  readonly givenFinish: Instant | undefined;
}

/** [PRJ-7] A plan that states its finish and no start is scheduled back from its finish. */
export function isScheduledBack({ start, finish }: Project): boolean {
  return start === undefined && finish !== undefined;
}

/**
 * [PRJ-1] Where the project begins: the stated start; else the earliest actual date or constraint;
 * else the progress date; else the earliest promise; else today, where it is known.
 */
export function computeProjectStart(
  plan: Plan,
  calendar: Calendar,
  { statusDate, today }: { statusDate: Instant | undefined; today: Instant | undefined },
): ProjectStart {
  const { start, finish } = plan.project;
  if (start)
    return { at: statedStart(calendar, start.at), isGuessed: false, givenFinish: undefined };
  if (finish) {
    const at = finishMoment(finish, calendar);
    return { at, isGuessed: false, givenFinish: at };
  }
  const firm: (PlanDate | undefined)[] = [];
  const promised: (PlanDate | undefined)[] = [];
  for (const task of plan.tasks.values()) {
    firm.push(task.started, task.finished, task.pinned);
    if (task.constraint && 'date' in task.constraint) firm.push(task.constraint.date);
    promised.push(task.deadline);
  }
  for (const milestone of plan.milestones.values()) promised.push(milestone.reached, milestone.due);
  const known = earliest(firm) ?? statusDate;
  const at = calendar.nextWork(known ?? earliest(promised) ?? today ?? lastResort);
  return { at, isGuessed: known === undefined, givenFinish: undefined };
}

/**
 * A day begins with the work of the project on it; in the project's time off it begins at once, as
 * some may work when others do not.
 */
function statedStart(calendar: Calendar, at: Instant): Instant {
  const isDay = at % minutesPerDay === 0;
  const hasWork = calendar.workBetween(at, at + minutesPerDay) > 0;
  return isDay && hasWork ? calendar.nextWork(at) : at;
}

/** [PRJ-6] Dates that hang on a guess are told to do so, once there is something to place. */
export function startProblems(plan: Plan, { at, isGuessed }: ProjectStart): readonly Problem[] {
  if (!isGuessed || plan.tasks.size === 0) return [];
  const day = formatDay(at);
  const message = `The project has no start date, so its dates begin on ${day}; write start: ${day}, or the day on which it begins`;
  return [createProblem('start-missing', message, { file: 'project.yaml', field: ['start'] })];
}

/** [ACT-10] The day after which open work is moved: one that is given, or the project's unless it moves nothing. */
export function movingStatusDay(
  { statusDate, movesOpenWork }: Project,
  given: PlanDate | undefined,
): PlanDate | undefined {
  return given ?? (movesOpenWork ? statusDate : undefined);
}

/** [PRJ-3] Progress is known up to the end of the work of the status date. */
export function statusMoment(
  statusDate: PlanDate | undefined,
  calendar: Calendar,
): Instant | undefined {
  return statusDate && finishMoment(statusDate, calendar);
}

function earliest(dates: readonly (PlanDate | undefined)[]): Instant | undefined {
  return dates.reduce<Instant | undefined>(
    (first, date) => (date && (first === undefined || date.at < first) ? date.at : first),
    undefined,
  );
}
