import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { idsOf, inWorkspace, smallPlan, type Envelope } from './runInFolder.ts';

const tasks = '.project/tasks';

function idOf({ data }: Envelope): string {
  const id = data?.['id'];
  assert.ok(typeof id === 'string');
  return id;
}

test('add answers with the new id and writes the fields in the order of the format', () =>
  inWorkspace(smallPlan, async ({ json, read }) => {
    const added = await json(
      'add',
      'task',
      'Clean',
      'up',
      'tags=a,b',
      'estimate=2d..4d',
      'dependsOn=t-bb SS+1d',
    );
    const id = idOf(added);
    assert.deepEqual([added.exitCode, added.kind, added.problems], [0, 'add', []]);
    assert.equal(
      read(`${tasks}/${id}.yaml`),
      'title: Clean up\ndependsOn:\n  - T-BBBB SS+1d\nestimate: 2d..4d\ntags:\n  - a\n  - b\n',
    );
  }));

test('a list may be written in brackets, as in a file', () =>
  inWorkspace(smallPlan, async ({ json, read }) => {
    const id = idOf(await json('add', 'task', 'Clean', 'tags=[a, b]', 'dependsOn=[t-bb SS+1d]'));
    const text = 'title: Clean\ndependsOn:\n  - T-BBBB SS+1d\ntags:\n  - a\n  - b\n';
    assert.equal(read(`${tasks}/${id}.yaml`), text);
    await json('set', id, 'tags=[]');
    assert.equal(read(`${tasks}/${id}.yaml`), text.slice(0, text.indexOf('tags')));
  }));

test('every kind can be added', () =>
  inWorkspace(smallPlan, async ({ json }) => {
    for (const [kind, letter] of [
      ['task', 'T'],
      ['milestone', 'M'],
      ['risk', 'R'],
      ['decision', 'D'],
      ['note', 'N'],
    ] as const) {
      const { exitCode, data } = await json('add', kind, `A ${kind}`);
      assert.equal(exitCode, 0);
      assert.ok(String(data?.['id']).startsWith(`${letter}-`));
    }
    const risk = await json(
      'add',
      'risk',
      'Frost',
      'current.probability=30%',
      'current.impact.schedule=1d..3d',
    );
    assert.deepEqual((risk.data?.['item'] as Record<string, unknown>)['current'], {
      probability: '30%',
      impact: { schedule: '1d..3d' },
    });
  }));

test('a title may begin with a dash after two dashes', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    assert.equal((await run('add', 'task', '-x')).exitCode, 2);
    assert.match((await run('add', 'task', '--', '-x')).out, /Add task "-x"/);
  }));

test('wrong values are refused before anything is written', () =>
  inWorkspace(smallPlan, async ({ json, run }) => {
    const check = async (args: readonly string[], code: string): Promise<void> => {
      const { exitCode, problems } = await json(...args);
      assert.deepEqual(
        [exitCode, problems.map(problem => problem.code)],
        [2, [code]],
        args.join(' '),
      );
    };
    await check(['add', 'task', 'X', 'estimate=4x'], 'duration-invalid');
    await check(['add', 'task', 'X', 'bogus=1'], 'command-refused');
    await check(['add', 'task', 'X', 'parent=T-ZZZZ'], 'reference-unknown');
    await check(['add', 'task', 'X', 'milestone=T-AAAA'], 'reference-kind');
    await check(['set', 'T-AAAA', 'deadline=2026-02-31'], 'date-invalid');
    await check(['set', 'T-AAAA', 'status=later'], 'field-value');
    await check(['set', 'T-AAAA', 'distribution=normal'], 'field-value');
    await check(['set', 'T-AAAA', 'title+=x'], 'command-refused');
    await check(['set', 'T-AAAA', 'tags-=x'], 'command-refused');
    await check(['show', 'T-ZZZZ'], 'reference-unknown');
    await check(['show', 'T-A'], 'id-ambiguous');
    await check(['link', 'T-BBBB', 'T-AAAA'], 'dependency-cycle');
    await check(['rename', 'T-AAAA', 'T-BBBB'], 'command-refused');
    assert.match((await run('list')).out, /\n5 items\n$/);
  }));

