import type { CommitIndex } from '../commits/commitIndex.ts';
import { dayOf, parsePlanDate, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { CommitDays } from './commitDays.ts';

/** After so many commits, or days, there is a step: a few milliseconds on a slow machine. */
const stepSize = 1024;
const mostTold = 0xffff;

/** What the commits say of one task. */
interface TaskWork {
  readonly id: string;
  /** One for each commit, in the order of the index. */
  readonly days: number[];
  /** The number of the last commit that was counted: each counts once, by however many ids. */
  lastCommit: number;
}

/**
 * The days of work on each task as the commits tell it, also by ids that it had before. Days after
 * `today` are left out: a clock that goes wrong is no evidence.
 */
export function* commitDaysInSteps(
  plan: Plan,
  { commits }: CommitIndex,
  today: Instant,
): Generator<undefined, CommitDays> {
  const works = [...plan.tasks.keys()].map((id): TaskWork => ({ id, days: [], lastCommit: 0 }));
  const workOf = indexWorks(plan, works);
  const dayNumberOf = createDayReader(dayOf(today));
  let number = 0;
  for (const { day, ids } of commits.values()) {
    if (++number % stepSize === 0) yield;
    for (const id of ids) {
      const work = workOf.get(id);
      if (!work || work.lastCommit === number) continue;
      work.lastCommit = number;
      const at = dayNumberOf(day);
      if (at !== undefined) work.days.push(at);
    }
  }
  return yield* packInSteps(works.filter(({ days }) => days.length > 0));
}

/** Whose work an id means: an id of now counts more than one of before. */
function indexWorks({ tasks }: Plan, works: readonly TaskWork[]): ReadonlyMap<string, TaskWork> {
  const found = new Map<string, TaskWork>();
  for (const work of works) {
    for (const former of tasks.get(work.id)?.formerIds ?? []) found.set(former, work);
  }
  for (const work of works) found.set(work.id, work);
  return found;
}

/** Many commits are of one day, which is read once. */
function createDayReader(lastDay: number): (text: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return text => {
    if (!known.has(text)) {
      const at = parsePlanDate(text)?.at;
      const day = at === undefined ? undefined : dayOf(at);
      known.set(text, day !== undefined && day <= lastDay ? day : undefined);
    }
    return known.get(text);
  };
}

function* packInSteps(works: readonly TaskWork[]): Generator<undefined, CommitDays> {
  const offsets = [0];
  const days: number[] = [];
  const commits: number[] = [];
  let done = 0;
  for (const work of works) {
    const from = days.length;
    for (const day of work.days.sort((a, b) => a - b)) {
      const last = days.length - 1;
      if (last >= from && days[last] === day) {
        commits[last] = Math.min(mostTold, (commits[last] ?? 0) + 1);
      } else {
        days.push(day);
        commits.push(1);
      }
      if (++done % stepSize === 0) yield;
    }
    offsets.push(days.length);
  }
  return {
    ids: works.map(({ id }) => id),
    offsets: new Int32Array(offsets),
    days: new Int32Array(days),
    commits: new Uint16Array(commits),
  };
}
