import { mergeTwins } from '../merge/mergeTwins.ts';
import { readPlainFields } from '../merge/plainFields.ts';
import type { Change, PlainValue } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import { itemOf } from '../model/plan.ts';
import { findFormerIdClashes } from '../store/checkFormerIds.ts';
import { rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { setField } from './commandPlan.ts';

/** An item that two branches left under two ids becomes one. */
export interface JoinedTwins {
  readonly kept: string;
  readonly other: string;
  readonly changes: readonly Change[];
}

/**
 * Joins the first two items that were one before a rename, field by field; undefined where there are
 * none, or where they are two items.
 *
 * @param textOf the text that the item had under its former id, where git knows it
 */
export function joinTwins(
  snapshot: Snapshot,
  textOf: ReadonlyMap<string, string>,
): JoinedTwins | undefined {
  for (const { former, items } of findFormerIdClashes(snapshot.plan)) {
    const [kept, other] = items;
    const text = textOf.get(former);
    const base = text === undefined ? undefined : readPlainFields(text);
    const changes =
      kept === undefined || other === undefined
        ? undefined
        : changesFor(snapshot, { kept, other, base });
    if (kept !== undefined && other !== undefined && changes) return { kept, other, changes };
  }
  return undefined;
}

type Fields = Readonly<Record<string, PlainValue>>;

function changesFor(
  snapshot: Snapshot,
  { kept, other, base }: { kept: string; other: string; base: Fields | undefined },
): readonly Change[] | undefined {
  const kind = kindOfId(kept);
  if (!kind || kind !== kindOfId(other)) return undefined;
  const [ours, theirs] = [rawFieldsOf(snapshot, kept), rawFieldsOf(snapshot, other)];
  const merged = mergeTwins(kind, { base, ours, theirs });
  if (!merged) return undefined;
  const known = [kept, other].flatMap(id => itemOf(snapshot.plan, id)?.formerIds ?? []);
  const former = new Set([...known.map(id => id.toUpperCase()), other]);
  former.delete(kept);
  const after: Fields = { ...merged, formerIds: [...former] };
  const keys = new Set([...Object.keys(ours), ...Object.keys(after)]);
  const isSame = (key: string): boolean =>
    JSON.stringify(ours[key] ?? null) === JSON.stringify(after[key] ?? null);
  return [
    ...[...keys].filter(key => !isSame(key)).map(key => setField(kept, [key], after[key])),
    { kind: 'remove', id: other },
  ];
}
