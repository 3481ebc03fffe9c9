import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandInputs } from '../../../src/core/commands/inputs.ts';
import { benchOf } from '../../support/runOnFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\n',
  'milestones/M-AAAA.yaml': 'title: M\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-BBBB.yaml': 'title: B\ndependsOn:\n  - T-AAAA SS+2d # why\n  - T-DDDD\n',
  'tasks/T-CCCC.yaml': 'title: C\nmilestone: M-AAAA\n',
  'tasks/T-DDDD.yaml': 'title: D\ndependsOn: T-AAAA\n',
  'tasks/T-EEEE.yaml': 'title: E\ndependsOn: [T-BBBB]\n',
};

async function check(
  input: CommandInputs['relinkTasks'],
  expected: readonly string[],
): Promise<void> {
  const bench = await benchOf(texts);
  await bench.run('relinkTasks', input);
  assert.deepEqual(
    bench.diff().map(line => line.replace(/^tasks\//, '')),
    expected,
  );
}

test('a link to another predecessor stays in its place, with its lag and its comment', async () => {
  await check({ predecessor: 'T-AAAA', successor: 'T-BBBB', toPredecessor: 'T-CCCC' }, [
    'T-BBBB.yaml: -  - T-AAAA SS+2d # why',
    'T-BBBB.yaml: +  - T-CCCC SS+2d # why',
  ]);
  await check({ predecessor: 'T-AAAA', successor: 'T-BBBB', toPredecessor: 'M-AAAA', type: 'FS' }, [
    'T-BBBB.yaml: -  - T-AAAA SS+2d # why',
    'T-BBBB.yaml: +  - M-AAAA FS+2d # why',
  ]);
});

test('a link to another successor leaves the one list for the other', async () => {
  await check({ predecessor: 'T-AAAA', successor: 'T-BBBB', toSuccessor: 'T-CCCC' }, [
    'T-BBBB.yaml: -  - T-AAAA SS+2d # why',
    'T-CCCC.yaml: +dependsOn:',
    'T-CCCC.yaml: +  - T-AAAA SS+2d',
  ]);
});

test('a link may turn round, as the old one is gone by then', async () => {
  const turned = { toPredecessor: 'T-EEEE', toSuccessor: 'T-BBBB' };
  await check({ predecessor: 'T-BBBB', successor: 'T-EEEE', ...turned }, [
    'T-BBBB.yaml: +  - T-EEEE',
    'T-EEEE.yaml: -dependsOn: [T-BBBB]',
  ]);
});

test('a link that cannot be led there is refused with the reason', async () => {
  const bench = await benchOf(texts);
  const refused = async (input: CommandInputs['relinkTasks'], message: RegExp): Promise<void> => {
    const problem = await bench.refusal('relinkTasks', input);
    assert.match(problem.message, message);
  };
  const link = { predecessor: 'T-AAAA', successor: 'T-BBBB' };
  await refused({ ...link, toPredecessor: 'T-EEEE' }, /circle T-BBBB → T-EEEE → T-BBBB/);
  await refused({ ...link, toPredecessor: 'T-DDDD' }, /T-BBBB waits for T-DDDD already/);
  await refused({ ...link, toSuccessor: 'M-AAAA' }, /only a task can wait/);
  await refused({ ...link, toPredecessor: 'T-BBBB' }, /cannot wait for itself/);
  await refused({ ...link, predecessor: 'T-CCCC' }, /T-BBBB does not wait for T-CCCC/);
});
