import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inWorkspace, smallPlan } from './runInFolder.ts';

const paint = smallPlan['.project/tasks/T-BBBB.yaml'] ?? '';

const flawless: typeof smallPlan = {
  ...smallPlan,
  '.project/tasks/T-BBBB.yaml': `${paint}assignees: [ada]\n`,
};

test('a plan without findings exits with 0', () =>
  inWorkspace(flawless, async ({ run }) => {
    assert.deepEqual(await run('check'), {
      exitCode: 0,
      out: '5 items, nothing to mend\n',
      error: '',
    });
  }));

test('a small plan is measured as well, in remarks that do not change the exit code', () =>
  inWorkspace(
    { ...flawless, '.project/tasks/T-BBBB.yaml': paint.replace('- T-AABB', '- T-AABB FS-4h') },
    async ({ run }) => {
      const { exitCode, out, error } = await run('check');
      assert.equal(exitCode, 0);
      assert.match(
        error,
        /project\.yaml:1:1 info quality-hint Dependencies with a lead: 1 of 2 \(50%\), at most 0% expected \(T-BBBB\); /,
      );
      assert.match(error, /tasks\/T-BBBB\.yaml:6:5 info quality-lead /);
      const points = out.slice(0, out.indexOf('\n\n')).split('\n');
      assert.equal(points.length, 15);
      assert.match(
        points[2] ?? '',
        /^Dependencies with a lead +1 of 2 \(50%\) +at most 0% {2}not met$/,
      );
      assert.match(points[14] ?? '', /^Baseline execution index +- +needs a baseline by which/);
      const sarif = await run('check', '--format', 'sarif');
      assert.match(sarif.out, /Dependencies with a lead: 1 of 2/);
      assert.equal(sarif.exitCode, 0);
    },
  ));

test('the fourteen points are listed on asking, also where all are met or left out', () =>
  inWorkspace(
    {
      ...flawless,
      '.project/project.yaml': `${flawless['.project/project.yaml'] ?? ''}quality: { ignore: [lags] }\n`,
    },
    async ({ run, json }) => {
      const { out, error } = await run('check', '--quality');
      assert.equal(error, '');
      assert.equal(out.split('\n').length, 18);
      assert.match(out, /^Dependencies with a lag +- +left out by quality\.ignore$/m);
      const { data } = await json('check');
      const [lags] = data?.['notMeasured'] as readonly { readonly key: string }[];
      assert.equal(lags?.key, 'lags');
      const measured = data?.['quality'] as readonly { readonly key: string }[];
      const left = data?.['notMeasured'] as readonly { readonly key: string; reason: string }[];
      assert.equal(new Set([...measured, ...left].map(({ key }) => key)).size, 14);
      const execution = left.find(({ key }) => key === 'baselineExecution');
      assert.equal(execution?.reason, 'needs a baseline by which something is due');
    },
  ));

test('findings of every room are listed at their places, errors first', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-CCCC.yaml': 'title: C\nduration: 1d\ndependsOn:\n  - T-DDDD\n  - T-ZZZZ\n',
      '.project/tasks/T-DDDD.yaml':
        'title: D\nduration: 1d\ndependsOn: [T-CCCC]\ncode: [src/no.ts]\n',
      '.project/risks/R-0000.yaml': 'title: Open\nstatus: open\n',
      '.project/tasks/T-EEEE.yaml': 'title: E\ndeadline: 2026-02-31\n',
    },
    async ({ run, json }) => {
      const { exitCode, out, error } = await run('check');
      assert.equal(exitCode, 1);
      assert.match(out, /^9 items, 3 errors, \d+ warnings/m);
      const lines = error
        .trimEnd()
        .split('\n')
        .map(line => line.split(' ').slice(0, 3).join(' '));
      assert.ok(lines.includes('.project/tasks/T-CCCC.yaml:5:5 error reference-unknown'), error);
      assert.ok(lines.includes('.project/tasks/T-EEEE.yaml:2:11 error date-invalid'), error);
      assert.ok(lines.includes('.project/tasks/T-DDDD.yaml:4:8 warning code-missing'), error);
      assert.ok(
        lines.some(line => line.endsWith('error dependency-cycle')),
        error,
      );
      assert.ok(
        lines.some(line => line.endsWith('warning risk-no-owner')),
        error,
      );
      const severities = (await json('check')).problems.map(problem => problem.severity);
      assert.deepEqual([...new Set(severities)], ['error', 'warning', 'info']);
    },
  ));

