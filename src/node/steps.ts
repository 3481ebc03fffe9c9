/**
 * Goes through the steps of a work; between two of them this thread may do other things.
 *
 * @param onStep is told what each step says
 */
export async function lastOf<S, T>(
  steps: Generator<S, T>,
  onStep?: (said: S) => unknown,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep?.(step.value);
    await new Promise(resolve => setImmediate(resolve));
  }
}
