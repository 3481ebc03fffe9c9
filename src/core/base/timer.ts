import type { Disposable } from './disposable.ts';

/** Runs something once after a while, in milliseconds; to dispose means not to run it. */
export type Timer = (delayMs: number, run: () => void) => Disposable;