test('an ambiguous id names what it can mean', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { error } = await run('show', 't-a');
    assert.match(error, /^error id-ambiguous t-a can mean T-AAAA, T-AABB; write more of the id\n/);
  }));

test('set changes one line, and an empty value takes the field out', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const file = `${tasks}/T-BBBB.yaml`;
    assert.equal((await run('set', 't-b', 'duration=2d')).exitCode, 0);
    assert.equal(read(file), smallPlan[file]?.replace('1d', '2d'));
    await run('set', 'T-BBBB', 'tags+=wet,outside', 'priority=high');
    assert.match(read(file), /tags:\n {2}- outside\n {2}- wet\n/);
    await run('set', 'T-BBBB', 'tags-=wet', 'priority=', 'dependsOn-=T-AABB');
    assert.equal(
      read(file),
      'title: Paint\nmilestone: M-4XK2\nrank: 3\nduration: 2d\ntags:\n  - outside\n',
    );
  }));

test('set works on the project', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const { exitCode } = await run(
      'set',
      'project',
      'statusDate=2026-03-06',
      'people.zoe.name=Zoe',
    );
    assert.equal(exitCode, 0);
    assert.match(read('.project/project.yaml'), /statusDate: 2026-03-06/);
    assert.match(read('.project/project.yaml'), /zoe:/);
  }));

test('show tells the fields, the dates and who names the item', () =>
  inWorkspace(smallPlan, async ({ run, json }) => {
    const { out } = await run('show', 'T-BB');
    assert.match(
      out,
      /^T-BBBB {2}Paint\nfile +\.project\/tasks\/T-BBBB\.yaml\ndates +2026-03-09 09:00 to 2026-03-09 18:00\nfloat +0d, critical\n/,
    );
    assert.match(out, /dependsOn +T-AABB \(Build\)/);
    assert.match(out, /named by +R-9F2A \(Rain\)/);
    const { data } = await json('show', 'T-BBBB');
    assert.deepEqual(
      [data?.['kind'], data?.['namedBy'], data?.['readOnly']],
      ['task', ['R-9F2A'], false],
    );
  }));

test('next tells what nothing holds back, and follows what is done', () =>
  inWorkspace(smallPlan, async ({ run, json }) => {
    assert.deepEqual(idsOf(await json('next'), 'tasks'), ['T-AAAA']);
    assert.deepEqual(idsOf(await json('next', '--for', 'bob'), 'tasks'), []);
    await run('done', 'T-AAAA');
    assert.deepEqual(idsOf(await json('next', '--for', 'bob'), 'tasks'), ['T-AABB']);
  }));

test('done, reopen and drop change the state, on the day that is given', () =>
  inWorkspace(smallPlan, async ({ run, read, json }) => {
    await run('complete', 'T-AAAA', '--on', '2026-03-04');
    assert.match(read(`${tasks}/T-AAAA.yaml`), /status: done\n[^]*finished: 2026-03-04/);
    await run('reopen', 'T-AAAA');
    assert.doesNotMatch(read(`${tasks}/T-AAAA.yaml`), /finished/);
    const { data } = await json('drop', 'T-AAAA');
    assert.equal((data?.['item'] as Record<string, unknown>)['status'], 'dropped');
  }));

test('remove takes an item out with its references, and restore brings it back', () =>
  inWorkspace(smallPlan, async ({ folder, run, read }) => {
    assert.equal((await run('remove', 'T-AABB')).exitCode, 0);
    assert.equal(existsSync(path.join(folder, tasks, 'T-AABB.yaml')), false);
    assert.doesNotMatch(read(`${tasks}/T-BBBB.yaml`), /T-AABB/);
    assert.equal((await run('restore', 't-aab')).exitCode, 0);
    assert.equal(read(`${tasks}/T-AABB.yaml`), smallPlan[`${tasks}/T-AABB.yaml`]);
    assert.match(read(`${tasks}/T-BBBB.yaml`), /dependsOn:\n {2}- T-AABB\n/);
  }));

