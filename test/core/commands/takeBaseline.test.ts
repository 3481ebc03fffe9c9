import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oldestFirst } from '../../../src/core/model/baseline.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { computeMoney, findBaseline } from '../../../src/core/money/computeMoney.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { refused } from '../../support/everyKind.ts';
import { benchOf } from '../../support/runOnFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'milestones/M-AAAA.yaml': 'title: M\n',
  'tasks/T-AAAA.yaml': 'title: A\nduration: 1d\nmilestone: M-AAAA\n',
  'tasks/T-BBBB.yaml': 'title: B\nstatus: dropped\n',
  'tasks/T-CCCC.yaml': 'title: C\n',
  'tasks/T-DDDD.yaml': 'title: D\nduration: 2d\nparent: T-CCCC\ndependsOn: [T-AAAA]\n',
};

test('a baseline keeps where everything with dates stands, and is read again', async () => {
  const bench = await benchOf(texts);
  const { id, title } = await bench.run('takeBaseline', {
    title: ' Kick-off: É 1 ',
    reason: 'agreed',
  });
  assert.equal(title, 'Take baseline "Kick-off: É 1" of 4 items');
  assert.match(id ?? '', /^\d{4}-\d{2}-\d{2}-kick-off-e-1$/);
  const day = (id ?? '').slice(0, 10);
  assert.equal(
    bench.files.text(`baselines/${id ?? ''}.yaml`)?.replaceAll('"', "'"),
    [
      `title: 'Kick-off: É 1'`,
      `takenOn: ${day}`,
      'reason: agreed',
      'items:',
      `  M-AAAA: '2026-03-02T18:00..2026-03-02T18:00'`,
      `  T-AAAA: '2026-03-02T09:00..2026-03-02T18:00'`,
      `  T-CCCC: '2026-03-03T09:00..2026-03-04T18:00'`,
      `  T-DDDD: '2026-03-03T09:00..2026-03-04T18:00'`,
      '',
    ].join('\n'),
  );
  const { plan, problems } = bench.store.snapshot;
  assert.deepEqual(problems, []);
  assert.deepEqual([...(plan.baselines.get(id ?? '')?.items.keys() ?? [])].length, 4);
});

test('a baseline is never written over, and goes again with undo', async () => {
  const bench = await benchOf(texts);
  const { id } = await bench.run('takeBaseline', { title: 'Kickoff' });
  assert.match(
    await refused(bench, 'takeBaseline', { title: 'kickoff!' }),
    /is kept; choose another/,
  );
  await bench.store.undo();
  assert.equal(bench.store.snapshot.plan.baselines.size, 0);
  await bench.store.redo();
  assert.deepEqual([...bench.store.snapshot.plan.baselines.keys()], [id]);
});

test('what was agreed is moved with a reason that stays to be seen, and not without', async () => {
  const bench = await benchOf(texts);
  await bench.run('takeBaseline', { title: 'Kickoff' });
  const message = await refused(bench, 'takeBaseline', { title: 'Moved', reason: ' ' });
  assert.match(message, /There is the baseline "Kickoff" already; say why another one is agreed/);
  const { id = '' } = await bench.run('takeBaseline', { title: 'Moved', reason: ' Scope cut ' });
  assert.equal(bench.store.snapshot.plan.baselines.get(id)?.reason, 'Scope cut');
});

test('a baseline needs a name that makes a file name, and something to keep', async () => {
  const bench = await benchOf(texts);
  assert.match(await refused(bench, 'takeBaseline', { title: ' ' }), /needs a name/);
  assert.match(await refused(bench, 'takeBaseline', { title: '../..' }), /letters or digits/);
  assert.match(await refused(bench, 'takeBaseline', { title: 'a\nb' }), /one line/);
  const { id } = await bench.run('takeBaseline', { title: '../設計 OK' });
  assert.match(id ?? '', /-設計-ok$/);
  const empty = await benchOf({ 'project.yaml': 'name: Demo\n' });
  assert.match(
    await refused(empty, 'takeBaseline', { title: 'x' }),
    /Nothing in the plan has dates/,
  );
});

test('of two baselines of one day the one that was taken later is the newest, and found by its name', async () => {
  const bench = await benchOf(texts);
  await bench.run('takeBaseline', { title: 'Kickoff' });
  const { id } = await bench.run('takeBaseline', { title: 'Agreed', reason: 'moved' });
  assert.match(bench.files.text(`baselines/${id ?? ''}.yaml`) ?? '', /^sequence: 2$/m);
  const { plan } = bench.store.snapshot;
  assert.equal(oldestFirst(plan.baselines).at(-1)?.title, 'Agreed');
  assert.equal(findBaseline(plan, 'kickoff')?.title, 'Kickoff');
  assert.equal(findBaseline(plan, 'Nothing'), undefined);
  const money = computeMoney(plan, computeSchedule(plan), { rates: noRates, at: 0 });
  assert.equal(money.baseline, id);
});
