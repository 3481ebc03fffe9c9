import type { Change, LostReference, PlainValue } from '../model/change.ts';
import { pathOfId } from '../model/ids.ts';
import { itemOf } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { namesItem } from '../store/lostReferences.ts';
import { rawEntries, rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { setField } from './commandPlan.ts';

/** The fields as they will be while one reference after another comes back. */
export class ReturningReferences {
  readonly #snapshot: Snapshot;
  readonly #lists = new Map<string, readonly PlainValue[]>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** The changes that let a place name an item again, none when it does already; else why it cannot. */
  bringBack(named: string, reference: LostReference): readonly Change[] | Problem {
    const { id, path, list, instead } = reference;
    if (!itemOf(this.#snapshot.plan, id)) {
      return this.remark(named, reference, 'that item is not in the plan');
    }
    if (list) return this.#intoList(named, reference, list);
    const fields = rawFieldsOf(this.#snapshot, id);
    const now = rawValueAt(fields, path) ?? undefined;
    if (namesItem(now, named)) return [];
    if (now !== instead) return this.remark(named, reference, 'it has another value by now');
    const holder = path.slice(0, -1);
    if (holder.length > 0 && rawValueAt(fields, holder) === undefined) {
      return this.remark(named, reference, 'what it stood in is gone');
    }
    return [setField(id, path, reference.text), ...commentOn(reference, path)];
  }

  #intoList(named: string, reference: LostReference, list: FieldPath): readonly Change[] {
    const { id, path, text } = reference;
    const key = `${id} ${list.join('.')}`;
    const present = rawEntries(rawFieldsOf(this.#snapshot, id), list).map(({ value }) => value);
    if (present.some(entry => namesItem(entry, named))) return [];
    const entries = this.#lists.get(key) ?? present;
    const at = Math.min(Number(path.at(-1)) || 0, entries.length);
    const next = [...entries.slice(0, at), text, ...entries.slice(at)];
    this.#lists.set(key, next);
    return [setField(id, list, next), ...commentOn(reference, [...list, at])];
  }

  /** Why a place cannot name an item again. */
  remark(named: string, { id, path, list }: LostReference, reason: string): Problem {
    const field = list ?? path;
    const message = `${field.join('.')} of ${id} names ${named} no more, because ${reason}`;
    const file = pathOfId(id);
    return createProblem('reference-left', message, {
      items: [named, id],
      ...(file === undefined || !itemOf(this.#snapshot.plan, id) ? {} : { file }),
    });
  }
}

/** What was said of it is said of it again. */
function commentOn({ id, comment }: LostReference, field: FieldPath): readonly Change[] {
  return comment === undefined ? [] : [{ kind: 'comment', id, field, text: comment }];
}
