import type { Change, LostReference } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { itemOf } from '../model/plan.ts';
import { commentOf, rawEntries, rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { referencesTo, unreachedReferences, type Reference } from './references.ts';
import { resolveId } from './resolveId.ts';

/**
 * Takes an item out of the plan, recoverably, with every reference to it. Sub-tasks move up to what
 * it was part of itself.
 */
export function removeItem(ctx: CommandContext, input: CommandInputs['removeItem']): CommandResult {
  const { snapshot } = ctx;
  const found = resolveId(snapshot, input.id);
  if (!found.ok) return found;
  const id = found.value;
  const item = itemOf(snapshot.plan, id);
  const references = referencesTo(snapshot, id);
  const changes: Change[] = [];
  for (const reference of references) {
    if (reference.list !== undefined) continue;
    changes.push(withoutField(snapshot, id, reference));
    const milestone = inheritedMilestone(snapshot, id, reference);
    if (milestone !== undefined) changes.push(setField(reference.id, ['milestone'], milestone));
  }
  for (const [holder, list] of listsOf(references)) {
    changes.push(...withoutEntries(snapshot, holder, list, references));
  }
  const lost = references.map(reference => lostReference(snapshot, id, reference));
  changes.push(lost.length > 0 ? { kind: 'remove', id, lost } : { kind: 'remove', id });
  const title = `Remove ${item ? nameOf(item) : id}`;
  return planChanges(title, id, changes, unreachedReferences(snapshot, id));
}

function withoutField(snapshot: Snapshot, removed: string, reference: Reference): Change {
  return setField(reference.id, reference.path, insteadOf(snapshot, removed, reference));
}

function lostReference(snapshot: Snapshot, removed: string, reference: Reference): LostReference {
  const comment = commentOf(snapshot, reference.id, reference.path);
  const instead = insteadOf(snapshot, removed, reference);
  return { ...reference, instead, ...(comment === undefined ? {} : { comment }) };
}

/** A sub-task comes to hang where the removed task hung. */
function insteadOf(
  snapshot: Snapshot,
  removed: string,
  { id, path }: Reference,
): string | undefined {
  const isParent = path.length === 1 && path[0] === 'parent';
  const above = isParent ? snapshot.plan.tasks.get(removed)?.parent : undefined;
  return above === id ? undefined : above;
}

/** What a sub-task had through the removed task alone stays its own. */
function inheritedMilestone(
  { plan }: Snapshot,
  removed: string,
  { id, path }: Reference,
): string | undefined {
  const above = plan.tasks.get(removed);
  const isPart = path.length === 1 && path[0] === 'parent';
  if (!isPart || above?.parent !== undefined) return undefined;
  return plan.tasks.get(id)?.milestone === undefined ? above?.milestone : undefined;
}

function listsOf(references: readonly Reference[]): readonly (readonly [string, FieldPath])[] {
  const lists = new Map<string, readonly [string, FieldPath]>();
  for (const { id, list } of references) {
    if (list) lists.set(`${id} ${list.join('.')}`, [id, list]);
  }
  return [...lists.values()];
}

function withoutEntries(
  snapshot: Snapshot,
  holder: string,
  list: FieldPath,
  references: readonly Reference[],
): readonly Change[] {
  const key = list.join('.');
  const going = references.filter(({ id, list: own }) => id === holder && own?.join('.') === key);
  const all = rawEntries(rawFieldsOf(snapshot, holder), list);
  if (going.length === all.length) return [setField(holder, list, undefined)];
  // From the end, so that the places of the others stay right.
  return going.reverse().map(({ path }) => setField(holder, path, undefined));
}
