import type { Change } from '../model/change.ts';
import { isId, kindOfId, kindPlaces, type ItemKind } from '../model/ids.ts';
import { itemOf } from '../model/plan.ts';
import { formerIdsOf } from '../store/checkFormerIds.ts';
import { rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { nameInstead, referencesTo, unreachedReferences } from './references.ts';
import { resolveId } from './resolveId.ts';

/** Gives an item another id and rewrites every field that names it; what stands beside the id stays. */
export function renameItem(ctx: CommandContext, input: CommandInputs['renameItem']): CommandResult {
  const { snapshot } = ctx;
  const found = resolveId(snapshot, input.id);
  if (!found.ok) return found;
  const id = found.value;
  const kind = kindOfId(id) ?? 'task';
  const to = input.to === undefined ? drawId(ctx, kind) : input.to.trim().toUpperCase();
  const obstacle = refuseId(ctx, kind, to, id);
  if (obstacle) return obstacle;
  const changes: Change[] = referencesTo(snapshot, id).map(reference =>
    nameInstead(reference, id, to),
  );
  const former = [...(itemOf(snapshot.plan, id)?.formerIds ?? []), id].filter(each => each !== to);
  changes.push(
    ...renameInBaselines(snapshot, id, to),
    setField(id, ['formerIds'], former.length === 0 ? undefined : former),
    { kind: 'rename', id, to },
  );
  return planChanges(`Rename ${id} to ${to}`, to, changes, unreachedReferences(snapshot, id));
}

function refuseId(
  { snapshot, takenIds }: CommandContext,
  kind: ItemKind,
  to: string,
  id: string,
): CommandResult | undefined {
  if (!isId(to) || kindOfId(to) !== kind) {
    const { prefix } = kindPlaces[kind];
    const message = `${to} is no id of a ${kind}; write ${prefix}- and 4 to 12 of the characters 0-9 and A-Z without I, L, O and U`;
    return refuse(message, [id], 'field-value');
  }
  const bearer = formerIdsOf(snapshot.plan).get(to);
  // Its own former id may still stand on another branch.
  const isBorne = bearer !== undefined || snapshot.removed?.includes(to) || takenIds.has(to);
  const isTaken = itemOf(snapshot.plan, to) !== undefined || (isBorne && bearer !== id);
  if (to === id) return refuse(`${id} bears that id already`, [id]);
  return isTaken
    ? refuse(`${to} is taken by another item; choose another id`, [id, to])
    : undefined;
}

/** Baselines hold dates and costs by id. */
function renameInBaselines(snapshot: Snapshot, id: string, to: string): readonly Change[] {
  const changes: Change[] = [];
  for (const { name } of snapshot.plan.baselines.values()) {
    for (const field of ['items', 'work']) {
      const value = rawValueAt(rawFieldsOf(snapshot, name), [field, id]);
      if (value === undefined) continue;
      changes.push(setField(name, [field, to], value), setField(name, [field, id], undefined));
    }
  }
  return changes;
}
