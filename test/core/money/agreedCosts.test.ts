import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { formatIndex } from '../../../src/core/money/amounts.ts';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import { compareBaseline } from '../../../src/core/money/compareBaseline.ts';
import { computeMoney, expectedInSteps } from '../../../src/core/money/computeMoney.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { benchOf } from '../../support/runOnFiles.ts';

const at = parsePlanDate('2026-03-07')?.at ?? NaN;

test('figures are held against what was agreed, and what came since counts as it is', async () => {
  const bench = await benchOf({
    'project.yaml':
      'name: Demo\nstart: 2026-03-02\ncurrency: EUR\npeople: { ada: Ada }\nmoney: { hourRate: 100 }\n',
    'tasks/T-AAAA.yaml': 'title: A\nestimate: 10d\nassignees: [ada]\n',
    'tasks/T-BBBB.yaml': 'title: B\nstatus: dropped\ncost: 70\n',
    'tasks/T-CCCC.yaml': 'title: C\nestimate: 1h\nassignees: [ada]\ncost: 30\n',
  });
  const { id = '' } = await bench.run('takeBaseline', { title: 'Agreed' });
  const text = bench.files.text(`baselines/${id}.yaml`) ?? '';
  assert.match(
    text,
    /work:\n {2}T-AAAA:\n {4}effort:\n {6}ada: 4800\n {2}T-CCCC:\n {4}effort:\n {6}ada: 60\n {4}cost: 30 EUR\n$/,
  );
  await bench.run('setFields', {
    id: 'T-AAAA',
    fields: {
      estimate: '20d',
      started: '2026-03-02',
      status: 'doing',
      progress: '25%',
      spent: '5d',
    },
  });
  await bench.run('setFields', { id: 'T-CCCC', fields: { status: 'dropped' } });
  await bench.run('setFields', { id: 'T-BBBB', fields: { status: 'todo' } });
  const { plan, problems } = bench.store.snapshot;
  assert.deepEqual(problems, []);
  const schedule = computeSchedule(plan, { today: at });
  const options = { rates: noRates, at };
  const { figures, planned, notAgreed } = computeMoney(plan, schedule, options);
  assert.deepEqual(
    [figures.budgetAtCompletion, figures.earnedValue, figures.actualCost, planned],
    [8070_00, 2000_00, 4000_00, 16_070_00],
  );
  assert.deepEqual([figures.costVariance, formatIndex(figures.costIndex)], [-2000_00, '0.50']);
  assert.deepEqual(
    [figures.estimateAtCompletion, figures.varianceAtCompletion],
    [16_140_00, -8070_00],
  );
  assert.equal(notAgreed.length, 2);
  const { expected } = lastStep(expectedInSteps(plan, schedule, options));
  assert.equal(expected, figures.estimateAtCompletion);
  const baseline = plan.baselines.get(id);
  assert.ok(baseline);
  assert.equal(figures.plannedValue, 4070_00);
  const { plannedValue } = compareBaseline(plan, schedule, { baseline, ...options });
  assert.equal(plannedValue, 0, 'five days are planned by then, now as well');
});

test('what was agreed for a task follows it to another id', async () => {
  const bench = await benchOf({
    'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
    'tasks/T-AAAA.yaml': 'title: A\nduration: 1d\ncost: 30\n',
  });
  const { id = '' } = await bench.run('takeBaseline', { title: 'Agreed' });
  await bench.run('renameItem', { id: 'T-AAAA', to: 'T-ZZZZ' });
  const { work } = bench.store.snapshot.plan.baselines.get(id) ?? {};
  assert.deepEqual(
    [...(work ?? [])],
    [['T-ZZZZ', { effort: new Map(), cost: { hundredths: 30_00, currency: undefined } }]],
  );
});
