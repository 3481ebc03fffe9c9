import type { Plan } from '../model/plan.ts';
import type { MoneyView } from '../money/computeMoney.ts';
import type { LoadView } from '../people/computeLoad.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Audience } from './report.ts';
import type { ReportDay } from './reportDay.ts';

/** What a report is made of. */
export interface ReportInput extends ReportDay {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly audience: Audience;
  /** Left out where the audience is not to see it. */
  readonly money: MoneyView | undefined;
  readonly load: LoadView;
}
