import { arePlainEqual, isPlainMap } from '../format/plainValue.ts';
import { projectId, type Change, type PlainValue } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { standardCalendar } from '../model/project.ts';
import type { ImportedPlan } from './importedPlan.ts';
import type { PlanEcho } from './planEcho.ts';
import { findOverwritten, type OverwrittenValue } from './overwrittenValues.ts';
import { plainProject } from './plainProject.ts';

export interface ProjectImport {
  readonly changes: readonly Change[];
  /** Dotted paths. */
  readonly fields: readonly string[];
  readonly overwritten: readonly OverwrittenValue[];
  readonly problems: readonly Problem[];
}

/**
 * What an import does to the project file. A plan without tasks, or one that came from the same
 * project, follows the import. A plan of its own keeps its dates, its hours and what it says of
 * calendars and people, and gets only those that it does not know.
 *
 * What is as the plan would send it was changed by nobody there, and stays.
 *
 * @param isOwn true where tasks of the plan itself have come back
 */
export function planProjectImport(
  imported: ImportedPlan,
  { plan, isOwn, echo }: { plan: Plan; isOwn: boolean; echo: PlanEcho | undefined },
): ProjectImport {
  if (isOwn && echo && isAsSent(imported, echo.imported)) {
    return { changes: [], fields: [], overwritten: [], problems: [] };
  }
  const isFresh = plan.tasks.size === 0 && plan.milestones.size === 0;
  const sent = isFresh ? undefined : echo?.imported;
  const follows = isFresh || plan.project.origin === imported.origin;
  const present = plainProject(plan.project);
  const wanted = follows ? wantedFields(imported, plan, isFresh) : [];
  let kept = 0;
  for (const [table, values] of [
    ['calendars', imported.calendars],
    ['people', imported.people],
  ] as const) {
    const known = present[table];
    for (const [key, value] of Object.entries(values)) {
      const isKnown = isPlainMap(known) && Object.hasOwn(known, key);
      // The standard calendar of a plan that does not write it down is not its own.
      const isWritten = isKnown && plan.project[table].get(key) !== standardCalendar;
      if (follows || !isKnown) wanted.push(...entryPaths([table, key], value, isWritten));
      else if (!arePlainEqual(known[key] ?? null, value)) kept++;
    }
  }
  if (follows) wanted.push([['origin'], imported.origin]);
  const differs = ([path, value]: WantedField): boolean =>
    !arePlainEqual(valueAt(present, path) ?? null, value ?? null) &&
    !(sent && arePlainEqual(sentAt(sent, path) ?? null, value ?? null));
  const [, day] = wanted.find(field => isNamed(field, 'hoursPerDay') && differs(field)) ?? [];
  // A week that is not written down is five days, also of a day that is new.
  const followsDay = (field: WantedField): boolean =>
    typeof day === 'number' && isNamed(field, 'hoursPerWeek') && field[1] !== day * 5;
  const differing = wanted.filter(field => differs(field) || followsDay(field));
  return {
    changes: differing.map(([field, value]) => ({ kind: 'set', id: projectId, field, value })),
    fields: differing.map(([path]) => path.join('.')),
    overwritten: differing.flatMap(([path, after]) => {
      const before = valueAt(present, path);
      return findOverwritten(projectId, path.join('.'), { before, after }) ?? [];
    }),
    problems: follows ? [] : keptProblems(kept),
  };
}

function isNamed([path]: WantedField, name: string): boolean {
  return path.length === 1 && path[0] === name;
}

type WantedField = [path: readonly string[], value: PlainValue | undefined];

function wantedFields({ project }: ImportedPlan, plan: Plan, isFresh: boolean): WantedField[] {
  const wanted = new Map<string, PlainValue | undefined>(Object.entries(project));
  // Only without a start is a plan scheduled back from its finish.
  if (project['finish'] !== undefined) wanted.set('start', project['start']);
  // It came with the first status date, and people may have chosen otherwise since.
  if (!isFresh && plan.project.statusDate) wanted.delete('moveOpenWork');
  return Array.from(wanted, ([field, value]) => [[field], value]);
}

function sentAt(
  { project, calendars, people }: ImportedPlan,
  path: readonly string[],
): PlainValue | undefined {
  return valueAt({ ...project, calendars: { ...calendars }, people: { ...people } }, path);
}

function isAsSent(imported: ImportedPlan, sent: ImportedPlan): boolean {
  return (['project', 'calendars', 'people'] as const).every(part =>
    arePlainEqual({ ...imported[part] }, { ...sent[part] }),
  );
}

/**
 * A known calendar or person is changed field by field, so that days off, skills and what else the
 * plan added stay.
 */
function entryPaths(
  path: readonly string[],
  value: PlainValue,
  isKnown: boolean,
): [path: readonly string[], value: PlainValue][] {
  if (!isKnown || !isPlainMap(value)) return [[path, value]];
  return Object.entries(value).map(([field, each]) => [[...path, field], each]);
}

function keptProblems(kept: number): readonly Problem[] {
  const start = createProblem(
    'import-partial',
    'The plan has tasks of its own, so its start, hours and calendar were kept and imported dates may move',
  );
  if (kept === 0) return [start];
  const entries = createProblem(
    'import-partial',
    `${kept === 1 ? '1 calendar or person of the plan bears' : `${kept} calendars or people of the plan bear`} the key of an imported one and ${kept === 1 ? 'was' : 'were'} kept as ${kept === 1 ? 'it is' : 'they are'}`,
  );
  return [start, entries];
}

function valueAt(fields: PlainValue, path: readonly string[]): PlainValue | undefined {
  let at: PlainValue | undefined = fields;
  for (const step of path) at = isPlainMap(at) ? at[step] : undefined;
  return at;
}
