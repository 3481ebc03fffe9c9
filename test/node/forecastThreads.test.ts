import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { simulate, type SimulationRequest } from '../../src/core/forecast/simulate.ts';
import { simulateOnThreads, startForecast } from '../../src/node/forecastThreads.ts';
import { planToForecast } from '../support/buildForecast.ts';
import { rate } from '../support/riskRatings.ts';

let folder = '';
let script = '';

before(async () => {
  folder = mkdtempSync(path.join(process.cwd(), '.test-build', 'threads-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  await build({
    absWorkingDir: process.cwd(),
    entryPoints: { worker: 'src/node/forecastWorker.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  script = path.join(folder, 'worker.js');
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A chain of 60 tasks with a risk; 20,000 iterations are worth threads. */
function requestOf(mayStopEarly: boolean): SimulationRequest {
  const ids = Array.from({ length: 60 }, (_, i) => `T-00${10 + i}`);
  const tasks = Object.fromEntries(
    ids.map((id, i) => [
      id,
      { estimate: '1d..2d..5d', dependsOn: ids.slice(Math.max(0, i - 2), i) },
    ]),
  );
  const risks = { 'R-AAAA': { current: rate('30%', { schedule: '5d..9d' }), affects: ['T-0030'] } };
  const plan = planToForecast({ tasks, risks, hasOfficeHours: true });
  return { plan, options: {}, seed: 3, extent: { iterations: 20_000, mayStopEarly } };
}

test('a forecast is the same whatever number of threads makes it', async () => {
  for (const mayStopEarly of [true, false]) {
    const request = requestOf(mayStopEarly);
    const alone = simulate(request);
    for (const threads of [2, 3]) {
      const shares: number[] = [];
      const onProgress = (share: number): void => void shares.push(share);
      const together = await simulateOnThreads({ request, script, threads, onProgress });
      assert.deepEqual(together, alone);
      assert.ok(shares.length > 1 && shares.every((share, i) => share >= (shares[i - 1] ?? 0)));
    }
  }
});

test('without its script a simulation is made on this thread', async () => {
  const request = { ...requestOf(false), extent: { iterations: 1000, mayStopEarly: false } };
  const missing = path.join(folder, 'missing.js');
  assert.deepEqual(
    await simulateOnThreads({ request, script: missing, threads: 4 }),
    simulate(request),
  );
});

test('a thread of its own makes a whole forecast, tells how far it is, and can be ended', async () => {
  const request = requestOf(true);
  let told = 0;
  const job = startForecast({ request, script, onProgress: () => told++ });
  assert.deepEqual(await job.done, simulate(request));
  assert.ok(told > 0);
  const other = startForecast({ request, script });
  other.cancel();
  assert.equal(await other.done, undefined);
});
