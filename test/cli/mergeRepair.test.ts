import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRepository, mergeSides, start, task } from './mergeRepository.ts';

test('files that hold marks already are mended field by field', () => {
  inRepository(repository => {
    const { git, gantry, write, read } = repository;
    gantry('setup', 'git', '--remove');
    git('commit', '-qam', 'without the driver');
    mergeSides(repository, {
      ours: () => write(task, start[task].replace('status: todo', 'status: doing')),
      theirs: () =>
        write(task, start[task].replace('status: todo', 'priority: high\nstatus: done')),
    });
    assert.match(read(task), /^<<<<<<< /m);
    const repaired = gantry('repair');
    assert.equal(repaired.status, 1);
    assert.match(repaired.out, /1 of 1 file with marks mended/);
    assert.doesNotMatch(read(task), /<<<<<<<|>>>>>>>/);
    assert.match(read(task), /^status: doing$/m);
    assert.match(read(task), /^priority: high$/m);
    assert.equal(gantry('resolve', 'T-7KQ3', 'ours').status, 0);
    assert.equal(gantry('check').status, 0);
    assert.match(gantry('repair').out, /No file/);
  });
});

test('files that hold marks are mended with what git knows of their past', () => {
  inRepository(repository => {
    const { git, gantry, write, read } = repository;
    gantry('setup', 'git', '--remove');
    git('commit', '-qam', 'without the driver');
    const made = '.project/tasks/T-9NEW.yaml';
    mergeSides(repository, {
      ours: () => {
        write(task, 'title: Draw\nstatus: doing\n');
        write(made, 'title: Paint\nestimate: 3d\n');
      },
      theirs: () => {
        write(task, 'title: Draw\nstatus: done\nestimate: 3d\ntags: [paper]\n');
        write(made, 'title: Varnish\nestimate: 3d\n');
      },
    });
    gantry('repair');
    assert.match(read(task), /^title: Draw\nstatus: doing\nconflicts:\n {2}- field: status\n/);
    assert.doesNotMatch(read(task), /estimate|tags/);
    assert.match(read(made), /^title: Paint\nestimate: 3d\nconflicts:\n {2}- item: \|/);
  });
});

test('an item that one side changed and the other took away is told, with what to do', () => {
  inRepository(repository => {
    const { git, gantry, write, read } = repository;
    const change = (): void => write(task, `${read(task)}priority: high\n`);
    const remove = (): void => void git('rm', '-q', task);
    for (const [verb, ours, theirs, words] of [
      [
        'check',
        change,
        remove,
        /This side of the merge changed the item, and the other took it away; `git/,
      ],
      [
        'repair',
        remove,
        change,
        /This side of the merge took the item away, and the other changed it; `git/,
      ],
    ] as const) {
      assert.equal(mergeSides(repository, { ours, theirs }).status, 1);
      const told = gantry(verb);
      assert.equal(told.status, 1);
      assert.match(told.out, words);
      git('add', task);
      assert.doesNotMatch(gantry(verb).out, /of the merge/);
      git('merge', '--abort');
      git('reset', '-q', '--hard', 'start');
      git('branch', '-qD', 'side');
    }
  });
});

test('an item that one side gave another id and the other took away is told', () => {
  inRepository(repository => {
    const { git, gantry } = repository;
    const merged = mergeSides(repository, {
      ours: () => void git('mv', '.project/tasks/T-8AAA.yaml', '.project/tasks/T-8BBB.yaml'),
      theirs: () => void git('rm', '-q', '.project/tasks/T-8AAA.yaml'),
    });
    assert.equal(merged.status, 1, merged.out);
    assert.match(gantry('check').out, /T-8BBB\.yaml[^\n]*\n?[^\n]*of the merge/);
  });
});

test('a file in which git left one side alone, without marks, is merged by its versions', () => {
  inRepository(repository => {
    const { git, gantry, write, read } = repository;
    write('.project/.gitattributes', '*.yaml -merge\n');
    git('commit', '-qam', 'no merge at all');
    const merged = mergeSides(repository, {
      ours: () => write(task, start[task].replace('status: todo', 'status: doing')),
      theirs: () => write(task, start[task].replace('todo', 'todo\npriority: high')),
    });
    assert.equal(merged.status, 1, merged.out);
    assert.doesNotMatch(read(task), /<<<|priority/);
    assert.match(gantry('check').out, /left this side alone in the file, without a mark/);
    const repaired = gantry('repair');
    assert.equal(repaired.status, 0, repaired.out);
    assert.match(read(task), /^status: doing\npriority: high$/m);
    assert.doesNotMatch(gantry('check').out, /of the merge/);
  });
});

test('temporary files of a plan that does not ignore them are told, and ignored by repair', () => {
  inRepository(({ git, gantry, write, read }) => {
    write('.project/.gitignore', 'drafts/\r\n');
    const told = /\[strays-shared\]|gantry repair adds them to \.project\/\.gitignore/;
    assert.match(gantry('check').out, told);
    assert.match(gantry('repair').out, /Added temporary files to \.project\/\.gitignore/);
    assert.equal(read('.project/.gitignore'), 'drafts/\r\nprivate.yaml\r\n*.gantry-tmp\r\n');
    assert.doesNotMatch(gantry('repair').out, /Added/);
    write('.project/.gitignore', '');
    write('.gitignore', '*.gantry-tmp\n');
    write('.project/tasks/.T-7KQ3.yaml.0123456789ab.gantry-tmp', 'half');
    assert.equal(git('status', '--porcelain', '.project/tasks').out, '');
    assert.doesNotMatch(gantry('check').out, told);
  });
});
