import type { Timer } from '../core/base/timer.ts';

/** A timer that does not keep the process alive. */
export const systemTimer: Timer = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return { dispose: () => clearTimeout(timer) };
};
