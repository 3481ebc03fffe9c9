import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText } from '../../../src/core/format/editText.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import type { Fix } from '../../../src/core/language/fix.ts';
import { fixProblem } from '../../../src/core/language/fixProblem.ts';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { emptyPlan } from '../../../src/core/model/plan.ts';
import type { FieldPath } from '../../../src/core/model/problem.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';

/** Mends the first problem of a task's text by its first fix; undefined when there is none. */
function mend(text: string, field?: FieldPath): string | undefined {
  const [fix] = fixesOf(text, field);
  return fix && apply(text, fix);
}

const titlesOf = (text: string): readonly string[] => fixesOf(text).map(({ title }) => title);

function fixesOf(text: string, field?: FieldPath): readonly Fix[] {
  const { file } = parsePlanFile('tasks/T-AAAA.yaml', new TextEncoder().encode(text));
  const [problem] = file.problems;
  assert.ok(problem?.range);
  return fixProblem(problem, {
    plan: emptyPlan,
    schedule: computeSchedule(emptyPlan),
    today: dayNumber(2026, 3, 2) * 1440,
    kind: 'task',
    text,
    range: problem.range,
    field: problem.field ?? field,
  });
}

function apply(text: string, fix: Fix): string {
  if (fix.kind !== 'replace') {
    const edited = editText('task', text, fix.edits);
    assert.ok(edited.ok);
    return edited.value;
  }
  const lines = text.split('\n');
  const { start, end } = fix.range;
  const before = [
    ...lines.slice(0, start.line),
    lines[start.line]?.slice(0, start.character) ?? '',
  ];
  const after = [lines[end.line]?.slice(end.character) ?? '', ...lines.slice(end.line + 1)];
  return before.join('\n') + fix.text + after.join('\n');
}

test('a slip in a field name is mended to the nearest field', () => {
  assert.equal(mend('title: x\nasignees: ada\n'), 'title: x\nassignees: ada\n');
});

test('a slip in a choice is mended to the nearest choice', () => {
  assert.equal(mend('title: x\nstatus: doin\n', ['status']), 'title: x\nstatus: doing\n');
});

test('a distribution that does not suit the range is taken out', () => {
  const text = 'title: x\nestimate: 2d..4d..9d\n';
  assert.equal(mend(`${text}distribution: uniform\n`), text);
});

test('tabs at the beginning of lines become spaces', () => {
  assert.equal(mend('title: x\ntags:\n\t- a\n\t- b\n'), 'title: x\ntags:\n  - a\n  - b\n');
});

test('a problem that needs a person has no fix', () => {
  assert.equal(mend('title: x\ndeadline: soon\n'), undefined);
});

test('dates, lengths and shares in another writing are turned into that of plans', () => {
  const mendField = (line: string): string | undefined =>
    mend(`title: x\n${line}\n`, [line.split(':')[0] ?? ''])?.replace('title: x\n', '');
  for (const [line, mended] of [
    ['deadline: 2026-02-31', 'deadline: 2026-02-28\n'],
    ['deadline: 31.12.2026', 'deadline: 2026-12-31\n'],
    ['started: 2026/3/1', 'started: 2026-03-01\n'],
    ['constraint: SNET 2026-02-31', 'constraint: SNET 2026-02-28\n'],
    ['estimate: 3 days', 'estimate: 3d\n'],
    ['duration: 1,5 d', 'duration: 1.5d\n'],
    ['remaining: 2 weeks', 'remaining: 2w\n'],
    ['progress: 40', 'progress: 40%\n'],
    ['progress: 140%', undefined],
    ['deadline: soon', undefined],
    ['estimate: long', undefined],
  ] as const) {
    assert.equal(mendField(line), mended, line);
  }
});

test('what a merge left open is decided for either side', () => {
  const text =
    'title: x\nstatus: doing\nconflicts:\n  - field: status\n    base: todo\n    ours: doing\n    theirs: done\n';
  assert.deepEqual(titlesOf(text), ['Keep `doing`', 'Take `done`']);
  assert.equal(mend(text), 'title: x\nstatus: doing\n');
});

test('marks of git become one text, merged field by field', () => {
  const [here, there] = ['<<<<<<< a\nstatus: doing\n', '=======\nstatus: todo\nestimate: 2d\n'];
  const text = `title: x\n${here}||||||| b\nstatus: todo\n${there}>>>>>>> c\n`;
  assert.equal(mend(text), 'title: x\nstatus: doing\nestimate: 2d\n');
});

test('where nobody knows what marks of git began with, all that differs is left to be decided', () => {
  const text = 'title: x\n<<<<<<< a\nstatus: doing\n=======\npriority: high\n>>>>>>> b\n';
  const open = ['field: priority\n    theirs: high\n', 'field: status\n    ours: doing\n'];
  const conflicts = open.map(each => `  - ${each}`).join('');
  assert.equal(mend(text), `title: x\nstatus: doing\nconflicts:\n${conflicts}`);
});
