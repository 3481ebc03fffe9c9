import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import { canDo } from '../model/canDo.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import { TaskCalendars } from '../schedule/taskCalendars.ts';

/** Somebody who could do work that nobody has yet, and what it would take of them. */
export interface Candidate {
  readonly person: string;
  readonly share: number;
  /** When they would work at it. */
  readonly calendar: CompiledCalendar;
  /** For the length that work has when somebody gives all of their time, the length that it has with them. */
  readonly lengthOf: (length: number) => number;
}

/** Time of somebody that is kept for work that nobody has yet. */
export interface KeptTime {
  readonly person: string;
  readonly share: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** By node: who could do it, undefined for what has somebody; and where it starts. */
export interface PooledNodes {
  readonly pools: readonly (readonly Candidate[] | undefined)[];
  readonly start: Float64Array;
}

/**
 * Who could do what names skills and has nobody: those first who have the fewest skills, so that who
 * can do much stays free for it. A class because everybody's hours are compiled once, where any are
 * asked for.
 */
export class Pools {
  readonly #plan: Plan;
  readonly #known = new Map<string, readonly Candidate[]>();
  #calendars: TaskCalendars | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Undefined for work that has somebody or names no skills, and where nobody can do it. */
  of(task: Task): readonly Candidate[] | undefined {
    if (!task.skills?.length || task.assignees.length > 0) return undefined;
    if (isClosed(task) || task.finished !== undefined) return undefined;
    const isEffort = task.duration === undefined && task.estimate?.optimistic.isElapsed === false;
    const key = [String(isEffort), task.calendar ?? '', ...task.skills].join('\n');
    const pool = this.#known.get(key) ?? this.#find(task, isEffort);
    this.#known.set(key, pool);
    return pool.length === 0 ? undefined : pool;
  }

  #find(task: Task, isEffort: boolean): readonly Candidate[] {
    this.#calendars ??= new TaskCalendars(this.#plan.project);
    const calendars = this.#calendars;
    return [...this.#plan.project.people.values()]
      .filter(person => canDo(this.#plan, task, person))
      .sort((a, b) => a.skills.length - b.skills.length || (a.key < b.key ? -1 : 1))
      .map(({ key, units }): Candidate => {
        const share = Math.min(1, units);
        const own = { ...task, assignees: [{ person: key, units: 1 }] };
        return {
          person: key,
          share,
          calendar: calendars.at(calendars.placeFor(own)),
          lengthOf: length => (isEffort ? Math.round(length / share) : length),
        };
      });
  }
}
