import { exportLosses } from '../interchange/mspdi/exportLosses.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { rereadExport } from './rereadExport.ts';

/**
 * What a file for Microsoft Project does not say, and what follows from that.
 *
 * @param options `random` is uniform in [0, 1)
 */
export function findLosses(
  xml: string,
  written: { readonly plan: Plan; readonly schedule: Schedule },
  options: ScheduleOptions & { readonly random: () => number },
): readonly Problem[] {
  const losses = exportLosses(written.plan, written.schedule);
  const known = new Set(losses.flatMap(({ items }) => items));
  return [...losses, ...rereadExport(xml, written, { ...options, known })];
}
