import { minutesPerDay } from '../../src/core/model/instant.ts';
import { taskHeightPx, type Bar } from './barLayout.ts';
import { numberAt, textAt } from './columnar.ts';
import { gapOf } from './commitGap.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { TaskCommits } from './shownCommits.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** The days of work on a task as its commits tell them: one column a day, above the bar. */
export interface CommitStrip {
  readonly row: number;
  /** From left to right; the level grows from 1 to 4 with the commits of the day. */
  readonly cells: readonly { readonly x: number; readonly width: number; readonly level: number }[];
  /** From the first day to the last, as far as it is seen. */
  readonly line: { readonly x: number; readonly width: number };
  /** What of the planned time lies before the first commit, and of closed work after the last. */
  readonly gaps: readonly { readonly x: number; readonly width: number }[];
  /** The foot of the columns. */
  readonly footY: number;
}

/** What the strips are laid out against. */
export interface CommitScene extends Pick<LoadedPlan, 'view'> {
  readonly baseline?: LoadedPlan['baseline'];
  readonly scale: TimeScale;
  readonly viewport: { readonly leftPx: number; readonly widthPx: number };
  /** Undefined while they are not shown. */
  readonly commits?: LoadedPlan['commits'];
}

/** Above the bar: what is below it shows the baseline, and what is in it the recorded work. */
const aboveMiddlePx = taskHeightPx / 2 + 1;
/** Narrower columns cannot be told apart: then several days share one. */
const narrowestPx = 3;
const beyondPx = 8;
const highestLevel = 4;

/** The strips of the bars whose tasks have commits. */
export function layoutCommits(scene: CommitScene, bars: readonly Bar[]): readonly CommitStrip[] {
  const { commits, view } = scene;
  if (!commits) return [];
  return bars.flatMap(bar => {
    const own = commits.of(textAt(view.rows.id, bar.row));
    return own && bar.shape !== 'milestone' ? [layoutStrip(scene, bar, own)] : [];
  });
}

function layoutStrip(scene: CommitScene, { row, middleY }: Bar, own: TaskCommits): CommitStrip {
  const { days } = own;
  const { startOf, spanOf } = measureDays(scene);
  const [first, last] = [numberAt(days, 0), numberAt(days, days.length - 1)];
  const gap = gapOf(scene, row, own);
  // A task may have begun after all of its planned time.
  const begun = Math.max(gap.firstDay, Math.min(first, gap.lastDay + 1));
  const gaps = [
    (gap.start ?? 0) > 0 ? spanOf(startOf(gap.firstDay), startOf(first)) : undefined,
    (gap.finish ?? 0) < 0
      ? spanOf(startOf(Math.max(last + 1, begun)), startOf(gap.lastDay + 1))
      : undefined,
  ];
  return {
    row,
    cells: layoutCells(scene, own),
    line: spanOf(startOf(first), startOf(last + 1)) ?? { x: 0, width: 0 },
    gaps: gaps.filter(each => each !== undefined),
    footY: middleY - aboveMiddlePx,
  };
}

/** Days as pixels of the screen; what is far beyond it is cut off. */
function measureDays({ scale, viewport }: CommitScene): {
  readonly startOf: (day: number) => number;
  readonly spanOf: (
    from: number,
    to: number,
  ) => { readonly x: number; readonly width: number } | undefined;
} {
  return {
    startOf: day => toPx(scale, day * minutesPerDay) - viewport.leftPx,
    spanOf: (from, to) => {
      const x = Math.max(-beyondPx, from);
      const width = Math.min(viewport.widthPx + beyondPx, to) - x;
      return width > 0 ? { x, width } : undefined;
    },
  };
}

/** Where days are narrow, one column stands for several and shows the busiest of them. */
function layoutCells(scene: CommitScene, { days, commits }: TaskCommits): CommitStrip['cells'] {
  const { startOf, spanOf } = measureDays(scene);
  const shared = Math.max(1, Math.ceil(narrowestPx / scene.scale.pxPerDay));
  const cells: { x: number; width: number; level: number }[] = [];
  for (let at = 0; at < days.length;) {
    const column = Math.floor(numberAt(days, at) / shared);
    let most = 0;
    for (; at < days.length && Math.floor(numberAt(days, at) / shared) === column; at += 1) {
      most = Math.max(most, numberAt(commits, at));
    }
    const end = startOf((column + 1) * shared);
    const seen = spanOf(startOf(column * shared), end);
    // A pixel between columns lets them be counted, where there is room for it.
    if (seen) cells.push({ ...seen, width: Math.max(1, seen.width - 1), level: levelOf(most) });
  }
  return cells;
}

/** 1 for one commit, 2 for up to three, 3 for up to seven, 4 for more: a day of twice as many is one higher. */
function levelOf(commits: number): number {
  return Math.min(highestLevel, 1 + Math.floor(Math.log2(Math.max(1, commits))));
}
