import { minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';

/** The day of the figures: the end of the status date, else the end of today. */
export function figuresDay({ project }: Plan, today: Instant): Instant {
  const { statusDate } = project;
  if (!statusDate) return today + minutesPerDay;
  return statusDate.hasTime ? statusDate.at : statusDate.at + minutesPerDay;
}
