/**
 * Runs jobs one after another in the order in which they came, each on what the one before left
 * behind. A job that fails does not hold the next one up.
 */
export class ChangeQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const next = this.#last.then(job, job);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
