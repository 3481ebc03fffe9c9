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