test('remove and restore name the files that they changed', () =>
  inWorkspace(smallPlan, async ({ run, json }) => {
    const { data } = await json('remove', 'T-AABB');
    const files = [`${tasks}/T-AABB.yaml`, `${tasks}/T-BBBB.yaml`];
    assert.deepEqual([data?.['id'], data?.['files']], ['T-AABB', files]);
    const { out } = await run('restore', 'T-AABB');
    assert.equal(out, `T-AABB  Restore T-AABB\n  ${files.join('\n  ')}\n`);
  }));

test('what changes nothing is told as that', () =>
  inWorkspace(smallPlan, async ({ run, json, write, read }) => {
    const { data, exitCode } = await json('set', 'R-9F2A', 'residual=');
    assert.deepEqual([exitCode, data?.['changed'], data?.['files']], [0, [], []]);
    const { out } = await run('set', 'T-AAAA', 'title=Draw');
    assert.match(out, /: nothing changed, it was so already\n$/);
    assert.doesNotMatch((await run('set', 'T-AAAA', 'title=Drew')).out, /nothing changed/);
    const merged = 'base: &b {estimate: 3d}\n<<: *b\ntitle: A\n';
    write(`${tasks}/T-AAAA.yaml`, merged);
    const refused = await run('set', 'T-AAAA', 'estimate=');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.error, /estimate of T-AAAA stands in what its merge key/);
    assert.equal(read(`${tasks}/T-AAAA.yaml`), merged);
  }));

test('of several edits of one file at once none is lost', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    const ran = await Promise.all(words.map(word => run('set', 'T-AAAA', `tags+=${word}`)));
    assert.deepEqual(
      [...new Set(ran.map(({ exitCode, error }) => `${exitCode} ${error}`))],
      ['0 '],
    );
    const text = read(`${tasks}/T-AAAA.yaml`);
    for (const word of words) assert.ok(text.includes(`- ${word}\n`), text);
  }));

test('rename rewrites every reference', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    assert.equal((await run('rename', 'T-AABB', 't-7kq3')).exitCode, 0);
    assert.match(read(`${tasks}/T-BBBB.yaml`), /- T-7KQ3\n/);
  }));

test('move and assign change their fields alone', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const early = await run('move', 'T-BBBB', '--parent', 'T-AAAA');
    assert.match(early.error, /circle T-BBBB → T-AABB → T-AAAA → T-BBBB/);
    await run('unlink', 'T-AABB', 'T-BBBB');
    await run('move', 'T-BBBB', '--parent', 'T-AAAA');
    assert.match(read(`${tasks}/T-BBBB.yaml`), /parent: T-AAAA/);
    await run('move', 'T-BBBB', '--parent', 'none');
    assert.doesNotMatch(read(`${tasks}/T-BBBB.yaml`), /parent/);
    await run('assign', 'T-BBBB', 'ada', 'bob 50%');
    assert.match(read(`${tasks}/T-BBBB.yaml`), /assignees:\n {2}- ada\n {2}- bob 50%/);
    await run('assign', 'T-BBBB', 'none');
    assert.doesNotMatch(read(`${tasks}/T-BBBB.yaml`), /assignees/);
  }));

test('link tells tasks and code apart by what is named', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const file = `${tasks}/T-BBBB.yaml`;
    assert.equal((await run('link', 'T-AAAA', 'T-BB', 'SS+2d')).exitCode, 0);
    assert.match(read(file), /- T-AAAA SS\+2d\n/);
    assert.equal((await run('link', 'T-BBBB', 'src/paint.ts:12-30')).exitCode, 1);
    assert.match(read(file), /code:\n {2}- src\/paint\.ts:12-30\n/);
    await run('unlink', 'T-AAAA', 'T-BBBB');
    await run('unlink', 'T-BBBB', 'src/paint.ts:12');
    assert.equal(read(file), smallPlan[file]);
  }));

