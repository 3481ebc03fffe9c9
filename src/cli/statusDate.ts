import { ok, type Result } from '../core/base/result.ts';
import { parsePlanDate, type PlanDate } from '../core/model/instant.ts';
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
