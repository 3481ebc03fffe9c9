import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { registeredTests } from './editorTest.ts';

const testLimitMs = 60_000;

/**
 * What the editor calls in its extension host. The results go to a file beside the bundle, one JSON
 * value a line, so that what was reached is known even when the host dies.
 */
export async function runRegistered(folder: string): Promise<void> {
  const report = (value: object): void => {
    appendFileSync(path.join(folder, 'results.jsonl'), `${JSON.stringify(value)}\n`);
  };
  const tests = registeredTests();
  report({ kind: 'plan', names: tests.map(test => test.name) });
  for (const { name, body } of tests) {
    const startedAt = performance.now();
    const error = await failureOf(body);
    const ms = Math.round(performance.now() - startedAt);
    report({ kind: 'test', name, ms, ...(error === undefined ? {} : { error }) });
  }
  report({ kind: 'end' });
}

async function failureOf(body: () => Promise<void> | void): Promise<string | undefined> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => {
      reject(new Error(`The test did not end within ${testLimitMs / 1000} s`));
    }, testLimitMs);
  });
  try {
    await Promise.race([Promise.resolve().then(body), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(limit);
  }
}
