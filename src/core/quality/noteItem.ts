import { formatConstraint } from '../model/constraint.ts';
import { formatDependency, type Dependency } from '../model/dependency.ts';
import { formatDuration } from '../model/duration.ts';
import { pathOfId } from '../model/ids.ts';
import { formatDay, formatPlanDate, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import type { QualityKey } from '../model/project.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isBinding } from './isBinding.ts';
import { lagSign } from './measureLinks.ts';
import { isHardConstraint } from './measureTasks.ts';
import type { QualityMeasure } from './quality.ts';
import { findOpenFrom, reviewedAt, reviewTask, type ReviewedTask } from './reviewedPlan.ts';

/** What was measured, and by when. */
export interface NoteContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** Where the project states no status date. */
  readonly today: Instant;
}

interface NotedTask extends ReviewedTask {
  /** The end of the status date, or else today. */
  readonly now: Instant;
  /** From where on what is open may be planned. */
  readonly openFrom: Instant;
  /** True where the schedule itself tells of dates after the status date. */
  readonly hasStatusDate: boolean;
  readonly dayMinutes: number;
  readonly binds: (link: Dependency) => boolean;
}

interface Note {
  readonly code: ProblemCode;
  readonly field: FieldPath;
  /** What is to be said after the id and the title. */
  readonly says: string;
}

/**
 * What a measure beyond its limit finds at one of its items, at the field to blame. A measure of
 * the plan as a whole finds nothing at its items.
 */
export function noteItem(
  measure: QualityMeasure,
  id: string,
  { plan, schedule, today }: NoteContext,
): readonly Problem[] {
  const task = plan.tasks.get(id);
  const dates = schedule.datesOf(id);
  if (!task || !dates || !measure.items.includes(id)) return [];
  const { project } = plan;
  const notes = noteTask(measure.key, {
    ...reviewTask(task, dates, schedule.calendar),
    now: reviewedAt(project, today),
    openFrom: findOpenFrom(project, schedule.calendar, today),
    hasStatusDate: project.statusDate !== undefined,
    dayMinutes: project.durationScale.minutesPerDay,
    binds: link => isBinding(plan, link),
  });
  return notes.map(({ code, field, says }) =>
    createProblem(code, `${id} "${task.title}" ${says}`, {
      file: pathOfId(id),
      field,
      items: [id],
    }),
  );
}

function noteTask(key: QualityKey, noted: NotedTask): readonly Note[] {
  switch (key) {
    case 'logic':
      return [noteLogic(noted)];
    case 'leads':
    case 'lags':
    case 'finishToStart':
      return noteLinks(key, noted);
    case 'hardConstraints':
      return noteFixedDates(noted);
    case 'invalidDates':
      return noteWrongSide(noted);
    case 'people': {
      const says = `has nobody for ${lengthOf(noted.workMinutes, noted)} of work; assign people`;
      return [{ code: 'quality-people', field: ['assignees'], says }];
    }
    case 'highFloat':
    case 'negativeFloat':
    case 'longDurations':
    case 'missedTasks':
      return [noteTiming(key, noted)];
    case 'criticalPathTest':
    case 'criticalPathLength':
    case 'baselineExecution':
      return [];
  }
}

/** What depends on something is found only where nothing waits for it. */
function noteLogic({ task, binds }: NotedTask): Note {
  const says = task.dependsOn.some(binds)
    ? 'is waited for by nothing, so that nothing moves when it slips; say what waits for it, or its milestone'
    : 'lacks a predecessor or a successor; say what it depends on, and what waits for it';
  return { code: 'quality-item', field: ['dependsOn'], says };
}

function noteLinks(
  key: 'leads' | 'lags' | 'finishToStart',
  { task, binds }: NotedTask,
): readonly Note[] {
  return task.dependsOn.flatMap((link, place) => {
    const field = ['dependsOn', place];
    const told = binds(link) ? tellLink(key, link) : undefined;
    return told === undefined
      ? []
      : [{ code: key === 'leads' ? 'quality-lead' : 'quality-item', field, says: told } as const];
  });
}

