import { dayOf, formatDay, minutesPerDay, weekday, type Instant } from '../model/instant.ts';
import { examplePlan, type NewFile } from './examplePlan.ts';
import { projectPath } from './planPath.ts';
import { projectTemplate } from './projectTemplate.ts';

/** What a new plan can begin with. */
export const planTemplates = ['empty', 'example'] as const;
export type PlanTemplate = (typeof planTemplates)[number];

export interface NewPlan {
  readonly template: PlanTemplate;
  /** The project's name; of the example its own when missing. */
  readonly name?: string | undefined;
  readonly today: Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** The files of a new plan. It begins on the Monday of this week's work, or the next on a weekend. */
export function initPlan({ template, name, today, random }: NewPlan): readonly NewFile[] {
  const monday = firstMonday(today);
  switch (template) {
    case 'empty': {
      const text = projectTemplate({ name: name ?? 'Untitled project', start: formatDay(monday) });
      return [{ path: projectPath, text }];
    }
    case 'example':
      return examplePlan({ name, monday, random });
  }
}

function firstMonday(today: Instant): Instant {
  const day = dayOf(today);
  const since = weekday(day);
  return (since < 5 ? day - since : day + 7 - since) * minutesPerDay;
}
