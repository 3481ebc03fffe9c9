import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshotOfTexts } from '../../../src/core/store/snapshotOfTexts.ts';

function told(tasks: Readonly<Record<string, string>>): readonly string[] {
  const texts = Object.entries(tasks).map(([id, fields]): readonly [string, string] => [
    `tasks/${id}.yaml`,
    `title: ${id}\n${fields}`,
  ]);
  const { problems } = snapshotOfTexts(new Map([['project.yaml', 'name: Demo\n'], ...texts]));
  return problems
    .filter(({ code }) => code === 'progress-order')
    .map(({ message, range }) => `${range?.start.line} ${message.split('; ')[0]}`);
}

test('[ACT-1] work that is further than what it depends on is told, for each type', () => {
  const check = (before: string, after: string, type: string, expected: readonly string[]): void =>
    assert.deepEqual(
      told({ 'T-AAAA': before, 'T-BBBB': `dependsOn: [T-AAAA ${type}]\n${after}` }),
      expected,
      `${type} ${before} ${after}`,
    );
  const begun = 'started: 2026-03-02\n';
  const done = 'status: done\n';
  const open = 'status: todo\n';
  const says = (did: string, lacks: string): readonly string[] => [
    `1 T-BBBB ${did} although T-AAAA, which it depends on, ${lacks}`,
  ];
  check(begun, begun, 'FS', says('has begun', 'is not done'));
  check(open, 'progress: 10%\n', 'SS', says('has begun', 'has not begun'));
  check(begun, done, 'FF', says('is done', 'is not done'));
  check(open, done, 'SF', says('is done', 'has not begun'));
  check(done, begun, 'FS', []);
  check(begun, begun, 'SS', []);
  check(begun, begun, 'FF', []);
  check(begun, done, 'SF', []);
  check('status: dropped\n', begun, 'FS', []);
  check(open, 'status: dropped\nstarted: 2026-03-02\n', 'FS', []);
});

test('[SUM-1] of summaries the parts are asked, not what they say themselves', () => {
  const summary = {
    'T-SSSS': 'status: todo\n',
    'T-AAAA': 'parent: T-SSSS\nstatus: done\n',
    'T-BBBB': 'dependsOn: [T-SSSS]\nstatus: doing\nstarted: 2026-03-02\n',
  };
  assert.deepEqual(told(summary), []);
});
