import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace } from './runInFolder.ts';

const crowded = {
  '.project/project.yaml': 'version: 1\nname: Demo\nstart: 2026-03-02\npeople: { ada: Ada }\n',
  '.project/tasks/T-AAAA.yaml': 'title: Draw\nduration: 2d\nassignees: [ada]\npriority: high\n',
  '.project/tasks/T-BBBB.yaml': 'title: Build\nduration: 1d\nassignees: [ada]\n',
  '.project/tasks/T-CCCC.yaml': 'title: Ship\nduration: 1d\ndependsOn: [T-BBBB]\n',
};

test('levelling is told with its reasons, and written only when it is accepted', () =>
  inWorkspace(crowded, async ({ run, read }) => {
    const preview = await run('schedule', '--level');
    assert.equal(
      preview.out,
      `id      title  start       levelled    by  because
T-BBBB  Build  2026-03-02  2026-03-04  2d  Ada is busy at T-AAAA until 2026-03-03
T-CCCC  Ship   2026-03-03  2026-03-05  2d  follows T-BBBB

2 tasks later, 1 of them held back by people. The plan ends on 2026-03-05, 2d later than without limits; no levelling could end it before 2026-03-04 (gap 1d)
Nothing was written: gantry schedule --level --accept all, or --accept with some of the ids
`,
    );
    assert.doesNotMatch(read('.project/tasks/T-BBBB.yaml'), /constraint/);
    assert.equal((await run('schedule', '--level', '--accept', 't-b')).exitCode, 0);
    assert.match(read('.project/tasks/T-BBBB.yaml'), /constraint: SNET 2026-03-04\n/);
    assert.match(
      (await run('schedule', '--level')).out,
      /Nobody has more to do than they have time/,
    );
  }));

test('the levelled schedule has the shape of the other, with what levelling did beside it', () =>
  inWorkspace(crowded, async ({ run }) => {
    const { out } = await run('schedule', '--level', '--format', 'json');
    const { data } = JSON.parse(out) as {
      data: { tasks: { id: string; start: string }[]; levelling: { gapMinutes: number } };
    };
    assert.equal(data.tasks.find(({ id }) => id === 'T-BBBB')?.start, '2026-03-04T09:00');
    assert.equal(data.levelling.gapMinutes, 480);
  }));

test('what belongs to levelling is refused without it', () =>
  inWorkspace(crowded, async ({ run }) => {
    assert.equal((await run('schedule', '--accept', 'all')).exitCode, 2);
    assert.equal((await run('schedule', '--level', '--seed', 'x')).exitCode, 2);
    assert.equal((await run('schedule', '--level', '--accept', 'T-NONE')).exitCode, 2);
  }));

test('what is as late as possible gets its place too, and levelling again moves nothing', async () => {
  for (const [wide, other] of [
    ['2d', 'T-AAAA'],
    ['2d', 'T-BBBB'],
    ['6d', 'T-AAAA'],
  ] as const) {
    const late = { [other]: 'constraint: ALAP\n' };
    await inWorkspace(
      {
        '.project/project.yaml': crowded['.project/project.yaml'],
        '.project/tasks/T-AAAA.yaml': `title: Draw\nduration: 2d\nassignees: [ada]\n${late['T-AAAA'] ?? ''}`,
        '.project/tasks/T-BBBB.yaml': `title: Build\nduration: 2d\nassignees: [ada]\n${late['T-BBBB'] ?? ''}`,
        '.project/tasks/T-CCCC.yaml': `title: Wait\nduration: ${wide}\n`,
      },
      async ({ run }) => {
        await run('schedule', '--level', '--accept', 'all');
        const { out } = await run('schedule', '--level');
        assert.match(out, /Nobody has more to do than they have time/);
        assert.doesNotMatch((await run('check')).out, /more work than time|person-overloaded/);
        const day = wide === '2d' ? '2026-03-05' : '2026-03-09';
        assert.ok((await run('schedule')).out.includes(`2026-03-02 to ${day}`));
      },
    );
  }
});
