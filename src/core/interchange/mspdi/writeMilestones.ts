import { finishMoment } from '../../schedule/dateMeaning.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { OutlineEntry } from '../outlineOrder.ts';
import type { ExportContext } from './exportContext.ts';
import { mspdiDate, mspdiDuration } from './mspdiText.ts';
import { writeBaselines } from './writeBaselines.ts';
import { writeComputed } from './writeComputed.ts';
import { writeLink } from './writeLinks.ts';

/** Milestone items as tasks without length that follow their own tasks, or stand at their date. */
export function writeMilestones(
  ctx: ExportContext,
  milestones: readonly Milestone[],
  outline: readonly OutlineEntry[],
): void {
  const top = outline.filter(({ level }) => level === 0).length;
  const tasksOf = new Map<string, OutlineEntry[]>(milestones.map(({ id }) => [id, []]));
  for (const entry of outline) tasksOf.get(entry.task.milestone ?? '')?.push(entry);
  milestones.forEach((milestone, place) => {
    ctx.xml.open('Task');
    writeMilestone(ctx, milestone, {
      id: outline.length + place + 1,
      number: top + place + 1,
      tasks: tasksOf.get(milestone.id) ?? [],
    });
    ctx.xml.close('Task');
  });
}

function writeMilestone(
  ctx: ExportContext,
  milestone: Milestone,
  place: {
    readonly id: number;
    readonly number: number;
    readonly tasks: readonly OutlineEntry[];
  },
): void {
  const { xml, schedule, numbers, start } = ctx;
  const { due, reached } = milestone;
  const dates = schedule.datesOf(milestone.id);
  const at = mspdiDate(dates?.finish ?? start);
  const deadline = due && mspdiDate(finishMoment(due, schedule.calendarOf(milestone.id)));
  const isFixed = !reached && dates !== undefined && place.tasks.length === 0;
  xml.leaves({
    UID: numbers.task.get(milestone.id),
    ID: place.id,
    Name: milestone.title,
    Active: true,
    Manual: false,
    Type: 1,
    IsNull: false,
    WBS: place.number,
    OutlineNumber: place.number,
    OutlineLevel: 1,
    Priority: 500,
    Start: at,
    Finish: at,
    Duration: mspdiDuration(0),
    DurationFormat: 7,
    Milestone: true,
    Summary: false,
  });
  writeComputed(xml, dates);
  xml.leaves({
    PercentComplete: reached ? 100 : 0,
    ActualStart: reached && at,
    ActualFinish: reached && at,
    ConstraintType: isFixed ? 2 : 0,
    ConstraintDate: isFixed ? at : undefined,
    Deadline: deadline,
    Notes: milestone.description,
  });
  for (const { task } of reached ? [] : place.tasks) {
    const uid = numbers.task.get(task.id);
    if (uid !== undefined) writeLink(xml, { uid, type: 'FS', amount: 0, format: 7 });
  }
  writeBaselines(ctx, milestone.id);
}
