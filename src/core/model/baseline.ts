import { compareText } from '../base/order.ts';
import type { Instant, PlanDate } from './instant.ts';
import type { Money } from './money.ts';

/** Where an item stood when the baseline was taken. */
export interface BaselineItem {
  readonly start: Instant;
  readonly finish: Instant;
}

/** What a task was agreed to take; rates are kept by nobody, so that none of them gets into git. */
export interface AgreedWork {
  /** Minutes of each person, by their key. */
  readonly effort: ReadonlyMap<string, number>;
  /** What it costs beside hours. */
  readonly cost: Money | undefined;
}

/** A schedule frozen under a name: `baselines/2026-11-21-kickoff.yaml`. */
export interface Baseline {
  /** The file name without its ending. */
  readonly name: string;
  readonly title: string | undefined;
  readonly takenOn: PlanDate | undefined;
  /** Which of its day it is, counted from 1; undefined for the first. */
  readonly sequence?: number | undefined;
  readonly reason: string | undefined;
  readonly items: ReadonlyMap<string, BaselineItem>;
  /** By the id of the task; undefined in a baseline that keeps dates alone. */
  readonly work?: ReadonlyMap<string, AgreedWork> | undefined;
}

/** By the day on which they were taken, then as they were taken on it, then by name. */
export function oldestFirst(baselines: ReadonlyMap<string, Baseline>): readonly Baseline[] {
  const dayOf = ({ takenOn }: Baseline): number => takenOn?.at ?? 0;
  const placeOf = ({ sequence = 1 }: Baseline): number => sequence;
  return [...baselines.values()].sort(
    (a, b) => dayOf(a) - dayOf(b) || placeOf(a) - placeOf(b) || compareText(a.name, b.name),
  );
}
