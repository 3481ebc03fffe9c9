import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import { createProblem, type Problem } from '../../model/problem.ts';
import { lastDayWritten } from './calendarTime.ts';

/** What of a plan its file for Project does not say. */
export function exportLosses({ project }: Plan): readonly Problem[] {
  return [...project.calendars.values()].flatMap(rules => {
    const last = lastDayWritten(rules, project);
    if (last === undefined) return [];
    const day = formatDay(last * minutesPerDay);
    const message = `The calendar "${rules.title ?? rules.key}" has night shifts, which are written day by day, so what repeats in it is written until ${day} and its usual week holds there from then on`;
    const place = { file: 'project.yaml', field: ['calendars', rules.key] };
    return [createProblem('export-partial', message, place)];
  });
}
