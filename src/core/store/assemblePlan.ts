import type { Baseline } from '../model/baseline.ts';
import type { Decision } from '../model/decision.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Note } from '../model/note.ts';
import type { Item, Plan } from '../model/plan.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Risk } from '../model/risk.ts';
import type { Task } from '../model/task.ts';
import type { LoadedFile } from './loadedFile.ts';

/** A plan that is being put together. */
export interface PlanParts {
  project: Project;
  readonly tasks: Map<string, Task>;
  readonly milestones: Map<string, Milestone>;
  readonly risks: Map<string, Risk>;
  readonly decisions: Map<string, Decision>;
  readonly notes: Map<string, Note>;
  readonly baselines: Map<string, Baseline>;
}

/** The plan that the files hold; their order by path is that of the ids. */
export function assemblePlan(files: Iterable<LoadedFile>): Plan {
  const parts: PlanParts = {
    project: emptyProject,
    tasks: new Map(),
    milestones: new Map(),
    risks: new Map(),
    decisions: new Map(),
    notes: new Map(),
    baselines: new Map(),
  };
  for (const file of files) addFile(parts, file);
  return parts;
}

/** Puts in what a file holds, in place of what the plan had under the same id. */
export function addFile(parts: PlanParts, { value }: LoadedFile): void {
  if (value === undefined) return;
  if ('kind' in value) addItem(parts, value);
  else if ('takenOn' in value) parts.baselines.set(value.name, value);
  else parts.project = value;
}

function addItem(parts: PlanParts, item: Item): void {
  switch (item.kind) {
    case 'task':
      parts.tasks.set(item.id, item);
      break;
    case 'milestone':
      parts.milestones.set(item.id, item);
      break;
    case 'risk':
      parts.risks.set(item.id, item);
      break;
    case 'decision':
      parts.decisions.set(item.id, item);
      break;
    case 'note':
      parts.notes.set(item.id, item);
      break;
  }
}
