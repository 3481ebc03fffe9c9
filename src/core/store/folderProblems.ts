import { pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { LoadedFolder } from './loadFolder.ts';
import { projectPath, readPlanPath } from './planPath.ts';

/** What is wrong with the folder beyond its single files. */
export function findFolderProblems(folder: LoadedFolder): readonly Problem[] {
  return [...folder.problems, ...missingParts(folder), ...duplicateIds(folder)];
}

function missingParts(folder: LoadedFolder): readonly Problem[] {
  if (!folder.exists) {
    return [createProblem('folder-missing', 'There is no plan folder yet; create a plan to begin')];
  }
  const isUnknown = folder.problems.some(({ code }) => code !== 'change-unfinished');
  if (folder.files.has(projectPath) || isUnknown) return [];
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
