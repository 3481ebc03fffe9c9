import type { Baseline } from '../../model/baseline.ts';
import type { Instant } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { startMoment } from '../../schedule/dateMeaning.ts';
import { TaskCalendars } from '../../schedule/taskCalendars.ts';
import { findMovedWork, type MovedWork } from './movedWork.ts';
import type { MspdiNumbers } from './mspdiNumbers.ts';
import { numberBaselines } from './numberBaselines.ts';
import { XmlText } from './xmlText.ts';

/** What every part of a file is written from and to. */
export interface ExportContext {
  readonly xml: XmlText;
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly numbers: MspdiNumbers;
  /** Working hours of tasks that are not as the schedule has them. */
  readonly hours: TaskCalendars;
  readonly moved: MovedWork | undefined;
  /** By the numbers that they go by in the file. */
  readonly baselines: ReadonlyMap<number, Baseline>;
  /** Where things without dates are put. */
  readonly start: Instant;
}

export function openExport(plan: Plan, schedule: Schedule, numbers: MspdiNumbers): ExportContext {
  const { start } = plan.project;
  return {
    xml: new XmlText(),
    plan,
    schedule,
    numbers,
    hours: new TaskCalendars(plan.project),
    moved: findMovedWork(plan, schedule),
    baselines: numberBaselines(plan),
    start: start ? startMoment(start, schedule.calendar) : schedule.start,
  };
}
