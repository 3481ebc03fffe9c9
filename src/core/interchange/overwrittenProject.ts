import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ImportedPlan } from './importedPlan.ts';

/** `mspdi:` of `mspdi:Bridge`. */
export function programOf(origin: string): string {
  return origin.slice(0, origin.indexOf(':') + 1);
}

/**
 * The refusal of an import that would overwrite the tasks of another project of the same program:
 * one of another origin, or one of the same mere name whose tasks mostly have other titles. Where the
 * plan does not say where it came from, the titles alone tell.
 *
 * @param known the plan's tasks by origin
 */
export function refuseOverwriting(
  imported: ImportedPlan,
  { project }: Plan,
  known: ReadonlyMap<string, Task>,
): Problem | undefined {
  const { origin } = project;
  if (origin === undefined || !origin.startsWith(programOf(imported.origin))) {
    return haveOtherTitles(imported, known) ? otherTitles(imported.origin) : undefined;
  }
  if (origin === imported.origin) {
    const isOther = !imported.isIdentified && haveOtherTitles(imported, known);
    return isOther ? sameName(origin) : undefined;
  }
  const isMet = imported.tasks.some(task => known.has(task.origin));
  return isMet ? otherOrigin(imported.origin, origin) : undefined;
}

/** Fewer than half of the tasks that the plan knows by their numbers have their titles. */
function haveOtherTitles({ tasks }: ImportedPlan, known: ReadonlyMap<string, Task>): boolean {
  const met = tasks.filter(({ origin }) => known.get(origin)?.origin === origin);
  const agreeing = met.filter(({ origin, title }) => known.get(origin)?.title === title);
  return agreeing.length * 2 < met.length;
}

function otherOrigin(origin: string, present: string): Problem {
  return createProblem(
    'command-refused',
    `The plan was imported from ${present} and its tasks would be overwritten by ${origin}; import it into a folder of its own, or set origin in project.yaml to ${origin} if it is the same project under another name`,
    { file: 'project.yaml', field: ['origin'] },
  );
}

function sameName(origin: string): Problem {
  return createProblem(
    'command-refused',
    `The plan was imported from ${origin} and its tasks would be overwritten by a project of the same name whose tasks have other titles; import it into a folder of its own, or run gantry import with --force if it is the same project with its tasks renamed`,
    { file: 'project.yaml', field: ['origin'] },
  );
}

function otherTitles(origin: string): Problem {
  return createProblem(
    'command-refused',
    `The plan has imported tasks that would be overwritten by those of ${origin}, which have other titles; import it into a folder of its own, or run gantry import with --force if it is the same project with its tasks renamed`,
    { file: 'project.yaml', field: ['origin'] },
  );
}
