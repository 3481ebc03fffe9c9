import type { Interval } from '../../calendar/calendar.ts';
import { formatAssignment } from '../../model/assignment.ts';
import type { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import { parseIsoMinutes } from './mspdiDuration.ts';
import { mostUnits, type ImportedPeople } from './readPeople.ts';
import { listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** Who is on which task, by the task's number in the file. */
export interface ImportedAssignments {
  /** `ada`, `ada 50%` */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** The numbers of the people on the task. */
  readonly peopleUids: ReadonlyMap<string, readonly string[]>;
  /** The stretches with work in them, in order; they may lie across time off. */
  readonly worked: ReadonlyMap<string, readonly Interval[]>;
}

/** The assignments of people; those of materials are passed over, of nobody only their days count. */
export function readAssignments(
  project: XmlElement,
  { keyOfUid }: ImportedPeople,
  losses: Losses,
): ImportedAssignments {
  const people = new Map<string, string[]>();
  const peopleUids = new Map<string, string[]>();
  const worked = new Map<string, Interval[]>();
  for (const assignment of listOf(project, 'Assignments', 'Assignment')) {
    const task = textOf(assignment, 'TaskUID');
    if (task === undefined) continue;
    addWorked(assignment, task, worked);
    const uid = textOf(assignment, 'ResourceUID') ?? '';
    const person = keyOfUid.get(uid);
    if (person === undefined) continue;
    peopleUids.set(task, [...(peopleUids.get(task) ?? []), uid]);
    const units = numberOf(assignment, 'Units') ?? 1;
    if (units > mostUnits) losses.add('unitsOfAssignment');
    const list = people.get(task) ?? [];
    list.push(formatAssignment({ person, units: units > 0 && units <= mostUnits ? units : 1 }));
    people.set(task, list);
  }
  for (const list of worked.values()) list.sort((a, b) => a.from - b.from);
  return { people, peopleUids, worked };
}

/** Types 1 and 2 are work to be done and work done; others are costs, baselines and overtime. */
function addWorked(assignment: XmlElement, task: string, worked: Map<string, Interval[]>): void {
  for (const stretch of assignment.children) {
    if (stretch.name !== 'TimephasedData') continue;
    const type = numberOf(stretch, 'Type') ?? 1;
    const value = textOf(stretch, 'Value');
    if (type > 2 || value === undefined || (parseIsoMinutes(value) ?? 0) <= 0) continue;
    const from = dateOf(stretch, 'Start');
    const to = dateOf(stretch, 'Finish');
    if (from === undefined || to === undefined || to <= from) continue;
    const list = worked.get(task) ?? [];
    list.push({ from, to });
    worked.set(task, list);
  }
}
