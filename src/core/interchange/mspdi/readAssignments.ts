import { formatAssignment } from '../../model/assignment.ts';
import { parseIsoMinutes } from './mspdiDuration.ts';
import { listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** Who is on which task, by the task's number in the file. */
export interface ImportedAssignments {
  /** `ada`, `ada 50%` */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** Tasks whose work pauses in between. */
  readonly split: ReadonlySet<string>;
}

/** The assignments of people; those of materials and of nobody are passed over. */
export function readAssignments(
  project: XmlElement,
  keyOfUid: ReadonlyMap<string, string>,
): ImportedAssignments {
  const people = new Map<string, string[]>();
  const split = new Set<string>();
  for (const assignment of listOf(project, 'Assignments', 'Assignment')) {
    const task = textOf(assignment, 'TaskUID');
    if (task === undefined) continue;
    if (isSplit(assignment)) split.add(task);
    const person = keyOfUid.get(textOf(assignment, 'ResourceUID') ?? '');
    if (person === undefined) continue;
    const units = numberOf(assignment, 'Units') ?? 1;
    const list = people.get(task) ?? [];
    list.push(formatAssignment({ person, units: units > 0 ? units : 1 }));
    people.set(task, list);
  }
  return { people, split };
}

/** Days off carry no value at all; a working day with a value of nothing, amid others, is a pause. */
function isSplit(assignment: XmlElement): boolean {
  let hasWork = false;
  let hasPause = false;
  for (const day of assignment.children) {
    if (day.name !== 'TimephasedData') continue;
    const value = textOf(day, 'Value');
    if (value === undefined) continue;
    const isWork = (parseIsoMinutes(value) ?? 0) > 0;
    if (isWork && hasPause) return true;
    if (isWork) hasWork = true;
    else if (hasWork) hasPause = true;
  }
  return false;
}
