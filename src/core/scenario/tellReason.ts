import { assertNever } from '../base/assertNever.ts';
import type { Interval } from '../calendar/calendar.ts';
import { formatConstraint, type Constraint } from '../model/constraint.ts';
import type { Dependency, Lag } from '../model/dependency.ts';
import { formatDuration } from '../model/duration.ts';
import { formatDay, formatInstant, type Instant, type PlanDate } from '../model/instant.ts';
import { personName } from '../model/personName.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import type {
  ChainStep,
  LateReason,
  PartTime,
  Reason,
  Wait,
  WaitCause,
} from '../schedule/explanation.ts';
import { titleOf } from './compareSchedules.ts';
import { tellWork } from './tellWork.ts';

/** `T-7KQ3 "Parser"` */
export function nameItem({ plan }: ExplainContext, id: string): string {
  return `${id} "${titleOf(plan, id)}"`;
}

/** One step of a chain in plain words, going on after the name of its item. */
export function tellReason(ctx: ExplainContext, step: ChainStep): string {
  if (step.isLate) return `can end no later: ${tellLimit(ctx, step)}`;
  return tell(ctx, step, step.reason);
}

function tell(ctx: ExplainContext, step: ChainStep, reason: Reason): string {
  switch (reason.kind) {
    case 'dependency':
      return tellDependency(ctx, step.id, reason);
    case 'part': {
      const part = nameItem(ctx, reason.part);
      return reason.end === 'finish'
        ? `ends with the last of its parts, ${part}`
        : `begins with the first of its parts, ${part}`;
    }
    case 'last-task':
      return `is reached with the last of its tasks, ${nameItem(ctx, reason.task)}`;
    case 'constraint':
      return tellConstraint(ctx, step.id, reason);
    case 'pinned':
      return `is pinned by hand to start on ${dateText(reason.date)}`;
    case 'started':
      return `started on ${dateText(reason.date)}`;
    case 'finished':
      return `was finished on ${dateText(reason.date)}`;
    case 'progress':
      return `started on ${dateText(reason.started)}, with ${tellLeft(ctx, step, reason.left)} left`;
    case 'status-date':
      return tellStatusDate(reason);
    case 'project-start':
      return reason.isGuessed
        ? `waits for nothing, and nothing says when the project starts, so it is placed on ${formatDay(reason.at)}`
        : `waits for nothing and starts with the project, on ${formatDay(reason.at)}`;
    case 'reached':
      return `was reached on ${dateText(reason.date)}`;
    case 'due':
      return `has no tasks and stands at its due date, ${dateText(reason.date)}`;
    case 'successor':
    case 'deadline':
    case 'limit':
    case 'project-finish':
      return `is planned as late as possible: ${tellLate(ctx, step.id, reason)}`;
    case 'unknown':
      return 'stands where the plan contradicts itself; see gantry check';
    default:
      return assertNever(reason);
  }
}

function tellLimit(ctx: ExplainContext, { id, reason }: ChainStep): string {
  return isLate(reason) ? tellLate(ctx, id, reason) : '';
}

function isLate(reason: Reason): reason is LateReason {
  const { kind } = reason;
  return (
    kind === 'successor' || kind === 'deadline' || kind === 'limit' || kind === 'project-finish'
  );
}

/** Why it may not end later. */
export function tellLate(ctx: ExplainContext, id: string, reason: LateReason): string {
  switch (reason.kind) {
    case 'successor': {
      const name = nameItem(ctx, reason.successor);
      if (!reason.dependency) {
        const isMilestone = ctx.plan.milestones.has(reason.successor);
        return isMilestone ? `${name} is reached with it` : `its task ${name} can end no later`;
      }
      return `${name} waits for it${sizeOfLink(reason.dependency)}`;
    }
    case 'deadline': {
      const whose = reason.holder === id ? 'its' : `the`;
      const of = reason.holder === id ? '' : ` of ${nameItem(ctx, reason.holder)}`;
      return `${whose} promised date${of} is ${dateText(reason.date)}`;
    }
    case 'limit': {
      const of = reason.holder === id ? 'it' : nameItem(ctx, reason.holder);
      return `${of} ${wordsOf(reason.constraint)}`;
    }
    case 'project-finish':
      return reason.isStated
        ? `the project is to finish by ${dayBefore(reason.at)}`
        : `the project finishes on ${dayBefore(reason.at)}`;
    default:
      return assertNever(reason);
  }
}

