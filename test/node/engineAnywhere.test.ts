import assert from 'node:assert/strict';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { packPlan } from '../../src/protocol/packedPlan.ts';
import { buildPlan } from '../support/buildPlan.ts';
import { drawPlaces, drawTameEdit, idOf, manyHours, withTask } from '../support/drawPlans.ts';
import { seededRandom } from '../support/seededRandom.ts';

const program = `
  import { computeSchedule } from './src/core/schedule/computeSchedule.ts';
  import { unpackPlan } from './src/protocol/packedPlan.ts';
  globalThis.scheduleBytes = bytes => {
    const schedule = computeSchedule(unpackPlan(new Uint8Array(bytes)));
    return JSON.stringify(schedule.ids.map(id => [id, schedule.datesOf(id)]));
  };
`;

async function bundleEngine(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: path.resolve('.'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'neutral',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Bytes of a plan, and the dates that this process finds for it. */
function drawScheduled(seed: number): { readonly bytes: Uint8Array; readonly dates: string } {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  let plan = buildPlan({
    project: manyHours,
    tasks: Object.fromEntries(drawPlaces(draw, 60)),
    milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
  });
  for (let step = 0; step < 20; step++)
    plan = withTask(plan, idOf(draw(60)), drawTameEdit(draw, {}));
  const schedule = computeSchedule(plan);
  const dates = JSON.stringify(schedule.ids.map(id => [id, schedule.datesOf(id)]));
  return { bytes: packPlan(plan), dates };
}

test('the engine finds the same dates where there is little but the language, and in a worker', async t => {
  const engine = await bundleEngine();
  const worker = new Worker(
    `${engine}; const { parentPort } = require('node:worker_threads');
    parentPort.on('message', bytes => parentPort.postMessage(globalThis.scheduleBytes(bytes)));`,
    { eval: true },
  );
  t.after(() => worker.terminate());
  const bare = { TextDecoder, bytes: [] as readonly number[], dates: '' };
  for (let seed = 1; seed <= 5; seed++) {
    const { bytes, dates } = drawScheduled(seed);
    worker.postMessage(bytes);
    const answers: readonly unknown[] = await once(worker, 'message');
    assert.equal(answers[0], dates, `a worker, seed ${seed}`);
    bare.bytes = [...bytes];
    runInNewContext(`${engine}; dates = globalThis.scheduleBytes(bytes)`, bare);
    assert.equal(bare.dates, dates, `a bare context, seed ${seed}`);
  }
});
