import { projectId, type Change } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import { itemOf } from '../model/plan.ts';
import { refuseUnknownField } from '../store/fieldNames.ts';
import { refused } from '../base/result.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import { parseFieldPath } from './fieldPaths.ts';
import type { CommandInputs } from './inputs.ts';
import { refuseLoop } from './refuseLoop.ts';
import { resolveId } from './resolveId.ts';
import { resolveReferences } from './resolveReferences.ts';

/** Sets or takes out fields of an item or of the project. */
export function setFields(
  ctx: Pick<CommandContext, 'snapshot'>,
  input: CommandInputs['setFields'],
): CommandResult {
  const { snapshot } = ctx;
  const isProject = input.id.trim() === projectId;
  const id = isProject ? { ok: true as const, value: projectId } : resolveId(snapshot, input.id);
  if (!id.ok) return id;
  const kind = kindOfId(id.value) ?? 'project';
  const changes: Extract<Change, { kind: 'set' }>[] = [];
  for (const [name, value] of Object.entries(input.fields)) {
    const field = parseFieldPath(name);
    if (value === null) {
      changes.push(setField(id.value, field, undefined));
      continue;
    }
    const unknown = refuseUnknownField(kind, field);
    if (unknown) return refused({ ...unknown, items: [id.value] });
    const resolved = resolveReferences(snapshot, kind, field, value);
    if (!resolved.ok) return resolved;
    changes.push(setField(id.value, field, resolved.value));
  }
  if (changes.length === 0) return refuse('Name at least one field to set', [id.value]);
  const item = itemOf(snapshot.plan, id.value);
  const loop = item?.kind === 'task' ? refuseLoop(snapshot.plan, item.id, changes) : undefined;
  if (loop) return refused(loop);
  const subject = item ? nameOf(item) : isProject ? 'the project' : id.value;
  return planChanges(
    `Set ${Object.keys(input.fields).join(', ')} of ${subject}`,
    id.value,
    changes,
  );
}
