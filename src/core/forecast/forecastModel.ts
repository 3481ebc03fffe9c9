import type { Instant } from '../model/instant.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import { buildNetwork, type ScheduleOptions } from '../schedule/buildNetwork.ts';
import { computeSchedule } from '../schedule/computeSchedule.ts';
import { finishMoment } from '../schedule/dateMeaning.ts';
import { nodeFlag, type Network } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { buildFrame, type NetworkFrame } from '../schedule/networkFrame.ts';
import { partsOf, withDelays, type PlanWithDelays } from './delayNodes.ts';
import { compileLengths, type CompiledLengths } from './compileLengths.ts';
import type { ForecastNote } from './forecastNote.ts';
import { findEvents, type RiskEvent } from './riskEvents.ts';
import { findShareLags, type ShareLag } from './shareLags.ts';
import { findWorkCosts, type WorkCosts } from './workCosts.ts';

/** A milestone whose date is forecast. */
export interface ForecastMilestone {
  readonly id: string;
  readonly title: string;
  readonly node: number;
  /** The end of the day that was promised. */
  readonly due: Instant | undefined;
  /** Nodes of the tasks that bring it about. */
  readonly parts: readonly number[];
}

/** Everything that a run is made from: the plan compiled once, before anything is drawn. */
export interface ForecastModel extends CompiledLengths {
  readonly plan: Plan;
  readonly network: Network;
  readonly calendar: CompiledCalendar;
  readonly events: readonly RiskEvent[];
  readonly shareLags: readonly ShareLag[];
  readonly milestones: readonly ForecastMilestone[];
  /** Nodes of tasks that are work of their own. */
  readonly tasks: readonly number[];
  readonly costs: WorkCosts;
  /** Tasks that the plan has before today, where no status date moves what is left of them. */
  readonly past: readonly string[];
  /** Open tasks that the schedule cannot place, so that no iteration has them. */
  readonly unplaced: readonly string[];
  /** When the schedule, with every length as planned, ends. */
  readonly plannedFinish: Instant;
  readonly projectStart: Instant;
  readonly notes: readonly ForecastNote[];
}

/** @param rates what hours of people cost, where the project does not say it */
export function compileForecast(
  given: Plan,
  options: ScheduleOptions,
  rates?: Rates,
): ForecastModel {
  const found = findEvents(given);
  const forward = scheduledForward(given, options);
  const threats = found.events.filter(({ sign }) => sign === 1);
  const asWhole = threats.flatMap(({ hits }) => hits.filter(id => isWhole(given, id)));
  const delays = withDelays(forward.plan, [...new Set(asWhole)].toSorted());
  const { plan } = delays;
  const frame = buildFrame(plan);
  const { network } = buildNetwork(frame, plan, options);
  const parts = compileLengths(delays, { given, frame, network, events: found.events });
  const schedule = computeSchedule(plan, options);
  const costs = findWorkCosts(given, { schedule, lengths: parts.lengths, rates });
  const notes = [...forward.notes, ...found.notes, ...costs.notes, ...parts.causes.notes];
  return {
    plan,
    network,
    calendar: frame.calendars.project,
    ...parts,
    events: found.events,
    shareLags: findShareLags(plan, frame, { network, lengths: parts.lengths }),
    milestones: findMilestones(plan, frame, network),
    tasks: workNodes(delays, frame, network),
    costs,
    unplaced: findUnplaced(given, frame, network),
    past: findPast(given, schedule, options),
    plannedFinish: schedule.finish,
    projectStart: network.projectStart,
    notes,
  };
}

function findPast(
  plan: Plan,
  schedule: Schedule,
  { statusDate = plan.project.statusDate, today }: ScheduleOptions,
): readonly string[] {
  if (statusDate || today === undefined) return [];
  return schedule.ids.filter(id => {
    const dates = schedule.datesOf(id);
    return dates?.kind === 'task' && dates.finish <= today;
  });
}

/** A milestone, or a task with parts: a delay comes after all that it is made of. */
function isWhole(plan: Plan, id: string): boolean {
  return partsOf(plan, id).length > 0;
}

/**
 * [PRJ-7] Of a plan that is scheduled back from its finish, what is uncertain is whether it will be
 * done by then: it runs from the start that it plans with.
 */
function scheduledForward(
  plan: Plan,
  options: ScheduleOptions,
): { readonly plan: Plan; readonly notes: readonly ForecastNote[] } {
  const { start, finish } = plan.project;
  if (start !== undefined || finish === undefined) return { plan, notes: [] };
  const at = computeSchedule(plan, options).start;
  const project = { ...plan.project, start: { at, hasTime: true } };
  const message =
    'The plan is scheduled back from its finish; the forecast starts when that schedule does, and does everything as early as it can';
  return { plan: { ...plan, project }, notes: [{ code: 'from-finish', message, items: [] }] };
}

function findMilestones(
  plan: Plan,
  { nodeOf, calendars }: NetworkFrame,
  { flags }: Network,
): readonly ForecastMilestone[] {
  return [...plan.milestones.values()].flatMap(milestone => {
    const { id, title, due } = milestone;
    const node = nodeOf(id);
    const isOpen = !milestone.isDropped && !milestone.reached;
    if (!isOpen || node === undefined || ((flags[node] ?? 0) & nodeFlag.undated) !== 0) return [];
    const parts = partsOf(plan, id).flatMap(task => nodeOf(task.id) ?? []);
    if (parts.length === 0) return [];
    return [{ id, title, node, due: due && finishMoment(due, calendars.project), parts }];
  });
}

function findUnplaced(
  { tasks }: Plan,
  { nodeOf }: NetworkFrame,
  { flags }: Network,
): readonly string[] {
  const parents = new Set([...tasks.values()].map(({ parent }) => parent));
  return [...tasks.values()].flatMap(task => {
    const node = isClosed(task) || parents.has(task.id) ? undefined : nodeOf(task.id);
    return node !== undefined && ((flags[node] ?? 0) & nodeFlag.undated) !== 0 ? [task.id] : [];
  });
}

function workNodes(
  { plan, delayOf }: PlanWithDelays,
  { nodeOf }: NetworkFrame,
  { flags }: Network,
): readonly number[] {
  const delays = new Set(delayOf.values());
  const aside = nodeFlag.rollUp | nodeFlag.undated | nodeFlag.finished;
  return [...plan.tasks.keys()].flatMap(id => {
    const node = delays.has(id) ? undefined : nodeOf(id);
    return node === undefined || ((flags[node] ?? 0) & aside) !== 0 ? [] : [node];
  });
}
