import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandInputs } from '../../../src/core/commands/inputs.ts';
import { benchOf } from '../../support/runOnFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\n',
  'milestones/M-AAAA.yaml': 'title: M\n',
  'risks/R-AAAA.yaml': 'title: R\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-BBBB.yaml': 'title: B\ndependsOn:\n  - T-AAAA # why\n  - nonsense\n  - t-cccc SS+2d\n',
  'tasks/T-CCCC.yaml': 'title: C\nmilestone: M-AAAA\n',
  'tasks/T-DDDD.yaml': 'title: D\ndependsOn: T-AAAA\n',
  'tasks/T-EEEE.yaml': 'title: E\n',
  'tasks/T-FFFF.yaml': 'title: F\nparent: T-EEEE\ndependsOn: [T-DDDD]\n',
};

type Link = Omit<CommandInputs['linkTasks'], 'predecessor' | 'successor'>;

async function check(
  [predecessor, successor, link = {}]: readonly [string, string, Link?],
  expected: readonly string[],
): Promise<void> {
  const bench = await benchOf(texts);
  await bench.run('linkTasks', { predecessor, successor, ...link });
  assert.deepEqual(
    bench.diff().map(line => line.replace(/^tasks\//, '')),
    expected,
  );
}

test('a link is one line more, in the way the list is written', async () => {
  await check(['t-a', 't-e'], ['T-EEEE.yaml: +dependsOn:', 'T-EEEE.yaml: +  - T-AAAA']);
  await check(
    ['M-AAAA', 'T-EEEE', { type: 'FF', lag: '1ed' }],
    ['T-EEEE.yaml: +dependsOn:', 'T-EEEE.yaml: +  - M-AAAA FF+1ed'],
  );
  await check(
    ['T-AAAA', 'T-FFFF', { type: 'SS' }],
    ['T-FFFF.yaml: -dependsOn: [T-DDDD]', 'T-FFFF.yaml: +dependsOn: [T-DDDD, T-AAAA SS]'],
  );
});

test('a link that is there gets the new type and lag in its place', async () => {
  await check(
    ['T-AAAA', 'T-BBBB', { lag: '+50%' }],
    ['T-BBBB.yaml: -  - T-AAAA # why', 'T-BBBB.yaml: +  - T-AAAA FS+50% # why'],
  );
  await check(
    ['T-CCCC', 'T-BBBB', { lag: '-1d' }],
    ['T-BBBB.yaml: -  - t-cccc SS+2d', 'T-BBBB.yaml: +  - T-CCCC SS-1d'],
  );
  await check(['T-AAAA', 'T-BBBB'], []);
});

test('a link that cannot be is refused with the reason', async () => {
  const bench = await benchOf(texts);
  const check = async (
    input: CommandInputs['linkTasks'],
    code: string,
    message: RegExp,
  ): Promise<void> => {
    const problem = await bench.refusal('linkTasks', input);
    assert.equal(problem.code, code);
    assert.match(problem.message, message);
  };
  await check({ predecessor: 'T-AAAA', successor: 'T-AAAA' }, 'reference-self', /itself/);
  await check(
    { predecessor: 'T-BBBB', successor: 'T-AAAA' },
    'dependency-cycle',
    /T-AAAA → T-BBBB → T-AAAA/,
  );
  await check({ predecessor: 'T-FFFF', successor: 'T-AAAA' }, 'dependency-cycle', /T-DDDD/);
  await check({ predecessor: 'T-EEEE', successor: 'T-DDDD' }, 'dependency-cycle', /T-FFFF/);
  await check({ predecessor: 'M-AAAA', successor: 'T-CCCC' }, 'dependency-cycle', /M-AAAA/);
  await check({ predecessor: 'T-EEEE', successor: 'T-FFFF' }, 'dependency-own-summary', /part of/);
  await check({ predecessor: 'R-AAAA', successor: 'T-AAAA' }, 'reference-kind', /risk/);
  await check({ predecessor: 'T-AAAA', successor: 'M-AAAA' }, 'reference-kind', /milestone/);
  await check({ predecessor: 'T-ZZZZ', successor: 'T-AAAA' }, 'reference-unknown', /T-ZZZZ/);
  await check({ predecessor: 'T-', successor: 'T-AAAA' }, 'id-ambiguous', /and 1 more/);
  await check(
    { predecessor: 'T-AAAA', successor: 'T-EEEE', lag: 'soon' },
    'duration-invalid',
    /"soon" is no lag/,
  );
  assert.deepEqual(bench.diff(), []);
});

test('unlinking takes the entry out, and the field with the last one', async () => {
  const bench = await benchOf(texts);
  await bench.run('unlinkTasks', { predecessor: 'T-CCCC', successor: 'T-BBBB' });
  await bench.run('unlinkTasks', { predecessor: 'T-AAAA', successor: 'T-DDDD' });
  assert.deepEqual(bench.diff(), [
    'tasks/T-BBBB.yaml: -  - t-cccc SS+2d',
    'tasks/T-DDDD.yaml: -dependsOn: T-AAAA',
  ]);
  const again = await bench.refusal('unlinkTasks', { predecessor: 'T-CCCC', successor: 'T-BBBB' });
  assert.match(again.message, /does not wait/);
});

test('what the parts of a summary wait for counts where the summary goes', async () => {
  const bench = await benchOf({
    'milestones/M-AAAA.yaml': 'title: M\n',
    'tasks/T-SSSS.yaml': 'title: S\n',
    'tasks/T-PPPP.yaml': 'title: P\nparent: T-SSSS\ndependsOn: [M-AAAA, T-QQQQ]\n',
    'tasks/T-QQQQ.yaml': 'title: Q\nparent: T-SSSS\ndependsOn: [T-WWWW]\n',
    'tasks/T-WWWW.yaml': 'title: U\n',
    'tasks/T-VVVV.yaml': 'title: V\n',
  });
  const into = { id: 'T-SSSS', fields: { milestone: 'M-AAAA' } };
  assert.match((await bench.refusal('setFields', into)).message, /circle/);
  const below = { id: 'T-SSSS', parent: 'T-WWWW' };
  assert.match((await bench.refusal('moveItem', below)).message, /circle/);
  await bench.run('moveItem', { id: 'T-SSSS', parent: 'T-VVVV' });
});

test('no field closes a circle either, and one that is there keeps nobody from editing', async () => {
  const bench = await benchOf({
    ...texts,
    'tasks/T-GGGG.yaml': 'title: G\ndependsOn: [T-HHHH]\n',
    'tasks/T-HHHH.yaml': 'title: H\ndependsOn: [T-GGGG]\n',
  });
  const refusal = async (id: string, fields: Record<string, string | string[]>): Promise<string> =>
    (await bench.refusal('setFields', { id, fields })).message;
  assert.match(await refusal('T-AAAA', { dependsOn: ['T-DDDD'] }), /T-AAAA → T-DDDD → T-AAAA/);
  assert.match(await refusal('T-AAAA', { 'dependsOn.0': 'T-BBBB' }), /circle/);
  assert.match(await refusal('T-CCCC', { dependsOn: 'M-AAAA FS+2d' }), /T-CCCC → M-AAAA → T-CCCC/);
  assert.match(await refusal('T-DDDD', { parent: 'T-FFFF' }), /circle/);
  const added = await bench.refusal('addItem', {
    kind: 'task',
    title: 'New',
    fields: { milestone: 'M-AAAA', dependsOn: ['M-AAAA'] },
  });
  assert.match(added.message, /circle/);
  const moved = await bench.refusal('moveItem', { id: 'T-DDDD', parent: 'T-FFFF' });
  assert.equal(moved.code, 'dependency-cycle');
  assert.deepEqual(bench.diff(), []);
  await bench.run('setFields', { id: 'T-GGGG', fields: { milestone: 'M-AAAA' } });
});
