import { lastStep } from '../base/lastStep.ts';
import type { Instant } from '../model/instant.ts';
import { defaultForecastRules } from '../model/forecastRules.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanPast } from '../model/planPast.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import { findCauses, type ForecastCause } from './forecastCauses.ts';
import { compileForecast } from './forecastModel.ts';
import { findChanges } from './planChanges.ts';
import { simulate } from './simulate.ts';
import { rulesOf } from './taskSpread.ts';

/** A plan as a commit has it. */
export interface PlanVersion {
  /** The full name of the commit; empty for the files as they are. */
  readonly commit: string;
  readonly committedAt: Instant;
  readonly subject: string;
  /** Paths of files that nobody can read in it, and that are taken as they were before. */
  readonly unread: readonly string[];
  readonly plan: Plan;
}

/** The forecast at one commit. */
export interface ForecastPoint extends Omit<PlanVersion, 'plan'> {
  readonly planned: Instant;
  readonly p50: Instant;
  /** At the confidence that the project asks for in the last version: the same for all. */
  readonly confident: Instant;
  /** Between which the true one lies, 19 times in 20. */
  readonly bounds: readonly [Instant, Instant];
  /** Working minutes since the commit before; 0 for the first. */
  readonly slip: number;
  /** The items that caused the slip, the heaviest first; only where it is a quarter of a day or more. */
  readonly causes: readonly ForecastCause[];
}

/** Enough to tell a slip of a day, and the same draws at every commit. */
export const historyIterations = 1000;

/** What a forecast over time is made of. */
export interface HistoryRequest {
  readonly past: PlanPast;
  readonly present: PlanVersion;
  readonly options: ScheduleOptions;
  readonly seed: number;
}

/** How every version is simulated. */
interface HistoryOptions {
  readonly confidence: number;
  readonly options: ScheduleOptions;
  readonly seed: number;
}

/**
 * The forecast at each version of a plan, with the same seed, and for each jump what caused it: what
 * changed is put back and the plan simulated again ({@link findCauses}), so that what it did is told and
 * not guessed.
 *
 * @param versions the oldest first
 */
export function forecastHistory(
  versions: readonly PlanVersion[],
  options: ScheduleOptions,
  seed: number,
): readonly ForecastPoint[] {
  return lastStep(forecastHistoryInSteps(versions, { options, seed }));
}

/** The same version by version, telling after each the share that is done: 0 to 1. */
export function* forecastHistoryInSteps(
  versions: readonly PlanVersion[],
  given: Omit<HistoryOptions, 'confidence'>,
): Generator<number, readonly ForecastPoint[]> {
  const { confidence } = versions.at(-1)?.plan.project.forecast ?? defaultForecastRules;
  const how = { ...given, confidence };
  const points: ForecastPoint[] = [];
  let before: { readonly plan: Plan; readonly point: ForecastPoint } | undefined;
  for (const version of versions) {
    const point = before ? followPoint(before, version, how) : firstPoint(version, how);
    points.push(point);
    before = { plan: version.plan, point };
    yield points.length / versions.length;
  }
  return points;
}

function firstPoint({ plan, ...version }: PlanVersion, how: HistoryOptions): ForecastPoint {
  return { ...version, ...datesOf(plan, how), slip: 0, causes: [] };
}

/** A version in which nothing is changed that could move the forecast needs no simulation. */
function followPoint(
  before: { readonly plan: Plan; readonly point: ForecastPoint },
  { plan, ...version }: PlanVersion,
  how: HistoryOptions,
): ForecastPoint {
  const changes = findChanges(before.plan, plan);
  if (changes.length === 0) return { ...before.point, ...version, slip: 0, causes: [] };
  const found = datesOf(plan, how);
  const { calendar } = compileForecast(plan, how.options);
  const slip = calendar.workBetween(before.point.confident, found.confident);
  const least = plan.project.durationScale.minutesPerDay / 4;
  if (Math.abs(slip) < least) return { ...version, ...found, slip, causes: [] };
  const causes = findCauses(changes, {
    least,
    moves: putBack => {
      const without = datesOf(putBack(plan), how).confident;
      return calendar.workBetween(without, found.confident);
    },
  });
  return { ...version, ...found, slip, causes };
}

type VersionDates = Pick<ForecastPoint, 'planned' | 'p50' | 'confident' | 'bounds'>;

function datesOf(given: Plan, { options, seed, confidence }: HistoryOptions): VersionDates {
  const extent = { iterations: historyIterations, mayStopEarly: false };
  const forecast = { ...rulesOf(given.project), confidence };
  const plan = { ...given, project: { ...given.project, forecast } };
  const { finish, contingency } = simulate({ plan, options, seed, extent, isPresentOnly: true });
  const { planned, quantiles } = finish;
  const { at: confident, bounds } = contingency;
  return { planned, p50: quantiles.p50.value, confident, bounds };
}
