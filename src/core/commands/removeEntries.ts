import type { Change, PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { rawEntries, rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { setField } from './commandPlan.ts';

/** Takes the entries that fit out of a list; with the last of them goes the field. */
export function removeEntries(
  snapshot: Snapshot,
  id: string,
  path: FieldPath,
  fits: (value: PlainValue) => boolean,
): readonly Change[] {
  const entries = rawEntries(rawFieldsOf(snapshot, id), path);
  const going = entries.filter(entry => fits(entry.value));
  if (going.length === 0) return [];
  if (going.length === entries.length) return [setField(id, path, undefined)];
  // From the end, so that the places of the others stay right.
  return going.reverse().map(entry => setField(id, entry.path, undefined));
}
