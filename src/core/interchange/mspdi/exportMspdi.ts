import type { Milestone } from '../../model/milestone.ts';
import type { Plan } from '../../model/plan.ts';
import { finishMoment } from '../../schedule/dateMeaning.ts';
import { isScheduledBack } from '../../schedule/projectStart.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { outlineTasks, type OutlineEntry } from '../outlineOrder.ts';
import { openExport, type ExportContext } from './exportContext.ts';
import { numberParts, type MspdiNumbers } from './mspdiNumbers.ts';
import { dayTimes, mspdiDate } from './mspdiText.ts';
import { writeAssignments } from './writeAssignments.ts';
import { writeCalendars } from './writeCalendars.ts';
import { writeMilestones } from './writeMilestones.ts';
import { writePeople } from './writePeople.ts';
import { writeTasks } from './writeTasks.ts';

/**
 * The plan in the XML format of Microsoft Project (MSPDI), with the computed dates. What came from
 * there keeps its numbers. Milestone items become milestone tasks after all others; risks,
 * decisions and notes have no place in the format.
 */
export function exportMspdi(plan: Plan, schedule: Schedule): string {
  const outline = outlineTasks(plan, schedule);
  const milestones = exportedMilestones(plan);
  const ctx = openExport(plan, schedule, numberExport(plan, outline));
  const { xml } = ctx;
  xml.open('Project', ' xmlns="http://schemas.microsoft.com/project"');
  writeProject(ctx);
  writeCalendars(xml, plan.project, ctx.numbers);
  xml.open('Tasks');
  writeTasks(ctx, outline);
  writeMilestones(ctx, milestones, outline);
  xml.close('Tasks');
  writePeople(ctx);
  writeAssignments(ctx, outline);
  xml.close('Project');
  return xml.text();
}

/** The numbers by which the parts of a plan go by in its file. */
export function numberExport(plan: Plan, outline: readonly OutlineEntry[]): MspdiNumbers {
  const milestones = exportedMilestones(plan);
  const ids = [...outline.map(({ task }) => task.id), ...milestones.map(each => each.id)];
  return numberParts(plan, ids);
}

function exportedMilestones({ milestones }: Plan): readonly Milestone[] {
  return [...milestones.values()].filter(each => !each.isDropped);
}

const guid = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

function writeProject({ xml, plan, schedule, numbers, start }: ExportContext): void {
  const { project } = plan;
  const { calendar } = schedule;
  const origin = project.origin?.replace(/^mspdi:/, '');
  const isBack = isScheduledBack(project);
  const finish =
    isBack && project.finish ? finishMoment(project.finish, calendar) : schedule.finish;
  const { minutesPerDay, minutesPerWeek, daysPerMonth } = project.durationScale;
  xml.leaves({
    SaveVersion: 14,
    Name: `${project.name}.xml`,
    GUID: origin !== undefined && guid.test(origin) ? origin : undefined,
    Title: project.name,
    ScheduleFromStart: !isBack,
    StartDate: mspdiDate(start),
    FinishDate: mspdiDate(finish),
    // The format counts whole days; less would call critical what the plan does not.
    CriticalSlackLimit: Math.floor(project.criticalFloat / minutesPerDay),
    CurrencyCode: project.currency,
    CalendarUID: numbers.calendar.get(project.calendar) ?? 1,
    ...dayTimes(calendar, start),
    MinutesPerDay: minutesPerDay,
    MinutesPerWeek: minutesPerWeek,
    DaysPerMonth: daysPerMonth,
    DurationFormat: 7,
    WorkFormat: 2,
    StatusDate: project.statusDate && mspdiDate(finishMoment(project.statusDate, calendar)),
    NewTasksAreManual: false,
  });
}
