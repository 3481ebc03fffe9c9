import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { MoneyView } from '../money/computeMoney.ts';
import type { LoadView } from '../people/computeLoad.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Audience } from './report.ts';

/** What a report is made of. */
export interface ReportInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly audience: Audience;
  /** The day that it tells of: the end of it. */
  readonly at: Instant;
  /** Left out where the audience is not to see it. */
  readonly money: MoneyView | undefined;
  readonly load: LoadView;
}
