// An item that one branch took out with everything that named it, and another one went on with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRepository, mergeSides, type Repository } from './mergeRepository.ts';

const builds = '.project/tasks/T-8AAA.yaml';
const part = '.project/tasks/T-9PRT.yaml';

/** Both branches begin with a plan in which more than one place names the item. */
function begin({ git, write }: Repository): void {
  write(builds, 'title: Build\ndependsOn:\n  - T-7KQ3 SS+1d # paper first\n');
  write(part, 'title: Lines\nparent: T-7KQ3\n');
  git('add', '.');
  git('commit', '-qm', 'more of it');
}

for (const remover of ['ours', 'theirs']) {
  test(`what named an item that ${remover} took out and the other side kept is told, and named again by repair`, () => {
    for (const isCommitted of [true, false]) {
      inRepository(repository => {
        const { git, gantry, read } = repository;
        begin(repository);
        const remove = (): unknown => gantry('remove', 'T-7KQ3');
        const change = (): unknown => gantry('set', 'T-7KQ3', 'status=doing');
        const merged = mergeSides(
          repository,
          remover === 'ours' ? { ours: remove, theirs: change } : { ours: change, theirs: remove },
        );
        assert.equal(merged.status, 1, merged.out);
        assert.equal(read(builds), 'title: Build\n');
        if (isCommitted) {
          git('add', '-A');
          git('commit', '-qm', 'keep it');
        }
        const checked = gantry('check').out;
        assert.match(checked, /dependsOn of T-8AAA .* T-7KQ3 .*gantry repair/);
        assert.match(checked, /parent of T-9PRT .* T-7KQ3 .*gantry repair/);
        assert.match(gantry('repair').out, /T-7KQ3 is named again by T-8AAA, T-9PRT/);
        assert.equal(read(builds), 'title: Build\ndependsOn:\n  - T-7KQ3 SS+1d # paper first\n');
        assert.equal(read(part), 'title: Lines\nparent: T-7KQ3\n');
        assert.doesNotMatch(gantry('check').out, /gantry repair/);
      });
    }
  });
}

test('a place that somebody else changed stays, and that is told', () => {
  inRepository(repository => {
    const { gantry, write, read } = repository;
    begin(repository);
    mergeSides(repository, {
      ours: () => {
        gantry('set', 'T-7KQ3', 'status=doing');
        gantry('unlink', 'T-7KQ3', 'T-8AAA');
      },
      theirs: () => gantry('remove', 'T-7KQ3'),
    });
    write(part, 'title: Lines\nparent: T-8AAA\n');
    const repaired = gantry('repair').out;
    assert.match(repaired, /parent of T-9PRT names T-7KQ3 no more, because it has another value/);
    assert.equal(read(part), 'title: Lines\nparent: T-8AAA\n');
    // Both sides took this one out.
    assert.equal(read(builds), 'title: Build\n');
    assert.doesNotMatch(repaired, /T-8AAA/);
  });
});

test('an item that a merge took out with everything that named it is told by nobody', () => {
  inRepository(repository => {
    const { git, gantry, write } = repository;
    begin(repository);
    mergeSides(repository, {
      ours: () => write('.project/tasks/T-9NEW.yaml', 'title: New\n'),
      theirs: () => gantry('remove', 'T-7KQ3'),
    });
    assert.equal(git('status', '--porcelain').out, '');
    assert.doesNotMatch(gantry('check').out, /T-7KQ3/);
    assert.doesNotMatch(gantry('repair').out, /T-7KQ3/);
  });
});