test('code that is there is no finding', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-CCCC.yaml': 'title: C\nduration: 1d\ncode: [src/a.ts, src/]\n',
    },
    async ({ run, write }) => {
      write('src/a.ts', '');
      assert.equal((await run('check')).exitCode, 0);
    },
  ));

test('a link to code is checked when it is made and later, its lines as well', () =>
  inWorkspace({ ...flawless, 'src/a.ts': 'one\ntwo\nthree' }, async ({ run, json, read }) => {
    for (const place of ['src/a.ts:3', 'src/a.ts:2-3', 'src/']) {
      assert.equal((await run('link', 'T-AAAA', place)).exitCode, 0, place);
    }
    assert.equal((await run('check')).exitCode, 0);
    const missing = await run('link', 'T-AABB', 'nofile.ts:3');
    assert.equal(missing.exitCode, 1);
    assert.match(missing.error, /T-AABB\.yaml:\d+:5 warning code-missing There is no nofile\.ts;/);
    assert.match(read('.project/tasks/T-AABB.yaml'), /- nofile\.ts:3\n/);
    const beyond = await json('link', 'T-AABB', './src/a.ts:2-4');
    assert.deepEqual(
      [beyond.exitCode, beyond.problems.map(({ message }) => message)],
      [1, ['src/a.ts has 3 lines, and the link names line 4; mend the link']],
    );
    const { problems } = await json('check');
    assert.deepEqual(problems.map(({ code }) => code).sort(), ['code-line', 'code-missing']);
  }));

test('a file whose lines cannot be followed is told as such', () =>
  inWorkspace({ ...flawless, 'src/a.ts': '\ufeffo\0n\0e\0' }, async ({ folder, run }) => {
    const told = async (): Promise<string> => (await run('link', 'T-AAAA', 'src/a.ts:1')).error;
    assert.match(await told(), /code-lost src\/a\.ts is binary, so its lines cannot be followed; /);
    writeFileSync(path.join(folder, 'src/a.ts'), Buffer.from('\ufeffone\n', 'utf16le'));
    assert.match(await told(), /code-lost src\/a\.ts is UTF-16, so its lines cannot be followed; /);
  }));

test('schedule exits with 1 when part of the plan could not be scheduled', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-CCCC.yaml': 'title: C\nduration: 1d\ndependsOn: [T-DDDD]\n',
      '.project/tasks/T-DDDD.yaml': 'title: D\nduration: 1d\ndependsOn: [T-CCCC]\n',
    },
    async ({ json }) => {
      const { exitCode, data, problems } = await json('schedule');
      assert.equal(exitCode, 1);
      assert.deepEqual(
        problems.map(problem => problem.code),
        ['dependency-cycle'],
      );
      const ids = (list: unknown): readonly string[] => {
        assert.ok(Array.isArray(list));
        return list.map((item: { id: string }) => item.id);
      };
      assert.deepEqual(ids(data?.['tasks']), ['T-AAAA', 'T-AABB', 'T-BBBB']);
      assert.deepEqual(ids(data?.['undated']), ['T-CCCC', 'T-DDDD']);
    },
  ));

