import type { ImportedPlan } from './importedPlan.ts';

/**
 * What a plan would be if it went to another program and came back as it was sent. What that
 * program cannot say is the same in both, so that only what somebody has changed there differs.
 */
export interface PlanEcho {
  readonly imported: ImportedPlan;
  /** Tasks and milestones by the origin that they come back with. */
  readonly idOf: ReadonlyMap<string, string>;
}
