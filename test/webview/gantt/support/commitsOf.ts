import { dayOf } from '../../../../src/core/model/instant.ts';
import type { CommitDays } from '../../../../src/core/views/commitDays.ts';
import { indexCommits, type ShownCommits } from '../../../../webview/gantt/shownCommits.ts';
import { at } from './buildView.ts';

/** Days with commits by task; `2026-03-05*3` is a day with three. */
export type DaysByTask = Readonly<Record<string, readonly string[]>>;

/** As the host sends them. */
export function packCommits(told: DaysByTask): CommitDays {
  const lists = Object.values(told);
  const each = lists.flat().map(text => text.split('*'));
  let sum = 0;
  return {
    ids: Object.keys(told),
    offsets: Int32Array.from([0, ...lists.map(list => (sum += list.length))]),
    days: Int32Array.from(each, ([day]) => dayOf(at(day))),
    commits: Uint16Array.from(each, ([, count]) => Number(count ?? 1)),
  };
}

export function commitsOf(told: DaysByTask): ShownCommits {
  return indexCommits(packCommits(told));
}
