/**
 * Runs something once nothing has stirred for a while. To stir is only to note the time, so that it
 * may be done in every frame.
 */
export class RestTimer {
  readonly #restMs: number;
  readonly #run: () => void;
  #stirredAt = 0;
  #timer: number | undefined;

  constructor(restMs: number, run: () => void) {
    this.#restMs = restMs;
    this.#run = run;
  }

  stir(): void {
    this.#stirredAt = performance.now();
    this.#timer ??= window.setTimeout(() => this.#look(), this.#restMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const leftMs = this.#stirredAt + this.#restMs - performance.now();
    this.#timer = leftMs > 0 ? window.setTimeout(() => this.#look(), leftMs) : undefined;
    if (leftMs <= 0) this.#run();
  }
}
