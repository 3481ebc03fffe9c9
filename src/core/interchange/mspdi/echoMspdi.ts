import type { Plan } from '../../model/plan.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { outlineTasks } from '../outlineOrder.ts';
import type { PlanEcho } from '../planEcho.ts';
import { exportMspdi, numberExport } from './exportMspdi.ts';
import { importMspdi } from './importMspdi.ts';

/** The plan as it comes back from Microsoft Project when nobody changes anything there. */
export function echoMspdi(plan: Plan, schedule: Schedule): PlanEcho | undefined {
  const imported = importMspdi(exportMspdi(plan, schedule), {
    fileName: `${plan.project.name}.xml`,
  });
  if (!imported.ok) return undefined;
  const numbers = numberExport(plan, outlineTasks(plan, schedule));
  const idOf = new Map(
    Array.from(numbers.task, ([id, number]) => [`mspdi:${number}`, id] as const),
  );
  return { imported: imported.value, idOf };
}
