import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { blockSizeFor } from '../../src/core/forecast/blockSize.ts';
import { compileForecast } from '../../src/core/forecast/forecastModel.ts';
import {
  simulate,
  simulateInSteps,
  type SimulationRequest,
} from '../../src/core/forecast/simulate.ts';
import { simulateOnThreads, startWork } from '../../src/node/forecastThreads.ts';
import { lastStep } from '../../src/core/base/lastStep.ts';
import { historyInSteps } from '../../src/node/historySteps.ts';
import { bundleChild, type BundledChild } from '../support/bundledChild.ts';
import { planToForecast } from '../support/buildForecast.ts';
import { rate } from '../support/riskRatings.ts';

let child: BundledChild | undefined;
let script = '';

before(async () => {
  child = await bundleChild('src/node/forecastWorker.ts');
  script = child.script;
});
after(() => child?.remove());

/** A chain of 60 tasks with a risk; 20,000 iterations are worth threads. */
function requestOf(mayStopEarly: boolean): SimulationRequest {
  const ids = Array.from({ length: 60 }, (_, i) => `T-00${10 + i}`);
  const tasks = Object.fromEntries(
    ids.map((id, i) => [
      id,
      { estimate: '1d..2d..5d', dependsOn: ids.slice(Math.max(0, i - 2), i) },
    ]),
  );
  const risks = {
    'R-AAAA': {
      current: rate('20%', { schedule: '5d..200d' }),
      residual: rate('15%', { schedule: '5d..200d' }),
      affects: ['T-0030'],
    },
  };
  const plan = planToForecast({ tasks, risks, hasOfficeHours: true });
  return { plan, options: {}, seed: 3, extent: { iterations: 20_000, mayStopEarly } };
}

test('a forecast is the same whatever number of threads makes it', async () => {
  for (const mayStopEarly of [true, false]) {
    const request = requestOf(mayStopEarly);
    const alone = simulate(request);
    assert.ok((alone.mitigations[0]?.iterations ?? 0) > 2048);
    for (const threads of [2, 3]) {
      const shares: number[] = [];
      const onProgress = (share: number): void => void shares.push(share);
      const together = await simulateOnThreads({ request, script, threads, onProgress });
      assert.deepEqual(together, alone);
      assert.ok(shares.length > 1 && shares.every((share, i) => share >= (shares[i - 1] ?? 0)));
      const unfinished = shares.filter(share => share < 1);
      assert.ok(shares.length - unfinished.length <= 1, 'told as done before it was');
    }
  }
});

test('the share that is done goes on rising while responses are compared further', () => {
  for (const mayStopEarly of [true, false]) {
    const shares = [...simulateInSteps(requestOf(mayStopEarly))];
    assert.ok(shares.every((share, i) => share < 1 && share > (shares[i - 1] ?? 0)));
  }
});

test('in a large plan it is told within a block how far it is', () => {
  const tasks = Object.fromEntries(
    Array.from({ length: 4000 }, (_, i) => [
      `T-${String(i).padStart(4, '0')}`,
      { estimate: '1d..9d' },
    ]),
  );
  const risks = {
    'R-AAAA': {
      current: rate('100%', { schedule: '5d..20d' }),
      residual: rate('50%', { schedule: '5d..20d' }),
      affects: ['T-0030'],
    },
  };
  const plan = planToForecast({ tasks, risks });
  const extent = { iterations: blockSizeFor(compileForecast(plan, {})), mayStopEarly: false };
  const shares = [...simulateInSteps({ plan, options: {}, seed: 1, extent })];
  assert.ok(shares.length > 0, 'nothing was told before the only block was made');
  assert.ok(shares.every((share, i) => share < 1 && share > (shares[i - 1] ?? 0)));
});

test('without its script a simulation is made on this thread', async () => {
  const request = { ...requestOf(false), extent: { iterations: 1000, mayStopEarly: false } };
  const missing = path.join(path.dirname(script), 'missing.js');
  assert.deepEqual(
    await simulateOnThreads({ request, script: missing, threads: 4 }),
    simulate(request),
  );
});

test('a thread of its own makes a whole forecast, tells how far it is, and can be ended', async () => {
  const request = requestOf(true);
  let told = 0;
  const job = startWork('forecast', request, { script, onProgress: () => told++ });
  assert.deepEqual(await job.done, simulate(request));
  assert.ok(told > 0);
  const other = startWork('forecast', request, { script });
  other.cancel();
  assert.equal(await other.done, undefined);
});

test('a thread makes what the past says, with the numbers of this one', async () => {
  const request = requestOf(true);
  const steps = [
    {
      commit: 'a'.repeat(40),
      committedAt: 1_700_000_000,
      subject: 'Plan it',
      changed: new Map([['tasks/T-AAAA.yaml', '1']]),
    },
  ];
  const history = {
    past: { steps, texts: new Map([['1', 'title: Draw\nestimate: 1d..2d..4d\n']]) },
    present: { commit: '', committedAt: 0, subject: 'now', unread: [], plan: request.plan },
    options: {},
    seed: 3,
  };
  const shares: number[] = [];
  const onProgress = (share: number): void => void shares.push(share);
  const made = await startWork('history', history, { script, onProgress }).done;
  assert.deepEqual(made, lastStep(historyInSteps(history)));
  assert.equal(made.length, 2);
  assert.ok((made[1]?.causes.length ?? 0) > 0);
  assert.deepEqual(shares, [0.5, 1]);
  assert.deepEqual(await startWork('calibration', request, { script }).done, {
    calibration: undefined,
    corrected: undefined,
    throughput: undefined,
  });
});
