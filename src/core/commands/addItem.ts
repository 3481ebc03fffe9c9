import { refused } from '../base/result.ts';
import type { PlainValue } from '../model/change.ts';
import { kindPlaces, newId, type ItemKind } from '../model/ids.ts';
import { itemsOf } from '../model/plan.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { nestFields, parseFieldPath } from './fieldPaths.ts';
import { refuseLoop } from './refuseLoop.ts';
import { resolveReferences } from './resolveReferences.ts';

/** Makes an item with a new id. */
export function addItem(ctx: CommandContext, input: CommandInputs['addItem']): CommandResult {
  const title = input.title.trim();
  if (title === '') return refuse(`A ${input.kind} needs a title`, [], 'field-missing');
  if (/[\r\n]/.test(title)) return refuse('A title is one line', [], 'field-value');
  const fields: [readonly string[], PlainValue][] = [];
  for (const [name, value] of Object.entries(input.fields ?? {})) {
    if (value === null || name === 'title') continue;
    const path = parseFieldPath(name);
    const resolved = resolveReferences(ctx.snapshot, input.kind, path, value);
    if (!resolved.ok) return resolved;
    fields.push([path.map(String), resolved.value]);
  }
  const id = drawId(ctx, input.kind);
  if (input.kind === 'task') {
    const given = fields.map(([field, value]) => ({ field, value }));
    const loop = refuseLoop(ctx.snapshot.plan, id, given);
    if (loop) return refused(loop);
  }
  const values = nestFields([[['title'], title], ...fields]);
  return planChanges(`Add ${input.kind} "${title}"`, id, [{ kind: 'add', id, fields: values }]);
}

/** A new id that no branch, no removed item and no broken file bears. */
export function drawId({ snapshot, takenIds, random }: CommandContext, kind: ItemKind): string {
  const known = new Set<string>([...takenIds, ...(snapshot.removed ?? [])]);
  for (const { id, formerIds } of itemsOf(snapshot.plan)) {
    for (const each of [id, ...formerIds]) known.add(each);
  }
  for (const { id, path } of snapshot.files.values()) {
    if (id !== undefined && path.startsWith(kindPlaces[kind].folder)) known.add(id);
  }
  return newId(kind, known, random);
}
