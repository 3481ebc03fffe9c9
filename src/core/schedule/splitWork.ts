import { durationMinutes, type Duration, type DurationScale } from '../model/duration.ts';

/** A pause in the middle of a task, in minutes of the task's own time. */
export interface Pause {
  /** The work that is done before it. */
  readonly after: number;
  readonly length: number;
}

/** What is work of a task whose length in the network counts its pauses too, in minutes. */
export interface SplitWork {
  readonly work: number;
  readonly remaining: number;
  readonly pauses: readonly Pause[];
}

const none: readonly Pause[] = [];

/** [SPLIT-1] The pauses that lie inside the work: before its first and after its last minute are none. */
export function readPauses(
  split: readonly Duration[],
  scale: DurationScale,
  work: number,
): readonly Pause[] {
  if (split.length < 2) return none;
  const pauses: Pause[] = [];
  let after = 0;
  for (let i = 0; i + 1 < split.length; i += 2) {
    const [part, pause] = [split[i], split[i + 1]];
    after += part ? Math.max(0, durationMinutes(part, scale)) : 0;
    const length = pause ? Math.max(0, durationMinutes(pause, scale)) : 0;
    if (after > 0 && after < work && length > 0) pauses.push({ after, length });
  }
  return pauses;
}

/** [SPLIT-2] The length of all pauses, and of those that are still to come once `done` is done. */
export function pauseMinutes(
  pauses: readonly Pause[],
  done: number,
): { readonly all: number; readonly ahead: number } {
  let all = 0;
  let ahead = 0;
  for (const { after, length } of pauses) {
    all += length;
    if (after > done) ahead += length;
  }
  return { all, ahead };
}
