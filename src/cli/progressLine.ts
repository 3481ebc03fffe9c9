import type { CliHost } from './host.ts';

/** What is done sooner needs no line, and a line is written anew no more often. */
const quietMs = 1000;
const pauseMs = 100;

/**
 * Says on the error terminal how far a long work is, on one line that is gone when the work is done;
 * where that is no terminal, nothing is said.
 *
 * @param work is to tell the share that is done: 0 to 1
 */
export async function withProgressLine<T>(
  words: string,
  {
    host,
  }: {
    readonly host: Pick<CliHost, 'isErrorTerminal' | 'environment' | 'milliseconds' | 'writeError'>;
  },
  work: (tell: (share: number) => void) => Promise<T>,
): Promise<T> {
  if (!host.isErrorTerminal || host.environment['TERM'] === 'dumb') return work(() => undefined);
  let nextAt = host.milliseconds() + quietMs;
  const line = { isShown: false };
  const tell = (share: number): void => {
    const now = host.milliseconds();
    if (now < nextAt) return;
    nextAt = now + pauseMs;
    line.isShown = true;
    // What has still to be put together is not done.
    host.writeError(`\r${words}… ${Math.min(99, Math.round(share * 100))}%`);
  };
  try {
    return await work(tell);
  } finally {
    if (line.isShown) host.writeError(`\r\u001b[K`);
  }
}