test('risks shows the register, the heaviest first', () =>
  inWorkspace(smallPlan, async ({ run, json }) => {
    assert.match((await run('risks')).out, /R-9F2A {2}Rain/);
    assert.match(
      (await run('risks')).out,
      /^Threat exposure: inherent .+, current .+, residual .+$/m,
    );
    const { data } = await json('risks');
    assert.ok(Array.isArray(data?.['risks']));
  }));

test('a plan of a newer format is shown and not written', () =>
  inWorkspace(
    { ...smallPlan, '.project/project.yaml': 'version: 99\nname: Bridge\n' },
    async ({ run, read }) => {
      assert.match((await run('list')).out, /T-AAAA/);
      const { exitCode, error } = await run('set', 'T-AAAA', 'title=Changed');
      assert.equal(exitCode, 2);
      assert.match(error, /project\.yaml:1:\d+ error file-newer/);
      assert.equal((await run('add', 'task', 'X')).exitCode, 2);
      assert.equal(read(`${tasks}/T-AAAA.yaml`), smallPlan[`${tasks}/T-AAAA.yaml`]);
    },
  ));

test('a file that cannot be understood is named, never written, and hides nothing else', () =>
  inWorkspace(
    { ...smallPlan, [`${tasks}/T-AAAA.yaml`]: "title: 'open\n" },
    async ({ run, read }) => {
      const listed = await run('list', 'kind:task');
      assert.match(listed.out, /T-AABB/);
      assert.match(listed.error, /^\.project\/tasks\/T-AAAA\.yaml:\d+:\d+ error yaml-syntax /);
      assert.equal((await run('set', 'T-AAAA', 'title=X')).exitCode, 2);
      assert.equal((await run('show', 'T-AAAA')).exitCode, 2);
      assert.equal(read(`${tasks}/T-AAAA.yaml`), "title: 'open\n");
    },
  ));

test('titles cannot control the terminal', () =>
  inWorkspace(
    { ...smallPlan, [`${tasks}/T-AAAA.yaml`]: 'title: "\\e[31mred\\u202e\\a"\nduration: 1d\n' },
    async ({ run }) => {
      for (const args of [['list'], ['show', 'T-AAAA'], ['schedule'], ['next']]) {
        assert.doesNotMatch((await run(...args)).out, /[\u001b\u0007\u202e]/);
      }
    },
  ));

test('a letter alone names no item, and a field is given once', () =>
  inWorkspace({ '.project/tasks/T-AAAA.yaml': 'title: Only\n' }, async ({ run }) => {
    const check = async (args: readonly string[], message: RegExp): Promise<void> => {
      const { exitCode, error } = await run(...args);
      assert.equal(exitCode, 2, args.join(' '));
      assert.match(error, message);
    };
    const noItem = /id-ambiguous T-? can mean T-AAAA; write more of the id/;
    await check(['add', 'task', 'B', 'dependsOn=T-'], noItem);
    await check(['show', 'T'], noItem);
    await check(['add', 'task', 'B', 'estimate=2d', 'estimate=3d'], /estimate is given twice/);
    await check(['set', 'T-AAAA', 'title='], /title/);
    await check(['next', '--for', 'zoe'], /^error person-unknown/);
    assert.equal((await run('show', 't-a')).exitCode, 0);
  }));

test('the float of elapsed work is elapsed for programs, and working time for people', () =>
  inWorkspace(
    {
      '.project/project.yaml': 'name: Bridge\nstart: 2026-03-02\n',
      [`${tasks}/T-AAAA.yaml`]: 'title: Cure\nduration: 24eh\n',
      [`${tasks}/T-BBBB.yaml`]: 'title: Build\nduration: 10d\n',
    },
    async ({ json, run }) => {
      const { data } = await json('schedule');
      const [cure] = (data?.['tasks'] ?? []) as Readonly<Record<string, unknown>>[];
      // From Tuesday the 3rd, 9:00, to Friday the 13th, 18:00: nine working days.
      const float = 10 * 1440 + 9 * 60;
      assert.deepEqual(
        [cure?.['totalFloat'], cure?.['freeFloat'], cure?.['elapsed']],
        [float, float, true],
      );
      for (const args of [['show', 'T-AAAA'], ['next']])
        assert.match((await run(...args)).out, /9d/);
    },
  ));

