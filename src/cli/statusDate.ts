import { ok, type Result } from '../core/base/result.ts';
import { parsePlanDate, type Instant, type PlanDate } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import { figuresDay } from '../core/money/figuresDay.ts';
import { misused, type CliCall, type CliFailure, type CliOption } from './cliCommand.ts';

/** The option of commands whose answer depends on how far progress is known. */
export const statusDateOption: CliOption = {
  name: 'status-date',
  value: 'DATE',
  summary: 'up to when progress is known, instead of the project’s date',
};

/** Undefined where the option is not given. */
export function readStatusDate({
  values,
}: Pick<CliCall, 'values'>): Result<PlanDate | undefined, CliFailure> {
  const text = values[statusDateOption.name];
  if (text === undefined) return ok(undefined);
  const date = parsePlanDate(text);
  return date ? ok(date) : misused(`"${text}" is no date; write --status-date 2026-03-01`);
}

/** The day of the figures of money: that of a status date that was given, else of the project’s, else of today. */
export function figuresDayOf(
  { project }: Plan,
  given: PlanDate | undefined,
  today: Instant,
): Instant {
  return figuresDay(given ?? project.statusDate, today);
}