function tellLink(key: 'leads' | 'lags' | 'finishToStart', link: Dependency): string | undefined {
  const { predecessor, type } = link;
  const written = formatDependency(link);
  switch (key) {
    case 'leads':
      return lagSign(link) < 0
        ? `overlaps ${predecessor} by a lead (${written}) that nobody sees; take the lead out, or cut ${predecessor} where this may begin`
        : undefined;
    case 'lags':
      return lagSign(link) > 0
        ? `waits through a lag (${written}) that nobody sees; make the wait a task of its own`
        : undefined;
    case 'finishToStart':
      return type === 'FS'
        ? undefined
        : `is hard to follow as ${written}; cut ${predecessor} where this may begin, unless the two truly run side by side`;
  }
}

function noteFixedDates({ task }: NotedTask): readonly Note[] {
  const { constraint, pinned } = task;
  const code = 'quality-fixed-date';
  const notes: Note[] = [];
  if (pinned) {
    const says = `is pinned to ${formatPlanDate(pinned)} and does not move with what it waits for; make it SNET, or take the pin out`;
    notes.push({ code, field: ['pinned'], says });
  }
  if (constraint && isHardConstraint(constraint)) {
    const instead = constraint.kind === 'MSO' ? 'SNET' : 'a deadline';
    const says = `is held by ${formatConstraint(constraint)} and does not move with what it waits for; make it ${instead}`;
    notes.push({ code, field: ['constraint'], says });
  }
  return notes;
}

function noteWrongSide(noted: NotedTask): readonly Note[] {
  const { task, now, hasStatusDate } = noted;
  const code = 'quality-wrong-side';
  const { started, finished } = task;
  const side = `after ${formatDay(now - 1)}, up to when progress is known; correct the date, or take it out`;
  const notes: Note[] = [];
  if (started && started.at > now) {
    const says = `is said to have begun on ${formatPlanDate(started)}, ${side}`;
    notes.push({ code, field: ['started'], says });
  }
  if (finished && finished.at > now) {
    const says = `is said to have been finished on ${formatPlanDate(finished)}, ${side}`;
    notes.push({ code, field: ['finished'], says });
  }
  if (notes.length > 0) return hasStatusDate ? [] : notes;
  return [{ code, field: ['status'], says: tellInPast(noted) }];
}

function tellInPast({ task, dates, openFrom, hasStatusDate }: NotedTask): string {
  const moves = 'set a status date, which moves what is open after it';
  if (dates.finish >= openFrom) {
    const move = task.pinned || hasStatusDate ? 'move the date that holds it' : moves;
    return `was to begin on ${formatDay(dates.start)} and has not; say when it began, or ${move}`;
  }
  const planned = formatDay(Math.max(dates.start, dates.finish - 1));
  const isHeld = task.pinned !== undefined || task.constraint !== undefined;
  const own = isHeld ? 'move the date that holds it' : 'move it after the status date';
  const move = hasStatusDate ? own : moves;
  return `was to be finished on ${planned} and is not; say how far it is, or ${move}`;
}

function noteTiming(
  key: 'highFloat' | 'negativeFloat' | 'longDurations' | 'missedTasks',
  noted: NotedTask,
): Note {
  const { task, dates } = noted;
  const code = 'quality-item';
  switch (key) {
    case 'highFloat': {
      const says = `may slip by ${lengthOf(dates.totalFloat, noted)} before anything else does; say what waits for it`;
      return { code, field: ['dependsOn'], says };
    }
    case 'negativeFloat': {
      const says = `is ${lengthOf(-dates.totalFloat, noted)} too late for a promise; pull what drives it earlier, as \`gantry why ${task.id}\` tells, or move the promise`;
      return { code, field: [], says };
    }
    case 'longDurations': {
      const says = `takes ${lengthOf(noted.workMinutes, noted)}, so that its progress is a guess; cut it into parts of a few weeks`;
      return { code, field: [task.duration ? 'duration' : 'estimate'], says };
    }
    case 'missedTasks': {
      const says =
        'is later than in the baseline; see what holds it up, and whether the baseline still says what was agreed';
      return { code, field: [], says };
    }
  }
}

function lengthOf(minutes: number, { dayMinutes }: NotedTask): string {
  const days = Math.round((minutes / dayMinutes) * 10) / 10;
  return formatDuration({ value: days, unit: 'd', isElapsed: false });
}
