import type { Instant } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { TaskCalendars } from '../../schedule/taskCalendars.ts';
import type { MovedWork } from './movedWork.ts';
import type { MspdiNumbers } from './mspdiNumbers.ts';
import type { XmlText } from './xmlText.ts';

/** What every part of a file is written from and to. */
export interface ExportContext {
  readonly xml: XmlText;
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly numbers: MspdiNumbers;
  /** Working hours of tasks that are not as the schedule has them. */
  readonly hours: TaskCalendars;
  readonly moved: MovedWork | undefined;
  /** Where things without dates are put. */
  readonly start: Instant;
}
