import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { editText } from '../../src/core/format/editText.ts';
import { parsePlanFile } from '../../src/core/format/parsePlanFile.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { inRepository, mergeSides, start, task } from './mergeRepository.ts';

test('git merges fields of the same lines without a question', () => {
  inRepository(repository => {
    const { gantry, read } = repository;
    const merged = mergeSides(repository, {
      ours: () => gantry('set', 'T-7KQ3', 'status=doing', 'tags+=ink'),
      theirs: () => gantry('set', 'T-7KQ3', 'estimate=5d', 'tags+=pencil'),
    });
    assert.equal(merged.status, 0, merged.out);
    assert.equal(
      read(task),
      'title: Draw\nstatus: doing\nestimate: 5d # a guess\ntags: [paper, pencil, ink]\n',
    );
    assert.equal(gantry('check').status, 0);
  });
});

test('a real conflict is told by git and by check, can be read, and is decided by resolve', () => {
  inRepository(repository => {
    const { git, gantry, read } = repository;
    const merged = mergeSides(repository, {
      ours: () => gantry('set', 'T-7KQ3', 'status=doing', 'estimate=2d'),
      theirs: () => gantry('set', 'T-7KQ3', 'status=done', 'priority=high'),
    });
    assert.equal(merged.status, 1);
    assert.match(merged.out, /status.*is `doing` here and `done` there/);
    assert.equal(git('diff', '--name-only', '--diff-filter=U').out.trim(), task);
    assert.match(read(task), /^estimate: 2d/m);
    assert.match(read(task), /^priority: high/m);
    const check = gantry('check');
    assert.equal(check.status, 1);
    assert.match(check.out, /merge-conflict|gantry resolve T-7KQ3 status/);
    assert.equal(gantry('resolve', 't-7k', 'status', 'theirs').status, 0);
    assert.match(read(task), /^status: done$/m);
    assert.doesNotMatch(read(task), /conflicts/);
  });
});

test('an item that was made twice under one id becomes two', () => {
  inRepository(repository => {
    const { gantry, write, read } = repository;
    const made = '.project/tasks/T-9NEW.yaml';
    const merged = mergeSides(repository, {
      ours: () => write(made, 'title: Paint\n'),
      theirs: () => write(made, 'title: Varnish\nestimate: 2d\n'),
    });
    assert.equal(merged.status, 1);
    assert.equal(gantry('resolve', 'T-9NEW', 'ours').status, 0);
    assert.equal(read(made), 'title: Paint\n');
    const listed = JSON.parse(gantry('list', 'Varnish', '--format', 'json').out) as {
      data: { items: { id: string; estimate?: string }[] };
    };
    assert.equal(listed.data.items.length, 1);
    assert.notEqual(listed.data.items[0]?.id, 'T-9NEW');
  });
});

test('a baseline is decided by its name, and one that was made twice becomes two', () => {
  inRepository(repository => {
    const { gantry, write, read } = repository;
    const file = '.project/baselines/2026-11-21-kickoff.yaml';
    const text = (title: string): string =>
      `title: ${title}\nitems:\n  T-7KQ3: 2026-01-05T09:00..2026-01-09T18:00\n`;
    const merged = mergeSides(repository, {
      ours: () => write(file, text('Kick-off')),
      theirs: () => write(file, text('Start')),
    });
    assert.equal(merged.status, 1);
    assert.match(merged.out, /gantry resolve 2026-11-21-kickoff ours/);
    const resolved = gantry('resolve', '2026-11-21-kickoff', 'ours');
    assert.equal(resolved.status, 0, resolved.out);
    assert.equal(read(file), text('Kick-off'));
    const other = read(file.replace('kickoff', 'kickoff-2'));
    assert.equal(other.replaceAll('"', ''), text('Start'));
  });
});

test('a conflict is told by git and by check however much else is wrong in the file', () => {
  inRepository(repository => {
    const { git, gantry, write, read } = repository;
    const links = Array.from({ length: 150 }, (_, i) => `  - not an id ${i}\n`).join('');
    write(task, `title: Draw\ndependsOn:\n${links}status: todo\n`);
    git('commit', '-qam', 'much is wrong');
    const change = (status: string) => () => write(task, read(task).replace(': todo', status));
    const merged = mergeSides(repository, { ours: change(': doing'), theirs: change(': done') });
    assert.equal(merged.status, 1, merged.out);
    assert.match(gantry('check').out, /gantry resolve T-7KQ3 status/);
  });
});

