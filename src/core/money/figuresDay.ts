import { minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';

/** The day of the figures: the end of the status date, else the end of today. */
export function figuresDay(statusDate: PlanDate | undefined, today: Instant): Instant {
  if (!statusDate) return today + minutesPerDay;
  return statusDate.hasTime ? statusDate.at : statusDate.at + minutesPerDay;
}
