import { exportLosses } from '../core/interchange/mspdi/exportLosses.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import type { CliContext } from './cliCommand.ts';
import { todayOf } from './openPlan.ts';
import { rereadExport } from './rereadExport.ts';

/** What a file for Microsoft Project does not say, and what follows from that. */
export function findLosses(
  xml: string,
  written: { readonly plan: Plan; readonly schedule: Schedule },
  ctx: CliContext,
): readonly Problem[] {
  const losses = exportLosses(written.plan, written.schedule);
  const known = new Set(losses.flatMap(({ items }) => items));
  const { random } = ctx.host;
  return [...losses, ...rereadExport(xml, written, { known, random, today: todayOf(ctx) })];
}
