import { window, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../core/base/disposable.ts';

/** What Gantry tells about itself, for people who look for a reason: never shown unasked. */
export interface Log extends Disposable {
  info(text: string): void;
  warn(text: string): void;
  /** A failure that is ours, with its stack. */
  fail(doing: string, failure: unknown): void;
  /** Notes how long `work` took, in milliseconds. */
  time<T>(doing: string, work: () => T): T;
  show(): void;
}

export function createLog(): Log {
  const channel: LogOutputChannel = window.createOutputChannel('Gantry', { log: true });
  return {
    info: text => channel.info(text),
    warn: text => channel.warn(text),
    fail: (doing, failure) => {
      channel.error(
        `${doing}: ${failure instanceof Error ? (failure.stack ?? '') : String(failure)}`,
      );
    },
    time: (doing, work) => {
      const from = performance.now();
      const done = (): void =>
        channel.info(`${doing}: ${(performance.now() - from).toFixed(1)} ms`);
      const result = work();
      if (result instanceof Promise) void result.then(done, done);
      else done();
      return result;
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