/** `2026-03-02`, or `2026-03-02 14:00` where a time is given. */
function dateText({ at, hasTime }: PlanDate): string {
  return hasTime ? formatInstant(at).replace('T', ' ') : formatDay(at);
}

/** A finish at midnight belongs to the day before. */
function dayBefore(at: Instant): string {
  return formatDay(at - 1);
}

function sizeOfLink(dependency: Dependency): string {
  const { lag, type } = dependency;
  const size = lag ? `, ${tellLag(lag)}` : '';
  return type === 'FS' && size === '' ? '' : ` (${type}${size})`;
}

/** `starts once T-9F2A "Lexer" is finished, and 2d after that` */
function tellDependency(
  ctx: ExplainContext,
  id: string,
  { dependency, holder }: Extract<Reason, { kind: 'dependency' }>,
): string {
  const { predecessor, type, lag } = dependency;
  const own = type === 'FS' || type === 'SS' ? 'start' : 'finish';
  const theirs = type === 'FS' || type === 'FF' ? 'is finished' : 'starts';
  const moment = `${nameItem(ctx, predecessor)} ${theirs}`;
  const size = lag ? lagSize(lag) : 0;
  const shift = !lag || size === 0 ? `until ` : `until ${tellLag(lag)} `;
  const word = !lag || size === 0 ? '' : size > 0 ? 'after ' : 'before ';
  const via = holder === id ? '' : `, because ${nameItem(ctx, holder)} does`;
  return `cannot ${own} ${shift}${word}${moment}${via}`;
}

function lagSize(lag: Lag): number {
  return lag.kind === 'duration' ? lag.duration.value : lag.percent;
}

/** The size of a lag, without its sign. */
function tellLag(lag: Lag): string {
  const isPercent = lag.kind === 'percent';
  const isElapsed = isPercent ? lag.isElapsed : lag.duration.isElapsed;
  const size = isPercent
    ? `${Math.abs(lag.percent)}% of its length`
    : formatDuration({ ...lag.duration, value: Math.abs(lag.duration.value), isElapsed: false });
  return isElapsed ? `${size} by the clock` : size;
}

function tellConstraint(
  ctx: ExplainContext,
  id: string,
  { constraint, holder, against }: Extract<Reason, { kind: 'constraint' }>,
): string {
  const via = holder === id ? '' : `, as part of ${nameItem(ctx, holder)}`;
  const although = against ? `, although ${tellAgainst(ctx, against)}` : '';
  return `${wordsOf(constraint)} (${formatConstraint(constraint)})${via}${although}`;
}

/** What would hold it later, were it not held. */
function tellAgainst(ctx: ExplainContext, reason: Reason): string {
  switch (reason.kind) {
    case 'status-date':
      return `it has not started by the status date, ${dayBefore(reason.at)}`;
    case 'project-start':
      return `the project starts on ${formatDay(reason.at)}`;
    case 'constraint':
      return `${nameItem(ctx, reason.holder)} ${wordsOf(reason.constraint)}`;
    default:
      return 'what it waits for ends later';
  }
}

function wordsOf(constraint: Constraint): string {
  if (!('date' in constraint)) return constraint.kind === 'ALAP' ? 'is as late as possible' : '';
  const day = dateText(constraint.date);
  switch (constraint.kind) {
    case 'SNET':
      return `must not start before ${day}`;
    case 'SNLT':
      return `must start by ${day}`;
    case 'FNET':
      return `must not finish before ${day}`;
    case 'FNLT':
      return `must finish by ${day}`;
    case 'MSO':
      return `must start on ${day}`;
    case 'MFO':
      return `must finish on ${day}`;
    default:
      return assertNever(constraint);
  }
}

function tellLeft({ plan }: ExplainContext, { dates }: ChainStep, minutes: number): string {
  if (dates.isElapsed) return `${Number((minutes / 1440).toFixed(2))} days around the clock`;
  return tellWork(minutes, plan.project.durationScale);
}

