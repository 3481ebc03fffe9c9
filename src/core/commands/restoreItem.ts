import { refused } from '../base/result.ts';
import type { Change, LostReference, PlainValue } from '../model/change.ts';
import { pathOfId } from '../model/ids.ts';
import { itemOf } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { namesItem } from '../store/lostReferences.ts';
import { rawEntries, rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { chooseId } from './resolveId.ts';

/**
 * Brings a removed item back, and into the fields that named it, as far as they have not got another
 * value since.
 */
export function restoreItem(
  { snapshot }: CommandContext,
  input: CommandInputs['restoreItem'],
): CommandResult {
  const id = chooseId(input.id.trim(), snapshot.removed ?? []);
  if (!id.ok) {
    if (id.error.code !== 'reference-unknown') return id;
    const message = `No removed item has an id that begins with "${input.id.trim()}"`;
    return refused({ ...id.error, message });
  }
  const changes: Change[] = [{ kind: 'restore', id: id.value }];
  const remarks: Problem[] = [];
  const back = new Restoring(snapshot, id.value);
  for (const reference of snapshot.lost?.get(id.value) ?? []) {
    const outcome = back.bringBack(reference);
    if ('code' in outcome) remarks.push(outcome);
    else changes.push(...outcome);
  }
  return planChanges(`Restore ${id.value}`, id.value, changes, remarks);
}

/** The fields as they will be while one reference after another comes back. */
class Restoring {
  readonly #snapshot: Snapshot;
  readonly #id: string;
  readonly #lists = new Map<string, readonly PlainValue[]>();

  constructor(snapshot: Snapshot, id: string) {
    this.#snapshot = snapshot;
    this.#id = id;
  }

  /** The changes that bring a reference back, none when it is there already; else why it cannot be. */
  bringBack(reference: LostReference): readonly Change[] | Problem {
    const { id, path, list, instead } = reference;
    if (!itemOf(this.#snapshot.plan, id)) {
      return this.#remark(reference, 'that item is not in the plan');
    }
    if (list) return this.#intoList(reference, list);
    const fields = rawFieldsOf(this.#snapshot, id);
    const now = rawValueAt(fields, path) ?? undefined;
    if (namesItem(now, this.#id)) return [];
    if (now !== instead) return this.#remark(reference, 'it has another value by now');
    const holder = path.slice(0, -1);
    if (holder.length > 0 && rawValueAt(fields, holder) === undefined) {
      return this.#remark(reference, 'what it stood in is gone');
    }
    return [setField(id, path, reference.text), ...commentOn(reference, path)];
  }

  #intoList(reference: LostReference, list: LostReference['path']): readonly Change[] | Problem {
    const { id, path, text } = reference;
    const key = `${id} ${list.join('.')}`;
    const present = rawEntries(rawFieldsOf(this.#snapshot, id), list).map(({ value }) => value);
    if (present.some(entry => namesItem(entry, this.#id))) return [];
    const entries = this.#lists.get(key) ?? present;
    const at = Math.min(Number(path.at(-1)) || 0, entries.length);
    const next = [...entries.slice(0, at), text, ...entries.slice(at)];
    this.#lists.set(key, next);
    return [setField(id, list, next), ...commentOn(reference, [...list, at])];
  }

  #remark({ id, path, list }: LostReference, reason: string): Problem {
    const field = list ?? path;
    const message = `${field.join('.')} of ${id} names ${this.#id} no more, because ${reason}`;
    const file = pathOfId(id);
    return createProblem('reference-left', message, {
      items: [this.#id, id],
      ...(file === undefined || !itemOf(this.#snapshot.plan, id) ? {} : { file }),
    });
  }
}

/** What was said of it is said of it again. */
function commentOn({ id, comment }: LostReference, field: FieldPath): readonly Change[] {
  return comment === undefined ? [] : [{ kind: 'comment', id, field, text: comment }];
}
