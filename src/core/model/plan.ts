import type { Baseline } from './baseline.ts';
import type { Decision } from './decision.ts';
import type { Milestone } from './milestone.ts';
import type { Note } from './note.ts';
import { emptyProject, type Project } from './project.ts';
import type { Risk } from './risk.ts';
import type { Task } from './task.ts';

export type Item = Task | Milestone | Risk | Decision | Note;

/** All that could be read of a plan folder. Maps are keyed by id, and their order is that of the ids. */
export interface Plan {
  readonly project: Project;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly risks: ReadonlyMap<string, Risk>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly notes: ReadonlyMap<string, Note>;
  /** By name. */
  readonly baselines: ReadonlyMap<string, Baseline>;
}

export const emptyPlan: Plan = {
  project: emptyProject,
  tasks: new Map(),
  milestones: new Map(),
  risks: new Map(),
  decisions: new Map(),
  notes: new Map(),
  baselines: new Map(),
};

/** The item of any kind with this id; undefined when the plan has none that could be read. */
export function itemOf(plan: Plan, id: string): Item | undefined {
  return (
    plan.tasks.get(id) ??
    plan.milestones.get(id) ??
    plan.risks.get(id) ??
    plan.decisions.get(id) ??
    plan.notes.get(id)
  );
}

/** Every item, kind by kind. */
export function* itemsOf(plan: Plan): Generator<Item> {
  yield* plan.milestones.values();
  yield* plan.tasks.values();
  yield* plan.risks.values();
  yield* plan.decisions.values();
  yield* plan.notes.values();
}
