import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type { Plan } from '../../model/plan.ts';
import { createProblem, type Problem } from '../../model/problem.ts';
import { lastDayWritten } from './calendarTime.ts';
import { mostBaselines, numberBaselines } from './numberBaselines.ts';

/** What of a plan its file for Project does not say. */
export function exportLosses(plan: Plan): readonly Problem[] {
  return [...lostBaselines(plan), ...lostHours(plan)];
}

function lostBaselines(plan: Plan): readonly Problem[] {
  const written = new Set(numberBaselines(plan).values());
  const lost = [...plan.baselines.values()].filter(baseline => !written.has(baseline));
  if (lost.length === 0) return [];
  const names = lost.map(({ name }) => name).join(', ');
  const message = `The format has room for ${mostBaselines} baselines, so these are left out: ${names}`;
  return [createProblem('export-partial', message)];
}

function lostHours({ project }: Plan): readonly Problem[] {
  return [...project.calendars.values()].flatMap(rules => {
    const last = lastDayWritten(rules, project);
    if (last === undefined) return [];
    const day = formatDay(last * minutesPerDay);
    const message = `The calendar "${rules.title ?? rules.key}" has night shifts, which are written day by day, so what repeats in it is written until ${day} and its usual week holds there from then on`;
    const place = { file: 'project.yaml', field: ['calendars', rules.key] };
    return [createProblem('export-partial', message, place)];
  });
}
