import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a work answers with, and the longest stretch in which it let nothing else be done. */
export async function withLongestTurn<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly longestTurnMs: number }> {
  const turns = monitorEventLoopDelay({ resolution: 1 });
  turns.enable();
  // The monitor sees what lies between two turns of its own: one before the work, and one behind it.
  await new Promise(resolve => setTimeout(resolve, 5));
  const value = await work();
  await new Promise(resolve => setTimeout(resolve, 5));
  turns.disable();
  return { value, longestTurnMs: turns.max / 1e6 };
}