test('baseline writes where everything stands, and check goes by it', () =>
  inWorkspace(smallPlan, async ({ run, json, read, write }) => {
    const { data, exitCode, kind } = await json('baseline', 'Kick', 'off', '--reason', 'agreed');
    const file = '.project/baselines/2026-03-02-kick-off.yaml';
    assert.deepEqual(
      [exitCode, kind, data?.['id'], data?.['file'], data?.['files']],
      [0, 'baseline', '2026-03-02-kick-off', file, [file]],
    );
    assert.match(
      read(file),
      /^title: Kick off\ntakenOn: 2026-03-02\nreason: agreed\nitems:\n {2}M-4XK2: /,
    );
    assert.equal((await run('baseline', 'Kick off')).exitCode, 2);
    assert.match((await run('baseline', '--reason', 'x')).error, /Name the baseline/);
    assert.match((await run('baseline')).out, /kick-off: the finish is as it was/);
    write('.project/tasks/T-AAAA.yaml', read('.project/tasks/T-AAAA.yaml').replace('2d', '9d'));
    const { out } = await run('check');
    assert.match(out, /^Critical path length index +0\.\d+ +at least 0\.95 {2}not met$/m);
  }));

test('action items of a note become tasks, all or by their numbers', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/notes/N-AAAA.yaml': 'title: Kick-off\nactions: [Ask, Book, Call]\n',
    },
    async ({ run, json, read }) => {
      assert.equal((await run('actions', 'N-AA', '2')).exitCode, 0);
      assert.match(read('.project/notes/N-AAAA.yaml'), /text: Book,? *\n? *task: T-/);
      const { data, kind } = await json('actions', 'N-AA');
      assert.equal(kind, 'actions');
      assert.equal(data?.['id'], 'N-AAAA');
      assert.equal((await run('actions', 'N-AA')).exitCode, 2);
      assert.equal((await run('actions', 'N-AA', 'two')).exitCode, 2);
    },
  ));

test('a decision takes the place of another, one that there is or a new one', () =>
  inWorkspace(smallPlan, async ({ run, json, read }) => {
    const wood = idOf(await json('add', 'decision', 'Use wood', 'status=accepted'));
    const steel = idOf(await json('add', 'decision', 'Use steel'));
    const done = await json('supersede', wood, steel);
    assert.deepEqual([done.exitCode, done.kind, done.data?.['id']], [0, 'supersede', steel]);
    assert.ok(read(`.project/decisions/${wood}.yaml`).includes(`supersededBy: ${steel}\n`));
    const brick = idOf(await json('supersede', steel, '--title', 'Use brick'));
    assert.match(read(`.project/decisions/${brick}.yaml`), /^title: Use brick\nstatus: accepted\n/);
    assert.equal((await run('supersede', wood, brick)).exitCode, 2);
    assert.match((await run('supersede', brick)).error, /Name two decisions/);
    assert.match((await run('supersede', brick, wood, '--title', 'x')).error, /Name two decisions/);
  }));

test('a risk that has occurred makes tasks of its contingency plan when it is asked to', () =>
  inWorkspace(smallPlan, async ({ json, run, read }) => {
    const id = idOf(await json('add', 'risk', 'Melts', 'contingency=cool it'));
    const occurred = await json('occurred', id, '--with-contingency');
    assert.deepEqual([occurred.exitCode, occurred.kind], [0, 'occurred']);
    const risk = await json('show', id);
    const [made = ''] = /T-[0-9A-Z]{4}(?=")/.exec(JSON.stringify(risk.data?.['item'])) ?? [];
    assert.equal(read(`${tasks}/${made}.yaml`), 'title: Cool it\n');
    assert.ok(read(`.project/risks/${id}.yaml`).includes('status: occurred\n'));
    assert.equal((await run('occurred', id)).exitCode, 2);
  }));