function tellStatusDate({ at, work }: Extract<Reason, { kind: 'status-date' }>): string {
  const day = dayBefore(at);
  switch (work) {
    case 'done':
      return `is done, so it lies before the status date, ${day}`;
    case 'left':
      return `is not done by the status date, ${day}, so what is left comes after it`;
    case 'all':
      return `has not started by the status date, ${day}, so it comes after it`;
    default:
      return assertNever(work);
  }
}

/** What else there is to say of a step: other drivers, days off, people who are away. */
export function tellNotes(ctx: ExplainContext, step: ChainStep): readonly string[] {
  const { wait, lagWait, stretch, partTime, pauses, others } = step;
  const scale = ctx.plan.project.durationScale;
  return [
    ...(others.length > 0 ? [tellOthers(ctx, step)] : []),
    ...(lagWait ? [`its lag runs ${tellWait(ctx, lagWait)}`] : []),
    ...(wait ? [`waits ${tellWait(ctx, wait)}`] : []),
    ...(partTime ? [tellPartTime(ctx, partTime)] : []),
    ...(pauses.length > 0 ? [tellPauses(pauses)] : []),
    ...(stretch
      ? [
          `takes ${tellWork(stretch.minutes, scale)} longer: ${tellCause(ctx, stretch.cause)}${tellTitles(stretch.titles)}`,
        ]
      : []),
  ];
}

/** `pauses from 2026-03-04 09:00 to 2026-03-09 09:00` */
function tellPauses(pauses: readonly Interval[]): string {
  const named = pauses
    .slice(0, mostNamed)
    .map(({ from, to }) => `from ${timeText(from)} to ${timeText(to)}`);
  const more = pauses.length > mostNamed ? ` and ${pauses.length - mostNamed} times more` : '';
  return `pauses ${named.join(', ')}${more}`;
}

function timeText(at: Instant): string {
  return formatInstant(at).replace('T', ' ');
}

function tellWait(ctx: ExplainContext, { from, to, cause, titles }: Wait): string {
  return `from ${timeText(from)} to ${timeText(to)}: ${tellCause(ctx, cause)}${tellTitles(titles)}`;
}

/** `takes 8 working days for 4 working days of work, because Ada gives it 50%` */
function tellPartTime(
  { plan: { project } }: ExplainContext,
  { length, effort, shares }: PartTime,
): string {
  const scale = project.durationScale;
  const names = shares.map(({ person, units }) => {
    const name = personName(project, person);
    return `${name} gives it ${Number((units * 100).toFixed(2))}%`;
  });
  const size = `${tellWork(length, scale)} for ${tellWork(effort, scale)} of work`;
  return `takes ${size}, because ${names.join(' and ')}`;
}

/** How many of several equal drivers are named. */
const mostNamed = 3;

function tellOthers(ctx: ExplainContext, { others }: ChainStep): string {
  const names = others.slice(0, mostNamed).map(reason => nameReason(ctx, reason));
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
  const holds = others.length === 1 ? 'holds' : 'hold';
  return `${names.join(', ')}${more} ${holds} it just as long`;
}

function nameReason(ctx: ExplainContext, reason: Reason): string {
  const item = itemOfReason(reason);
  if (item !== undefined) return nameItem(ctx, item);
  if (reason.kind === 'constraint') return `the constraint of ${nameItem(ctx, reason.holder)}`;
  return reason.kind === 'status-date' ? 'the status date' : 'the start of the project';
}

function tellCause({ plan: { project } }: ExplainContext, cause: WaitCause): string {
  switch (cause.kind) {
    case 'project':
      return 'days off';
    case 'calendar': {
      const title = project.calendars.get(cause.key)?.title ?? cause.key;
      return `hours of its calendar ${title}`;
    }
    case 'person': {
      const names = cause.people.map(key => personName(project, key)).join(', ');
      return `${names} ${cause.people.length === 1 ? 'does' : 'do'} not work then`;
    }
    default:
      return assertNever(cause);
  }
}

function tellTitles(titles: readonly string[]): string {
  return titles.length === 0 ? '' : ` (${titles.join(', ')})`;
}

/** The item that a reason leads to; undefined for what ends a chain. */
export function itemOfReason(reason: Reason): string | undefined {
  if (reason.kind === 'dependency') return reason.dependency.predecessor;
  if (reason.kind === 'part') return reason.part;
  if (reason.kind === 'last-task') return reason.task;
  return reason.kind === 'successor' ? reason.successor : undefined;
}
