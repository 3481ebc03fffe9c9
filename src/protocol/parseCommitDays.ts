import type { CommitDays } from '../core/views/commitDays.ts';
import { isItemId, isRecord, listOf } from './validate.ts';

const areIds = listOf(isItemId);

/** Reads the days of commits; undefined when they are none, or their columns do not fit together. */
export function parseCommitDays(value: unknown): CommitDays | undefined {
  const { ids, offsets, days, commits } = isRecord(value) ? value : {};
  if (!areIds(ids) || !(offsets instanceof Int32Array)) return undefined;
  if (!(days instanceof Int32Array) || !(commits instanceof Uint16Array)) return undefined;
  const isInOrder = offsets.every((at, place) => place === 0 || at >= (offsets[place - 1] ?? 0));
  const fits =
    offsets.length === ids.length + 1 &&
    offsets[0] === 0 &&
    offsets.at(-1) === days.length &&
    days.length === commits.length;
  return fits && isInOrder ? { ids, offsets, days, commits } : undefined;
}
