import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work for no longer than this before others get a turn: under one frame at 60 a second. */
const longestTurnMs = 10;

/** Goes through the steps of a work; between two of them this thread may do other things. */
export async function stepByStep<T>(steps: Generator<unknown, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < longestTurnMs) continue;
    await nextTurn();
    since = performance.now();
  }
}
