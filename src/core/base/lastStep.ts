/** Goes through all steps of a work at once; answers with what comes of it. */
export function lastStep<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
