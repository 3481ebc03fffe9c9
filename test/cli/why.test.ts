import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, smallPlan } from './runInFolder.ts';

const late = {
  ...smallPlan,
  '.project/tasks/T-CCCC.yaml':
    'title: Hand over\nduration: 1d\nconstraint: MFO 2026-03-06\ndependsOn:\n  - T-BBBB FS+2d\n',
};

test('why tells the chain back to the start, and what would bring the date earlier', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { exitCode, out, error } = await run('why', 't-aab');
    assert.deepEqual([exitCode, error], [0, '']);
    assert.equal(
      out,
      `T-AABB "Build"
2026-03-04 to 2026-03-06; critical: when it slips, the project or a promise slips

Where the date comes from
  T-AABB "Build", 2026-03-04 to 2026-03-06
    cannot start until T-AAAA "Draw" is finished
  T-AAAA "Draw", 2026-03-02 to 2026-03-03
    waits for nothing and starts with the project, on 2026-03-02

What would bring it earlier
  2.5 working days earlier, and so the project
    T-AABB "Build" in 1.5d instead of 3d, and T-AAAA "Draw" in 1d instead of 2d
    gantry schedule --with "T-AABB.duration=1.5d" --with "T-AAAA.duration=1d"
  1.5 working days earlier, and so the project
    T-AABB "Build" in 1.5d instead of 3d
    gantry schedule --with "T-AABB.duration=1.5d"
  1 working day earlier, and so the project
    T-AAAA "Draw" in 1d instead of 2d
    gantry schedule --with "T-AAAA.duration=1d"
  3 changes tried, 3 would bring it earlier alone, 1 of them smaller and not listed; nothing was written
`,
    );
  }));

test('why tells what is at odds, and the ways out', () =>
  inWorkspace(late, async ({ run }) => {
    const { out } = await run('why', 'T-CCCC');
    assert.equal(
      out,
      `T-CCCC "Hand over"
2026-03-06; critical: when it slips, the project or a promise slips

Where the date comes from
  T-CCCC "Hand over", 2026-03-06
    must finish on 2026-03-06 (MFO 2026-03-06), although what it waits for ends later

What is at odds
  T-CCCC "Hand over" is held at MFO 2026-03-06 although what it depends on ends later; move the date or the dependency
    - Move the constraint to 2026-03-12
    - Take the constraint out
    - Take the dependency on T-BBBB "Paint" out
    - Bring T-BBBB "Paint" 4 working days earlier

What would bring it earlier
  Nothing that it hangs on could be made shorter or looser; nothing was written
`,
    );
  }));

test('why in JSON has the chain, what is at odds and every change that gains', () =>
  inWorkspace(late, async ({ json }) => {
    const { data, kind, exitCode } = await json('why', 'M-4XK2');
    assert.deepEqual([kind, exitCode, data?.['id'], data?.['undated']], ['why', 0, 'M-4XK2', null]);
    const chain = data?.['chain'] as readonly Record<string, unknown>[];
    assert.deepEqual(
      chain.map(step => [step['id'], step['reason'], step['from'], step['dependency']]),
      [
        ['M-4XK2', 'last-task', 'T-BBBB', null],
        ['T-BBBB', 'dependency', 'T-AABB', 'T-AABB'],
        ['T-AABB', 'dependency', 'T-AAAA', 'T-AAAA'],
        ['T-AAAA', 'project-start', null, null],
      ],
    );
    const conflicts = data?.['conflicts'] as readonly Record<string, unknown>[];
    assert.deepEqual(
      conflicts.map(({ kind: what, items }) => [what, items]),
      [['float-negative', ['M-4XK2', 'T-BBBB', 'T-CCCC']]],
    );
    const earlier = data?.['earlier'] as Record<string, unknown>;
    const gains = earlier['gains'] as readonly Record<string, unknown>[];
    assert.deepEqual(gains[0]?.['with'], ['T-AABB.duration=1.5d']);
    assert.deepEqual([gains[0]['minutes'], gains[0]['days']], [720, 1.5]);
    assert.deepEqual([earlier['tried'], earlier['untried']], [4, 0]);
  }));

test('why answers for what has no dates, and refuses what never has any', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-CCCC.yaml': 'title: Egg\ndependsOn:\n  - T-DDDD\n',
      '.project/tasks/T-DDDD.yaml': 'title: Hen\ndependsOn:\n  - T-CCCC\n',
    },
    async ({ run, json }) => {
      const { out, exitCode } = await run('why', 'T-CCCC');
      // A loop is an answer here; it is `check` that fails because of it.
      assert.equal(exitCode, 0);
      assert.match(out, /^T-CCCC "Egg" has no dates because of a loop\. .*T-CCCC.*T-DDDD/);
      const refused = async (args: readonly string[], code: string): Promise<void> => {
        const { problems, exitCode: exit } = await json('why', ...args);
        assert.deepEqual([exit, problems[0]?.code], [2, code], args.join(' '));
      };
      await refused([], 'command-refused');
      await refused(['T-AAAA', 'T-AABB'], 'command-refused');
      await refused(['T-ZZZZ'], 'reference-unknown');
      await refused(['R-9F2A'], 'reference-kind');
    },
  ));

