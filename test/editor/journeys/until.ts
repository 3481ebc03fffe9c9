/**
 * Asks again until the answer is not undefined or false, and answers with it.
 * `what` completes "… did not come true"; a function tells it as it is in the end.
 */
export async function until<T>(
  what: string | (() => string),
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) {
      const words = typeof what === 'string' ? what : what();
      throw new Error(`${words} did not come true in ${limitMs} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 40));
  }
}
