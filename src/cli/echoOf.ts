import { echoMspdi } from '../core/interchange/mspdi/echoMspdi.ts';
import type { PlanEcho } from '../core/interchange/planEcho.ts';
import type { Plan } from '../core/model/plan.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import type { CliContext } from './cliCommand.ts';
import { todayOf } from './openPlan.ts';

/** The plan as Microsoft Project would send it back today. */
export function echoOf(plan: Plan, ctx: CliContext): PlanEcho | undefined {
  return echoMspdi(plan, computeSchedule(plan, { today: todayOf(ctx) }));
}
