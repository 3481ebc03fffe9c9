import type { Plan } from '../../src/core/model/plan.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { memoryFiles } from '../support/memoryFiles.ts';
import { generatePlan } from './generatePlan.ts';

/** A generated plan, read as from its folder. */
export async function openGenerated(tasks: number): Promise<Plan> {
  const files = Object.fromEntries(generatePlan({ tasks }));
  return (await ProjectStore.open(memoryFiles(files))).snapshot.plan;
}