test('an entry of a list that both changed is decided alone', () => {
  inRepository(repository => {
    const { gantry, read } = repository;
    const other = '.project/tasks/T-8AAA.yaml';
    mergeSides(repository, {
      ours: () => gantry('link', 'T-7KQ3', 'T-8AAA', 'SS'),
      theirs: () => gantry('link', 'T-7KQ3', 'T-8AAA', 'FF+1d'),
    });
    assert.match(read(other), /dependsOn: \[T-7KQ3 SS\]/);
    assert.equal(gantry('resolve', 'T-8AAA', 'theirs').status, 0);
    assert.equal(read(other), 'title: Build\ndependsOn: [T-7KQ3 FF+1d]\n');
  });
});

test('a side that cannot be understood is merged by lines, with the marks of git', () => {
  inRepository(repository => {
    const { write, read } = repository;
    const merged = mergeSides(repository, {
      ours: () => write(task, 'title: [Draw\nstatus: todo\n'),
      theirs: () => write(task, 'title: Paint\nstatus: todo\n'),
    });
    assert.equal(merged.status, 1);
    assert.match(
      read(task),
      /^<<<<<<< ours\ntitle: \[Draw\n=======\ntitle: Paint\n>>>>>>> theirs\n/,
    );
  });
});

test('setup is the same the second time, keeps other attributes, and goes without a trace', () => {
  inRepository(({ git, gantry, read, write }) => {
    write('.project/.gitattributes', '*.yaml text\n*.yaml merge=gantry\n');
    assert.equal(gantry('setup', 'git').status, 0);
    assert.equal(read('.project/.gitattributes'), '*.yaml text\n*.yaml merge=gantry\n');
    assert.match(git('config', 'merge.gantry.driver').out, /merge-driver -- %O %A %B %P; else /);
    assert.equal(gantry('setup', 'git', '--remove').status, 0);
    assert.equal(read('.project/.gitattributes'), '*.yaml text\n');
    assert.equal(git('config', 'merge.gantry.driver').status, 1);
  });
});

test('setup leaves every other byte of the attributes, and no file that it made', () => {
  inRepository(({ folder, gantry, write, read }) => {
    const others = '\uFEFF# ours\r\n\r\n*.png binary\r\n';
    write('.project/.gitattributes', `${others}*.md text`);
    gantry('setup', 'git');
    const made = `${others}*.md text\r\n*.yaml merge=gantry\r\n`;
    assert.equal(read('.project/.gitattributes'), made);
    gantry('setup', 'git', '--remove');
    assert.equal(read('.project/.gitattributes'), `${others}*.md text\r\n`);
    rmSync(path.join(folder, '.project', '.gitattributes'));
    gantry('setup', 'git');
    assert.equal(gantry('setup', 'git', '--remove').status, 0);
    assert.equal(existsSync(path.join(folder, '.project', '.gitattributes')), false);
  });
});

test('setup writes nothing through a link that leads out of the plan folder', () => {
  inRepository(({ folder, gantry, write, read }) => {
    const place = path.join(folder, '.project', '.gitattributes');
    write('profile', 'kept\n');
    rmSync(place);
    symlinkSync(path.join(folder, 'profile'), place);
    const refused = gantry('setup', 'git');
    assert.notEqual(refused.status, 0);
    assert.match(refused.out, /link/);
    assert.equal(read('profile'), 'kept\n');
  });
});

const choices: Readonly<Record<string, readonly [ours: string, theirs: string]>> = {
  title: ['Sketch', 'Paint, first'],
  status: ['doing', 'done'],
  estimate: ['1d', '2d..9d'],
  priority: ['high', 'low'],
  type: ['bug', 'feature'],
};

test('pairs of edits in a real repository lose nothing, and what is merged can be read', () => {
  inRepository(repository => {
    const { git, write, read } = repository;
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = seededRandom(seed);
      const draw = (side: 0 | 1): ReadonlyMap<string, string> =>
        new Map(
          Object.entries(choices)
            .filter(() => random() < 0.5)
            .map(([name, values]) => [name, values[side]]),
        );
      const [ours, theirs] = [draw(0), draw(1)];
      const project = '.project/project.yaml';
      const side = (name: string, fields: Readonly<Record<string, string>>) => () => {
        write(task, `# ${name} said\n${edited(fields)}`);
        write(project, `${start[project]}people:\n  ${name}: { name: ${name} } # new\n`);
      };
      const merged = mergeSides(repository, {
        ours: side('ours', { ...Object.fromEntries(ours), spent: '1h' }),
        theirs: side('theirs', { ...Object.fromEntries(theirs), remaining: '2d' }),
      });
      assert.match(read(task), /^# ours said\n# theirs said\n/, `seed ${seed}`);
      for (const name of ['ours', 'theirs']) {
        const line = read(project)
          .split('\n')
          .find(each => each.includes(`  ${name}:`));
        assert.ok(line?.endsWith('# new'), `seed ${seed}: ${read(project)}`);
      }
      const text = read(task);
      const { value } = parsePlanFile('tasks/T-7KQ3.yaml', Buffer.from(text));
      assert.ok(value, `seed ${seed}: ${text}`);
      const isShared = [...ours.keys()].some(name => theirs.has(name));
      assert.equal(merged.status, isShared ? 1 : 0, `seed ${seed}: ${merged.out}`);
      for (const [name, wanted] of [...theirs, ...ours, ['spent', '1h'], ['remaining', '2d']]) {
        if (name === undefined || wanted === undefined) continue;
        const line = ours.has(name) && theirs.has(name) ? `${name}: ${ours.get(name)}` : '';
        assert.ok(
          text.includes(line === '' ? `${name}: ${wanted}` : line),
          `seed ${seed}: ${text}`,
        );
        if (line !== '') assert.ok(text.includes(`theirs: ${theirs.get(name)}`), `seed ${seed}`);
      }
      git('merge', '--abort');
      git('reset', '-q', '--hard', 'start');
      git('branch', '-qD', 'side');
    }
  });
});

function edited(fields: Readonly<Record<string, string>>): string {
  const edits = Object.entries(fields).map(([name, value]) => ({
    kind: 'set' as const,
    field: [name],
    value,
  }));
  const result = editText('task', start[task], edits);
  assert.ok(result.ok);
  return result.value;
}

test('the items of a plan of a newer format are merged by lines', () => {
  inRepository(repository => {
    const { git, write, read } = repository;
    write('.project/project.yaml', 'version: 99\nname: Bridge\nstart: 2026-03-02\n');
    git('commit', '-qam', 'a newer Gantry');
    const change = (status: string) => () =>
      write(task, start[task].replace('status: todo', `status: ${status}`));
    const merged = mergeSides(repository, { ours: change('doing'), theirs: change('done') });
    assert.equal(merged.status, 1);
    assert.match(read(task), /^<<<<<<< ours\nstatus: doing\n=======\nstatus: done\n>>>>>>> /m);
  });
});

test('a driver that is not there any more leaves the marks of git, and loses no side', () => {
  inRepository(repository => {
    const { git, gantry, read, write } = repository;
    const driver = git('config', 'merge.gantry.driver').out.trim();
    git('config', 'merge.gantry.driver', driver.replaceAll('.js', '.gone.js'));
    const { status, out } = mergeSides(repository, {
      ours: () => write(task, start[task].replace('Draw', 'Draw it').replace('3d', '5d')),
      theirs: () => write(task, start[task].replace('Draw', 'Sketch').replace('todo', 'doing')),
    });
    assert.notEqual(status, 0);
    assert.match(out, /gantry setup git/);
    assert.match(
      read(task),
      /<<<<<<< ours\n[^]*Draw it[^]*=======\n[^]*Sketch[^]*>>>>>>> theirs\n/,
    );
    assert.equal(gantry('repair').status, 1);
    assert.match(read(task), /estimate: 5d/);
    assert.match(read(task), /status: doing/);
  });
});

test('a version that is no text keeps both sides, with the marks of git', () => {
  inRepository(repository => {
    const { git, folder } = repository;
    const put = (text: string): void =>
      writeFileSync(path.join(folder, task), Buffer.from(text, 'latin1'));
    put('title: caf\xe9\nstatus: todo\n');
    git('commit', '-qam', 'in Latin-1');
    const { status } = mergeSides(repository, {
      ours: () => put('title: caf\xe9 one\nstatus: todo\n'),
      theirs: () => put('title: caf\xe9 two\nstatus: doing\n'),
    });
    assert.notEqual(status, 0);
    const text = readFileSync(path.join(folder, task), 'latin1');
    assert.match(text, /<<<<<<< ours\ntitle: caf\xe9 one[^]*title: caf\xe9 two[^]*>>>>>>> theirs/);
  });
});

test('check tells of a driver that is gone', () => {
  inRepository(({ git, gantry }) => {
    git('config', 'merge.gantry.driver', "'/gone/it'\\''s/cli.js' merge-driver -- %O %A %B %P");
    const check = gantry('check', '--format', 'json');
    assert.equal(check.status, 1);
    assert.match(check.out, /with \/gone\/it's\/cli\.js, which is not there; `gantry setup git`/);
  });
});
