import { formatAssignment, parseAssignment } from '../model/assignment.ts';
import { ok, type Result } from '../base/result.ts';
import type { Item } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Project } from '../model/project.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/** Replaces the people of a task, a decision or a note, and the owner of a milestone or a risk. */
export function assign(ctx: CommandContext, input: CommandInputs['assign']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const people: string[] = [];
  for (const written of input.people) {
    const person = resolvePerson(ctx.snapshot.plan.project, item, written);
    if (!person.ok) return person;
    if (!people.includes(person.value)) people.push(person.value);
  }
  const title =
    people.length === 0
      ? `Assign nobody to "${item.title}"`
      : `Assign ${people.join(', ')} to "${item.title}"`;
  const { field, isOne } = peopleField(item);
  if (isOne && people.length > 1) {
    return refuse(`${nameOf(item)} has one owner; name one person`, [item.id]);
  }
  const value = people.length === 0 ? undefined : isOne ? people[0] : people;
  return planChanges(title, item.id, [setField(item.id, [field], value)]);
}

function peopleField(item: Item): { readonly field: string; readonly isOne: boolean } {
  switch (item.kind) {
    case 'task':
      return { field: 'assignees', isOne: false };
    case 'milestone':
    case 'risk':
      return { field: 'owner', isOne: true };
    case 'decision':
      return { field: 'deciders', isOne: false };
    case 'note':
      return { field: 'participants', isOne: false };
  }
}

/** A key of the project file, also when it is written in another case or as the person's name. */
function resolvePerson(project: Project, item: Item, written: string): Result<string, Problem> {
  const text = written.trim();
  const byName = [...project.people.values()].find(
    ({ key, name }) => isSameName(key, text) || isSameName(name, text),
  );
  if (byName) return ok(byName.key);
  const assignment = parseAssignment(text);
  if (!assignment || (assignment.units !== 1 && item.kind !== 'task')) {
    const message = `"${written}" names no person; write the key of a person${item.kind === 'task' ? ', such as ada or ada 50%' : ''}`;
    return refuse(message, [item.id], 'field-value');
  }
  if (assignment.units <= 0) {
    return refuse(`"${written}" gives no time; leave the person out`, [item.id], 'field-value');
  }
  if (project.people.size === 0) return ok(formatAssignment(assignment));
  const key = [...project.people.keys()].find(known => isSameName(known, assignment.person));
  if (key !== undefined) return ok(formatAssignment({ ...assignment, person: key }));
  const known = [...project.people.keys()].join(', ');
  const message = `${assignment.person} is not among the people of project.yaml, who are ${known}`;
  return refuse(message, [item.id], 'person-unknown');
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
