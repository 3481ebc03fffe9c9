import type { Baseline } from '../model/baseline.ts';
import type { Decision } from '../model/decision.ts';
import { pathOfId } from '../model/ids.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Note } from '../model/note.ts';
import type { Item, Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Risk } from '../model/risk.ts';
import type { Task } from '../model/task.ts';
import type { LoadedFile, LoadedFolder } from './loadFolder.ts';
import { projectPath, readPlanPath } from './planPath.ts';
import type { ReferenceCheck } from './checkReferences.ts';
import type { PlanFile, Snapshot } from './snapshot.ts';

/** Makes the snapshot of a folder as it was read. */
export function assembleSnapshot(
  folder: LoadedFolder,
  revision: number,
  checkReferences: ReferenceCheck,
): Snapshot {
  const plan = assemblePlan(folder.files.values());
  const files = new Map<string, PlanFile>();
  const problems: Problem[] = [...folder.problems, ...folderProblems(folder)];
  const unread = new Set<string>();
  for (const [path, { file, value }] of folder.files) {
    files.set(path, file);
    if (value === undefined && file.id !== undefined) unread.add(file.id);
    for (const problem of file.problems) problems.push(problem);
  }
  for (const problem of duplicateIds(folder)) problems.push(problem);
  for (const problem of checkReferences(plan, unread)) problems.push(problem);
  const removed = [...folder.trash.keys()].filter(id => !hasItem(plan, id));
  return { revision, exists: folder.exists, plan, files, problems, removed };
}

interface Parts {
  project: Project;
  readonly tasks: Map<string, Task>;
  readonly milestones: Map<string, Milestone>;
  readonly risks: Map<string, Risk>;
  readonly decisions: Map<string, Decision>;
  readonly notes: Map<string, Note>;
  readonly baselines: Map<string, Baseline>;
}

function assemblePlan(files: Iterable<LoadedFile>): Plan {
  const parts: Parts = {
    project: emptyProject,
    tasks: new Map(),
    milestones: new Map(),
    risks: new Map(),
    decisions: new Map(),
    notes: new Map(),
    baselines: new Map(),
  };
  for (const { value } of files) {
    if (value === undefined) continue;
    if ('kind' in value) addItem(parts, value);
    else if ('takenOn' in value) parts.baselines.set(value.name, value);
    else parts.project = value;
  }
  return parts;
}

function addItem(parts: Parts, item: Item): void {
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

function hasItem(plan: Plan, id: string): boolean {
  return (
    plan.tasks.has(id) ||
    plan.milestones.has(id) ||
    plan.risks.has(id) ||
    plan.decisions.has(id) ||
    plan.notes.has(id)
  );
}

function folderProblems(folder: LoadedFolder): readonly Problem[] {
  if (!folder.exists) {
    return [createProblem('folder-missing', 'There is no plan folder yet; create a plan to begin')];
  }
  if (folder.files.has(projectPath) || folder.problems.length > 0) return [];
  return [
    createProblem(
      'project-missing',
      'The plan folder has no project.yaml; make one with at least a name and a start',
      { file: projectPath },
    ),
  ];
}

/**
 * Files whose names differ in case or place alone, and so claim the same id. The right path of an id
 * exists once, so at least one of them is misnamed.
 */
function duplicateIds(folder: LoadedFolder): readonly Problem[] {
  const pathsById = new Map<string, string[]>();
  for (const { path, value } of folder.files.values()) {
    if (value !== undefined) continue;
    const place = readPlanPath(path);
    if (place.kind !== 'misnamed' || place.id === undefined) continue;
    const right = pathOfId(place.id);
    const isTaken = right !== undefined && folder.files.has(right);
    const paths = pathsById.get(place.id) ?? (isTaken ? [right] : []);
    pathsById.set(place.id, [...paths, path]);
  }
  const problems: Problem[] = [];
  for (const [id, paths] of pathsById) {
    if (paths.length < 2) continue;
    for (const file of paths) {
      const others = paths.filter(path => path !== file).join(' and ');
      const message = `${file} bears the same id as ${others}; give one of them another id`;
      problems.push(createProblem('id-duplicate', message, { file, items: [id] }));
    }
  }
  return problems;
}
