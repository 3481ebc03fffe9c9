/** This thread is never held for longer; a step takes some milliseconds. */
const longestTurnMs = 10;

/**
 * Goes through the steps of a work; between two of them the host may do other things. Undefined when
 * it is given up.
 */
export async function stepByStep<T>(
  steps: Generator<unknown, T>,
  signal?: AbortSignal,
): Promise<T | undefined> {
  let since = performance.now();
  while (signal?.aborted !== true) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < longestTurnMs) continue;
    await new Promise(resolve => setTimeout(resolve, 0));
    since = performance.now();
  }
  return undefined;
}
