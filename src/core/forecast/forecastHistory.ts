import { lastStep } from '../base/lastStep.ts';
import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanPast } from '../model/planPast.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import { compileForecast } from './forecastModel.ts';
import { simulate } from './simulate.ts';

/** A plan as a commit has it. */
export interface PlanVersion {
  /** The full name of the commit; empty for the files as they are. */
  readonly commit: string;
  readonly committedAt: Instant;
  readonly subject: string;
  readonly plan: Plan;
}

/** What one changed item did to the forecast. */
export interface ForecastCause {
  readonly id: string;
  readonly title: string;
  /** `added`, `removed`, or the fields that changed. */
  readonly fields: readonly string[];
  /** Working minutes by which the confident finish would be earlier had the item stayed as it was. */
  readonly minutes: number;
}

/** The forecast at one commit. */
export interface ForecastPoint extends Omit<PlanVersion, 'plan'> {
  readonly planned: Instant;
  readonly p50: Instant;
  /** At the confidence that the project asks for. */
  readonly confident: Instant;
  /** Working minutes since the commit before; 0 for the first. */
  readonly slip: number;
  /** The items that caused the slip, the heaviest first; only where it is a quarter of a day or more. */
  readonly causes: readonly ForecastCause[];
}

/** Enough to tell a slip of a day, and the same draws at every commit. */
const iterations = 1000;
/** So many changed items are tried one by one. */
const mostTried = 12;

/** What a forecast over time is made of. */
export interface HistoryRequest {
  readonly past: PlanPast;
  readonly present: PlanVersion;
  readonly options: ScheduleOptions;
  readonly seed: number;
}

/** How every version is simulated. */
interface HistoryOptions {
  readonly options: ScheduleOptions;
  readonly seed: number;
}

/**
 * The forecast at each version of a plan, with the same seed, and for each jump what caused it: every
 * changed item is put back by itself and the plan simulated again, so that what it did is told and not
 * guessed. Several changes may share what they do; their parts then do not add up.
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
  how: HistoryOptions,
): Generator<number, readonly ForecastPoint[]> {
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
  const causes = Math.abs(slip) < least ? [] : findCauses(changes, how, { calendar, least, found });
  return { ...version, ...found, slip, causes };
}

type VersionDates = Pick<ForecastPoint, 'planned' | 'p50' | 'confident'>;

function datesOf(plan: Plan, { options, seed }: HistoryOptions): VersionDates {
  const extent = { iterations, mayStopEarly: false };
  const { finish, contingency } = simulate({ plan, options, seed, extent, isPresentOnly: true });
  const { planned, quantiles } = finish;
  return { planned, p50: quantiles.p50.value, confident: contingency.at };
}

function findCauses(
  changes: readonly ChangedItem[],
  how: HistoryOptions,
  {
    calendar,
    least,
    found,
  }: { readonly calendar: CompiledCalendar; readonly least: number; readonly found: VersionDates },
): readonly ForecastCause[] {
  return changes
    .slice(0, mostTried)
    .map(({ id, title, fields, putBack }): ForecastCause => {
      const without = datesOf(putBack(), how).confident;
      return { id, title, fields, minutes: calendar.workBetween(without, found.confident) };
    })
    .filter(({ minutes }) => Math.abs(minutes) >= least)
    .toSorted((a, b) => Math.abs(b.minutes) - Math.abs(a.minutes));
}

interface ChangedItem {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
  /** The plan with this item as it was. */
  readonly putBack: () => Plan;
}

/** Everything that can move a forecast and differs, in the order of the ids. */
function findChanges(before: Plan, after: Plan): readonly ChangedItem[] {
  const changes: ChangedItem[] = [];
  for (const kind of ['tasks', 'milestones', 'risks'] as const) {
    const [old, now] = [before[kind], after[kind]];
    for (const id of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
      const [was, is] = [old.get(id), now.get(id)];
      const fields = changedFields(was, is);
      if (fields.length === 0) continue;
      const putBack = (): Plan => {
        const items = new Map<string, unknown>(now);
        if (was) items.set(id, was);
        else items.delete(id);
        return { ...after, [kind]: items };
      };
      changes.push({ id, title: (is ?? was)?.title ?? id, fields, putBack });
    }
  }
  const ofProject = changedFields(before.project, after.project);
  if (ofProject.length > 0) {
    const putBack = (): Plan => ({ ...after, project: before.project });
    changes.push({ id: 'project', title: after.project.name, fields: ofProject, putBack });
  }
  return changes;
}

/** Fields that say nothing of when work is done. */
const idle = new Set([
  'title',
  'description',
  'code',
  'commits',
  'acceptance',
  'visibility',
  'views',
]);

function changedFields(was: object | undefined, is: object | undefined): readonly string[] {
  if (was === is) return [];
  if (!was || !is) return [is ? 'added' : 'removed'];
  const [old, now] = [fieldTexts(was), fieldTexts(is)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].filter(key => !idle.has(key) && old.get(key) !== now.get(key)).toSorted();
}

function fieldTexts(item: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(item).flatMap(([key, value]): readonly [string, string][] =>
      value === undefined ? [] : [[key, JSON.stringify(value, plainMaps)]],
    ),
  );
}

/** Maps have no JSON of their own. */
function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
