import type { Task } from './task.ts';

/** Points of acceptance, and those that are met. */
export interface AcceptanceCount {
  readonly points: number;
  readonly met: number;
}

export function countAcceptance(tasks: readonly Task[]): AcceptanceCount {
  const points = tasks.flatMap(({ acceptance }) => acceptance);
  return { points: points.length, met: points.filter(({ isDone }) => isDone).length };
}

/** `2 of 3 acceptance points are met`; undefined where there are none. */
export function tellAcceptance({ points, met }: AcceptanceCount): string | undefined {
  if (points === 0) return undefined;
  const words = points === 1 ? 'acceptance point' : 'acceptance points';
  return `${met} of ${points} ${words} ${met === 1 ? 'is' : 'are'} met`;
}
