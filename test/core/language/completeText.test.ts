import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileKind } from '../../../src/core/format/fields.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import { completeText } from '../../../src/core/language/completeText.ts';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { emptyPlan, type Plan } from '../../../src/core/model/plan.ts';
import { emptyProject, type Person } from '../../../src/core/model/project.ts';
import type { Task } from '../../../src/core/model/task.ts';

const ada: Person = {
  key: 'ada',
  name: 'Ada',
  email: undefined,
  calendar: undefined,
  units: 1,
  leave: [],
  team: 'core',
  skills: [],
  isActive: true,
};

function taskOf(id: string, text: string): [string, Task] {
  const { value } = parsePlanFile(`tasks/${id}.yaml`, new TextEncoder().encode(text));
  assert.ok(value && 'kind' in value && value.kind === 'task');
  return [id, value];
}

const plan: Plan = {
  ...emptyPlan,
  project: { ...emptyProject, people: new Map([['ada', ada]]) },
  tasks: new Map([taskOf('T-AAAA', 'title: Parser\n'), taskOf('T-BBBB', 'title: Lexer\n')]),
};

/** The text with the cursor at `|`; answers with what would be inserted. */
function complete(marked: string, kind: FileKind = 'task'): readonly string[] {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const ctx = { plan, today: dayNumber(2026, 3, 2) * 1440, kind, ownId: 'T-AAAA' };
  return completeText(ctx, marked.replace('|', ''), position).map(({ insertText }) => insertText);
}

test('an empty line offers the fields that are not there yet', () => {
  const offered = complete('title: Parser\n|');
  assert.ok(offered.includes('status: '));
  assert.ok(offered.includes('dependsOn:'));
  assert.ok(!offered.includes('title: '));
});

test('a key that has its colon is completed without a second one', () => {
  assert.ok(complete('title: x\nstat|: todo\n').includes('status'));
});

test('a status offers the words that it may hold', () => {
  assert.deepEqual(complete('status: |'), [
    'todo',
    'doing',
    'blocked',
    'review',
    'done',
    'dropped',
  ]);
});

test('a dependency offers the other tasks, and never the task itself', () => {
  assert.deepEqual(complete('dependsOn:\n  - |'), ['T-BBBB']);
  assert.deepEqual(complete('dependsOn:\n  |'), ['- T-BBBB']);
});

test('people, dates and constraints are offered where they belong', () => {
  assert.deepEqual(complete('assignees:\n  - |'), ['ada']);
  assert.equal(complete('deadline: |')[0], '2026-03-02');
  assert.ok(complete('constraint: |').includes('SNET 2026-03-02'));
});

test('the levels of the risk scale of the project are offered', () => {
  assert.ok(complete('current:\n  probability: |', 'risk').includes('very-high'));
});

test('a comment offers nothing', () => {
  assert.deepEqual(complete('title: x\n# stat|\n'), []);
});

test('lengths and shares have usual values, and what is over comes last', () => {
  assert.ok(complete('title: Parser\nestimate: |\n').includes('2d'));
  assert.ok(complete('title: Parser\nprogress: |\n').includes('50%'));
  const done = taskOf('T-A000', 'title: Old\nstatus: done\nfinished: 2026-03-02\n');
  const open = [...plan.tasks].filter(([id]) => id !== 'T-AAAA');
  const ctx = { plan: { ...plan, tasks: new Map([done, ...open]) }, today: 0, ownId: 'T-AAAA' };
  const text = 'title: Parser\nparent: \n';
  const found = completeText({ ...ctx, kind: 'task' }, text, { line: 1, character: 8 });
  assert.deepEqual(
    found.map(({ insertText }) => insertText),
    ['T-BBBB', 'T-A000'],
  );
});
