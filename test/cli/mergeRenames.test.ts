import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRepository, mergeSides, task } from './mergeRepository.ts';

test('what named an item on the other side names it by its new id, before and after the commit', () => {
  for (const isCommitted of [true, false]) {
    inRepository(repository => {
      const { git, gantry, write, read } = repository;
      const made = '.project/tasks/T-9NEW.yaml';
      const names = (id: string): string => `title: ${id}\ndependsOn: [t-9new FS+2d, T-7KQ3]\n`;
      mergeSides(repository, {
        ours: () => {
          write(made, 'title: Ours\n');
          write('.project/tasks/T-0DRS.yaml', names('ours'));
        },
        theirs: () => {
          write(made, 'title: Theirs\n');
          write('.project/tasks/T-THRS.yaml', names('theirs'));
        },
      });
      if (isCommitted) {
        git('add', '-A');
        git('commit', '-qm', 'merged');
      }
      assert.equal(gantry('resolve', 'T-9NEW', 'ours').status, 0);
      assert.match(read('.project/tasks/T-0DRS.yaml'), /\[t-9new FS\+2d, T-7KQ3\]/);
      const [, other = ''] =
        /\[(T-\w+) FS\+2d, T-7KQ3\]/.exec(read('.project/tasks/T-THRS.yaml')) ?? [];
      assert.match(read(`.project/tasks/${other}.yaml`), /^title: Theirs$/m);
      assert.notEqual(other, 'T-9NEW');
    });
  }
});

test('what a branch names by the id that another branch has renamed is told, and mended by repair', () => {
  inRepository(repository => {
    const { gantry, write, read } = repository;
    const merged = mergeSides(repository, {
      ours: () => gantry('rename', 'T-7KQ3', 'T-1DEA'),
      theirs: () => {
        write(task, read(task).replace('title: Draw', 'title: Draw twice'));
        write('.project/tasks/T-9NEW.yaml', 'title: Show\ndependsOn: [T-7KQ3 FS+1d]\n');
      },
    });
    assert.equal(merged.status, 0, merged.out);
    const checked = gantry('check');
    assert.equal(checked.status, 1);
    assert.match(checked.out, /T-7KQ3, which T-9NEW names in dependsOn, was renamed to T-1DEA/);
    assert.match(gantry('repair').out, /present ids of renamed items in T-9NEW/);
    assert.match(read('.project/tasks/T-9NEW.yaml'), /\[T-1DEA FS\+1d\]/);
    assert.match(read('.project/tasks/T-1DEA.yaml'), /^title: Draw twice$/m);
    assert.equal(gantry('check').status, 0);
  });
});

test('an item that two branches renamed, or one alone, becomes one with its references', () => {
  for (const isTwice of [true, false]) {
    inRepository(repository => {
      const { git, gantry, write, read } = repository;
      write(task, 'title: A\n');
      git('commit', '-qam', 'small');
      mergeSides(repository, {
        ours: () => gantry('rename', 'T-7KQ3', 'T-ZZZZ'),
        theirs: () => {
          gantry('set', 'T-7KQ3', 'status=doing', 'estimate=3d');
          if (isTwice) gantry('rename', 'T-7KQ3', 'T-YYYY');
        },
      });
      const kept = isTwice ? 'T-YYYY' : 'T-ZZZZ';
      const checked = gantry('check');
      assert.match(checked.out, isTwice ? /both say that they were T-7KQ3/ : /T-7KQ3 is there too/);
      const repaired = gantry('repair').out;
      assert.ok(repaired.includes(`one item, ${kept}\n`), repaired);
      const text = read(`.project/tasks/${kept}.yaml`);
      assert.match(text, /^status: doing$/m);
      assert.match(text, /^estimate: 3d$/m);
      assert.doesNotMatch(text, /conflicts/);
      assert.equal(read('.project/tasks/T-8AAA.yaml'), `title: Build\ndependsOn: [${kept}]\n`);
      assert.doesNotMatch(gantry('check').out, /T-7KQ3|former/);
    });
  }
});
