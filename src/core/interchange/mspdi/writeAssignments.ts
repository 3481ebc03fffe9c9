import type { Interval } from '../../calendar/calendar.ts';
import type { Task } from '../../model/task.ts';
import type { OutlineEntry } from '../outlineOrder.ts';
import type { ExportContext } from './exportContext.ts';
import { mspdiDate, mspdiDuration } from './mspdiText.ts';
import { taskEffort, type TaskEffort } from './taskEffort.ts';
import type { XmlText } from './xmlText.ts';
import { workedStretches } from './writtenSplit.ts';

/** The number of the resource that is nobody. */
const nobody = -65535;

/** Who is on which task; a task that pauses has its days told, if need be as nobody's. */
export function writeAssignments(ctx: ExportContext, outline: readonly OutlineEntry[]): void {
  const { xml, numbers } = ctx;
  const summaries = new Set(outline.map(({ task }) => task.parent));
  xml.open('Assignments');
  let uid = 0;
  for (const { task } of outline) {
    const effort = taskEffort(task, ctx);
    const stretches = summaries.has(task.id) ? [] : workedStretches(task, effort, ctx);
    const people = task.assignees.flatMap(({ person, units }) => {
      const number = numbers.person.get(person);
      return number === undefined ? [] : [{ number, units }];
    });
    const total = people.reduce((sum, { units }) => sum + units, 0);
    const nobodyElse =
      people.length === 0 && stretches.length > 0 ? [{ number: nobody, units: 1 }] : people;
    for (const { number, units } of nobodyElse) {
      writeAssignment(ctx, task, {
        uid: ++uid,
        number,
        units,
        share: total === 0 ? 0 : units / total,
        effort,
        stretches,
      });
    }
  }
  xml.close('Assignments');
}

interface WrittenAssignment {
  readonly uid: number;
  /** Of the resource. */
  readonly number: number;
  readonly units: number;
  /** Of the work of the task. */
  readonly share: number;
  /** Of the task. */
  readonly effort: TaskEffort;
  readonly stretches: readonly Interval[];
}

function writeAssignment(ctx: ExportContext, task: Task, assignment: WrittenAssignment): void {
  const { xml, schedule, numbers, start } = ctx;
  const { uid, number, units, share, stretches } = assignment;
  const dates = schedule.datesOf(task.id);
  const { work, percent } = assignment.effort;
  const own = work * share;
  const done = (own * percent) / 100;
  xml.open('Assignment');
  xml.leaves({
    UID: uid,
    TaskUID: numbers.task.get(task.id),
    ResourceUID: number,
    PercentWorkComplete: percent,
    ActualWork: mspdiDuration(done),
    Finish: mspdiDate(dates?.finish ?? start),
    RemainingWork: mspdiDuration(own - done),
    Start: mspdiDate(dates?.start ?? start),
    Units: units,
    Work: mspdiDuration(own),
  });
  const calendar = schedule.calendarOf(task.id);
  for (const [place, { from, to }] of stretches.entries()) {
    const minutes = calendar.workBetween(from, to) * units;
    const pauseFrom = place === 0 ? from : (stretches[place - 1]?.to ?? from);
    if (calendar.workBetween(pauseFrom, from) > 0)
      writeStretch(xml, uid, { from: pauseFrom, to: from }, 0);
    writeStretch(xml, uid, { from, to }, minutes);
  }
  xml.close('Assignment');
}

function writeStretch(xml: XmlText, uid: number, { from, to }: Interval, minutes: number): void {
  xml.open('TimephasedData');
  xml.leaves({
    Type: 1,
    UID: uid,
    Start: mspdiDate(from),
    Finish: mspdiDate(to),
    Unit: 2,
    Value: mspdiDuration(minutes),
  });
  xml.close('TimephasedData');
}