test('the schedule in JSON has the fields that other programs read', () =>
  inWorkspace(smallPlan, async ({ json }) => {
    const { exitCode, kind, data } = await json('schedule');
    assert.deepEqual([exitCode, kind], [0, 'schedule']);
    assert.deepEqual(data?.['project'], {
      name: 'Bridge',
      start: '2026-03-02T09:00',
      finish: '2026-03-09T18:00',
    });
    const tasks = data['tasks'];
    assert.ok(Array.isArray(tasks));
    assert.deepEqual(tasks[1], {
      id: 'T-AABB',
      title: 'Build',
      origin: null,
      kind: 'task',
      start: '2026-03-04T09:00',
      finish: '2026-03-06T18:00',
      earlyStart: '2026-03-04T09:00',
      earlyFinish: '2026-03-06T18:00',
      lateStart: '2026-03-04T09:00',
      lateFinish: '2026-03-06T18:00',
      totalFloat: 0,
      freeFloat: 0,
      elapsed: false,
      critical: true,
    });
  }));

test('a status date moves what is left after it', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { out } = await run('schedule', '--status-date', '2026-03-05');
    assert.match(out, /T-AAAA {2}Draw.*2026-03-0[56]/);
  }));

test('SARIF names the rules, the places and the levels', () =>
  inWorkspace(
    {
      ...flawless,
      '.project/tasks/T-EEEE.yaml':
        'title: E\ndeadline: 2026-02-31\nduration: 1d\nassignees: [ada]\nmilestone: M-4XK2\ndependsOn: [T-AAAA]\n',
    },
    async ({ run }) => {
      const { exitCode, out, error } = await run('check', '--format', 'sarif');
      assert.deepEqual([exitCode, error], [1, '']);
      const log = JSON.parse(out) as {
        version: string;
        runs: { tool: { driver: { rules: { id: string }[] } }; results: unknown[] }[];
      };
      assert.equal(log.version, '2.1.0');
      assert.deepEqual(
        log.runs[0]?.tool.driver.rules.map(rule => rule.id),
        ['date-invalid'],
      );
      assert.deepEqual(log.runs[0].results, [
        {
          ruleId: 'date-invalid',
          ruleIndex: 0,
          level: 'error',
          message: {
            text: 'There is no day `2026-02-31`; name one that its month has',
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: '.project/tasks/T-EEEE.yaml' },
                region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 21 },
              },
            },
          ],
        },
      ]);
    },
  ));

test('only so many findings are listed as are asked for, and the rest is counted', () =>
  inWorkspace(smallPlan, async ({ run, json, write }) => {
    for (let i = 0; i < 5; i++) write(`.project/tasks/T-000${i}.yaml`, 'title: X\nstatus: later\n');
    const { error, out } = await run('check', '--max', '2');
    assert.equal(error.split('\n').filter(line => line.includes(' error ')).length, 2);
    assert.match(error, /and \d+ more; gantry check --max \d+ lists them/);
    assert.match(out, /5 errors/);
    for (let i = 0; i < 30; i++) {
      write(`.project/tasks/T-1${100 + i}.yaml`, 'title: X\nstatus: later\n');
    }
    const listed = (await run('list')).error.trimEnd().split('\n');
    assert.equal(listed.length, 11);
    assert.match(listed[10] ?? '', /^and 25 more; gantry check/);
    const { data, problems } = await json('check', '--max', '1');
    assert.deepEqual([problems.length, data?.['listed']], [1, 1]);
  }));

test('what is measured of the schedule is held against the limits of the project file', () =>
  inWorkspace(smallPlan, async ({ json, write, read }) => {
    const before = await json('check');
    const measures = before.data?.['quality'] as readonly Readonly<Record<string, unknown>>[];
    const people = measures.find(({ key }) => key === 'people');
    assert.deepEqual([people?.['found'], people?.['of'], people?.['isMet']], [1, 3, false]);
    assert.deepEqual(
      [before.exitCode, before.problems.map(({ code }) => code)],
      [0, ['quality-hint', 'quality-people']],
    );
    const path = '.project/project.yaml';
    write(path, `${read(path)}quality: { people: 0% }\n`);
    const { exitCode, problems } = await json('check');
    const codes = problems.map(({ code }) => code);
    assert.deepEqual([exitCode, codes], [1, ['quality-limit', 'quality-people']]);
    const [, note] = problems;
    assert.deepEqual(
      [note?.file],
      [people?.['items']].map(id => `.project/tasks/${String(id)}.yaml`),
    );
    assert.match(note?.message ?? '', /has nobody for \d+d of work; assign people$/);
    write(path, read(path).replace('0%', '40%'));
    assert.equal((await json('check')).exitCode, 0);
  }));

