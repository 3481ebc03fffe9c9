import type { CommitDays } from '../../src/core/views/commitDays.ts';

/** The days of work on one task as the commits tell it; there is one at least. */
export interface TaskCommits {
  /** Days since 1970, in order. */
  readonly days: Int32Array;
  /** How many commits there are on each. */
  readonly commits: Uint16Array;
}

/** The commits of tasks by their ids. */
export interface ShownCommits {
  /** How many tasks have any. */
  readonly taskCount: number;
  of(id: string): TaskCommits | undefined;
}

export function indexCommits({ ids, offsets, days, commits }: CommitDays): ShownCommits {
  const places = new Map(ids.map((id, place) => [id, place]));
  return {
    taskCount: places.size,
    of: id => {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const [from, to] = [offsets[place], offsets[place + 1]];
      const own = { days: days.subarray(from, to), commits: commits.subarray(from, to) };
      return own.days.length > 0 ? own : undefined;
    },
  };
}
