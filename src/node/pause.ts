import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pause } from '../core/base/pause.ts';

/** Work for no longer than this before others get a turn: under one frame at 60 a second. */
export const longestTurnMs = 10;

/** A pause that gives the event loop a turn whenever the work has taken long enough. */
export function createPause(): Pause {
  let turnEndsAt = performance.now() + longestTurnMs;
  return () => {
    if (performance.now() < turnEndsAt) return undefined;
    return pauseNow().then(() => {
      turnEndsAt = performance.now() + longestTurnMs;
    });
  };
}

export async function pauseNow(): Promise<void> {
  await nextTurn();
}
