import type { Instant } from '../../src/core/model/instant.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';

/** What a person has chosen to hold the plan against. */
export interface BaselineChoice {
  readonly isBaselineShown: boolean;
  /** The name of a baseline; undefined for the newest. */
  readonly baseline: string | undefined;
}

/** One baseline of the view, by row; NaN where a row was not in it. */
export interface ShownBaseline {
  readonly index: number;
  readonly title: string;
  readonly startOf: (row: number) => Instant;
  readonly finishOf: (row: number) => Instant;
  /** Working minutes by which the row finishes later than it was to. */
  readonly varianceOf: (row: number) => number;
}

/** A baseline that is gone gives way to the newest; undefined where none is to be shown. */
export function pickBaseline(view: GanttView, choice: BaselineChoice): ShownBaseline | undefined {
  const { baselines, rows } = view;
  if (!baselines || !choice.isBaselineShown) return undefined;
  const index = Math.max(0, baselines.name.indexOf(choice.baseline ?? ''));
  const first = index * rows.count;
  return {
    index,
    title: textAt(baselines.title, index),
    startOf: row => numberAt(baselines.start, first + row),
    finishOf: row => numberAt(baselines.finish, first + row),
    varianceOf: row => numberAt(baselines.varianceMinutes, first + row),
  };
}