test('a folder that git ignores is a finding, and init writes nothing into it', () =>
  inWorkspace({ '.gitignore': '.project\n' }, async ({ folder, run, write, read }) => {
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const refused = await run('init');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.error, /folder-ignored Git ignores \.project by the pattern "\.project"/);
    for (const [file, text] of Object.entries(smallPlan)) write(file, text);
    const { exitCode, error } = await run('check');
    assert.equal(exitCode, 1);
    assert.match(error, /error folder-ignored/);
    for (const args of [
      ['set', 'T-AAAA', 'title=X'],
      ['add', 'task', 'X'],
      ['remove', 'T-AAAA'],
    ]) {
      const unwritten = await run(...args);
      assert.equal(unwritten.exitCode, 2, args[0]);
      assert.match(unwritten.error, /folder-ignored .* add !\.project\/ to \.gitignore/);
    }
    assert.equal(read('.project/tasks/T-AAAA.yaml'), smallPlan['.project/tasks/T-AAAA.yaml']);
    assert.equal((await run('list')).exitCode, 0);
    write('.gitignore', `${read('.gitignore')}!.project/\n`);
    assert.equal((await run('check')).exitCode, 0);
    assert.equal((await run('set', 'T-AAAA', 'title=X')).exitCode, 0);
  }));

test('a file in the place of a folder of items is told without a hint to another plan', () =>
  inWorkspace({ ...flawless, '.project/notes': '' }, async ({ run }) => {
    const { error } = await run('check');
    assert.match(error, /\.project\/notes error folder-is-file .*move it away/);
    assert.doesNotMatch(error, /hint/);
  }));

test('init makes a plan that has no findings, from either template', () =>
  inWorkspace({}, async ({ folder, run, json }) => {
    const blank = await json('init', '--name', 'Bridge');
    assert.deepEqual([blank.exitCode, blank.data?.['folder']], [0, '.project']);
    assert.equal((await run('check')).exitCode, 0);
    assert.equal((await run('init')).exitCode, 2);
    rmSync(path.join(folder, '.project'), { recursive: true });
    const software = await json('init', '--template', 'software');
    assert.equal((software.data?.['added'] as string[]).length, 13);
    const { problems } = await json('check');
    assert.deepEqual(
      problems.filter(problem => problem.code !== 'risk-no-owner'),
      [],
    );
  }));

test('init refuses a file and a foreign folder in the place of the plan', () =>
  inWorkspace({ '.project': '<xml/>' }, async ({ folder, run, write }) => {
    assert.match((await run('init')).error, /folder-is-file .*\n.*gantry init --folder \.gantry/);
    const listed = await run('list');
    assert.equal(listed.exitCode, 2);
    assert.match(listed.error, /folder-is-file/);
    rmSync(path.join(folder, '.project'));
    write('.project/config.yaml', 'prefix: X\n');
    assert.match((await run('init')).error, /folder-foreign/);
    assert.equal((await run('init', '--folder', '.gantry')).exitCode, 0);
  }));

test('what git refuses to speak of stops neither check nor the refusal of init', () =>
  inWorkspace(smallPlan, async ({ folder, run }) => {
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    renameSync(path.join(folder, '.project/tasks'), path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, '.project/tasks'));
    const { exitCode, error } = await run('check');
    assert.equal(exitCode, 1);
    assert.match(error, /^\.project\/tasks error folder-link /m);
    assert.doesNotMatch(error, /symbolic/);
    const init = await run('init', '--folder', `../${path.basename(folder)}-beside`);
    assert.equal(init.exitCode, 2);
    assert.match(init.error, /error folder-link .*not inside the workspace folder/);
    assert.doesNotMatch(init.error, /repository/);
  }));