test('schedule --with names an item as it is called now, also where the title is tried', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { out } = await run('schedule', '--with', 't-aab.title=Erect');
    assert.match(out, /^If T-AABB "Build" had title Erect instead of Build\n/);
  }));

test('schedule --with tells what changes would do, and writes nothing', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const file = '.project/tasks/T-AABB.yaml';
    const { out, error, exitCode } = await run(
      'schedule',
      '--with',
      't-aab.duration=10d',
      '--with',
      'T-BBBB.dependsOn=',
    );
    assert.deepEqual([exitCode, error], [0, '']);
    assert.equal(
      out,
      `If T-AABB "Build" had duration 10d instead of 3d
If T-BBBB "Paint" had no dependsOn instead of T-AABB
Tried, nothing is written

The project would finish on 2026-03-17 instead of 2026-03-09, 6 working days later

Milestones that would move
id      title  finish      would be
M-4XK2  Open   2026-03-09  2026-03-17  6 working days later

2 tasks would move
id      title  finish      would be
T-AABB  Build  2026-03-06  2026-03-17  7 working days later
T-BBBB  Paint  2026-03-09  2026-03-02  5 working days earlier

Would no longer be critical
  T-BBBB  Paint

Promises that would be missed
  M-4XK2  Open
`,
    );
    assert.equal(read(file), smallPlan[file]);
  }));

test('schedule --with in JSON has the schedule as it would be, and the comparison', () =>
  inWorkspace(smallPlan, async ({ json }) => {
    const { data, kind } = await json('schedule', '--with', 'T-AAAA.duration=4d');
    assert.equal(kind, 'schedule');
    assert.deepEqual(data?.['project'], {
      name: 'Bridge',
      start: '2026-03-02T09:00',
      finish: '2026-03-11T18:00',
    });
    const scenario = data['scenario'] as Record<string, unknown>;
    assert.deepEqual(scenario['changes'], [
      { id: 'T-AAAA', field: 'duration', before: '2d', after: '4d' },
    ]);
    assert.deepEqual(scenario['finish'], {
      before: '2026-03-09T18:00',
      after: '2026-03-11T18:00',
      minutes: 960,
      days: 2,
    });
  }));

test('schedule --with refuses what set would refuse, and counts errors that it would bring', () =>
  inWorkspace(smallPlan, async ({ json, run }) => {
    const check = async (change: string, code: string): Promise<void> => {
      const { exitCode, problems } = await json('schedule', '--with', change);
      assert.deepEqual([exitCode, problems.map(problem => problem.code)], [2, [code]], change);
    };
    await check('T-AAAA.duration=4x', 'duration-invalid');
    await check('T-AAAA.bogus=4d', 'command-refused');
    await check('T-A.duration=4d', 'id-ambiguous');
    await check('duration=4d', 'command-refused');
    await check('T-AAAA.dependsOn=T-BBBB', 'dependency-cycle');
    const loop = await run(
      'schedule',
      '--with',
      'T-AAAA.dependsOn=T-CCCC',
      '--with',
      'T-BBBB.dependsOn=T-CCCC',
    );
    assert.equal(loop.exitCode, 2);
    const none = await run('schedule', '--with', 'T-AAAA.title=Sketch');
    assert.match(none.out, /The project would finish on 2026-03-09, as before\n$/);
  }));

test('why follows a status date that is given, and so does what it proposes', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { out } = await run('why', 'T-AABB', '--status-date', '2026-03-10');
    assert.match(out, /has not started by the status date, 2026-03-10, so it comes after it/);
    assert.match(out, /gantry schedule --status-date 2026-03-10 --with "T-AABB\.duration=1\.5d"/);
    const { exitCode, error } = await run('why', 'T-AABB', '--status-date', 'soon');
    assert.equal(exitCode, 2);
    assert.match(error, /"soon" is no date; write --status-date 2026-03-01/);
  }));

test('[PRJ-8] why tells of a plan that is scheduled from its finish where there is room, and where none', () => {
  const back = {
    '.project/project.yaml': 'version: 1\nname: Back\nfinish: 2026-05-29\n',
    '.project/tasks/T-AAAA.yaml': 'title: Draw\nduration: 8d\n',
    '.project/tasks/T-BBBB.yaml': 'title: Ship\nduration: 2d\ndependsOn: [T-AAAA]\n',
    '.project/tasks/T-CCCC.yaml': 'title: Aside\nduration: 2d\n',
    '.project/tasks/T-DDDD.yaml': 'title: At once\nduration: 2d\nconstraint: ASAP\n',
  };
  return inWorkspace(back, async ({ run }) => {
    const head = async (id: string): Promise<string | undefined> =>
      (await run('why', id)).out.split('\n')[1];
    assert.equal(
      await head('T-AAAA'),
      '2026-05-18 to 2026-05-27; critical: when it takes longer, the plan has to begin earlier, or its finish or a promise slips',
    );
    assert.equal(
      await head('T-CCCC'),
      '2026-05-28 to 2026-05-29; could begin 8 working days earlier',
    );
    assert.equal(
      await head('T-DDDD'),
      '2026-05-18 to 2026-05-19; may slip by 8 working days before the project or a promise does',
    );
  });
});
