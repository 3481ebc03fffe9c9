import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import { mergeFile, type FileSides } from '../../../src/core/merge/mergeFile.ts';

function merged(sides: FileSides): string {
  const result = mergeFile('task', sides);
  assert.ok(result.ok, result.ok ? '' : result.error.message);
  return result.value.text;
}

const base = `title: Read the tables # what they are
status: todo
estimate: 3d
dependsOn: [T-7KQ3, T-8AAA]
tags: [parser]
`;

test('fields that different sides changed are both taken, and comments stay', () => {
  const ours = base.replace('todo', 'doing');
  const theirs = `${base.replace('3d', '5d')}assignees: [ada]\n`;
  assert.equal(
    merged({ base, ours, theirs }),
    `title: Read the tables # what they are
status: doing
estimate: 5d
dependsOn: [T-7KQ3, T-8AAA]
tags: [parser]
assignees: [ada]
`,
  );
});

test('neighbouring lines are no conflict where the fields are different', () => {
  const ours = base.replace('status: todo', 'status: doing # at last');
  const theirs = base.replace('estimate: 3d', 'estimate: 4d # more than was thought');
  const text = merged({ base, ours, theirs });
  assert.match(text, /^status: doing # at last$/m);
  assert.match(text, /^estimate: 4d/m);
});

test('a field that both sides changed keeps ours and tells theirs, and the file can be read', () => {
  const ours = base.replace('todo', 'doing');
  const theirs = base.replace('todo', 'done');
  assert.equal(
    merged({ base, ours, theirs }),
    `${ours}conflicts:
  - field: status
    base: todo
    ours: doing
    theirs: done
`,
  );
});

test('the same change on both sides is no conflict', () => {
  const both = base.replace('todo', 'done');
  assert.equal(merged({ base, ours: both, theirs: both }), both);
});

test('lists are merged by entry: added, removed and changed on either side', () => {
  const ours = base.replace('[T-7KQ3, T-8AAA]', '[T-7KQ3 SS+2d, T-8AAA, T-9BBB]');
  const theirs = base.replace('[T-7KQ3, T-8AAA]', '[T-7KQ3, T-5CCC]');
  assert.match(merged({ base, ours, theirs }), /^dependsOn: \[T-7KQ3 SS\+2d, T-5CCC, T-9BBB\]$/m);
});

test('the same dependency changed twice is a conflict of that entry alone', () => {
  const ours = base.replace('T-7KQ3,', 'T-7KQ3 SS,');
  const theirs = base.replace('T-7KQ3,', 'T-7KQ3 FF+1d,').replace('T-8AAA', 'T-6DDD');
  const text = merged({ base, ours, theirs });
  assert.match(text, /^dependsOn: \[T-7KQ3 SS, T-6DDD\]$/m);
  assert.match(
    text,
    /field: dependsOn\n {4}base: T-7KQ3\n {4}ours: T-7KQ3 SS\n {4}theirs: T-7KQ3 FF\+1d/,
  );
});

test('what one side took out and the other changed stays, with a word on it', () => {
  const ours = base.replace('T-7KQ3, ', '');
  const theirs = base.replace('T-7KQ3,', 'T-7KQ3 FF+1d,');
  const text = merged({ base, ours, theirs });
  assert.match(text, /T-7KQ3 FF\+1d/);
  assert.match(text, /field: dependsOn\n {4}base: T-7KQ3\n {4}theirs: T-7KQ3 FF\+1d/);
  const gone = base.replace('estimate: 3d\n', '');
  const other = base.replace('3d', '5d');
  assert.match(
    merged({ base, ours: gone, theirs: other }),
    /field: estimate\n {4}base: 3d\n {4}theirs: 5d/,
  );
});

test('long texts are merged by their lines', () => {
  const long = `${base}description: |\n  one\n  two\n  three\n`;
  const ours = long.replace('one', 'first');
  const theirs = long.replace('three', 'third');
  assert.match(
    merged({ base: long, ours, theirs }),
    /description: \|\n {2}first\n {2}two\n {2}third\n/,
  );
});

test('the ends of lines are ours, and so is the mark at the beginning', () => {
  const ours = `\uFEFF${base.replace('todo', 'doing').replaceAll('\n', '\r\n')}`;
  const theirs = base.replace('3d', '5d');
  const text = merged({ base, ours, theirs });
  assert.equal(text, ours.replace('3d', '5d'));
});

test('two items that were made under one id are both kept', () => {
  const ours = 'title: Draw the bars\n';
  const theirs = 'title: Write the manual\nstatus: doing # soon\n';
  assert.equal(
    merged({ base: undefined, ours, theirs }),
    'title: Draw the bars\nconflicts:\n  - item: |\n      title: Write the manual\n      status: doing # soon\n',
  );
});

test('the same item imported on both sides is one item', () => {
  const ours = 'title: Draw\norigin: mspdi:12\nestimate: 2d\n';
  const theirs = 'title: Draw it\norigin: mspdi:12\n';
  const text = merged({ base: undefined, ours, theirs });
  assert.match(text, /^title: Draw\norigin: mspdi:12\n[^]*^estimate: 2d$/m);
  assert.match(text, /field: title\n {4}ours: Draw\n {4}theirs: Draw it/);
});

test('a side that cannot be understood is refused', () => {
  const result = mergeFile('task', { base, ours: 'title: [', theirs: base });
  assert.ok(!result.ok);
});

test('what a merge left open is a problem of the file, at its place', () => {
  const text =
    'title: A\nstatus: doing\nconflicts:\n  - field: status\n    ours: doing\n    theirs: done\n';
  const { file, value } = parsePlanFile('tasks/T-7KQ3.yaml', new TextEncoder().encode(text));
  assert.ok(value !== undefined && file.isWritable);
  assert.deepEqual(
    file.problems.map(({ code, message, range }) => [code, message, range?.start.line]),
    [
      [
        'merge-conflict',
        '`status` is `doing` here and `done` there; choose with `gantry resolve T-7KQ3 status ours` or `theirs`',
        3,
      ],
    ],
  );
});

test('a project of a newer format is left to be merged as a text', () => {
  const newer = 'version: 99\nname: Bridge\n';
  const result = mergeFile('project', {
    base: newer,
    ours: newer.replace('Bridge', 'A bridge'),
    theirs: `${newer}currency: EUR\n`,
  });
  assert.ok(!result.ok);
});

test('a conflict that makes the file too large to be read is left to be merged as a text', () => {
  const long = (word: string): string => `title: A\ndescription: >+\n  ${word.repeat(26_000)}\n`;
  const sides = { base: long('a word '), ours: long('our '), theirs: long('their ') };
  assert.ok(!mergeFile('task', sides).ok);
});

test('days of a calendar are the same by their dates or their repetition', () => {
  const calendar = `name: P
calendars:
  standard:
    periods:
      - on: 2026-06-01..2026-08-31
        hours: { mon-fri: 09:00-13:00 }
    exceptions:
      - every: month on last fri
        hours: 09:00-12:00
`;
  for (const [hours, place] of [
    ['mon-fri: 09:00-13:00', 'periods'],
    ['hours: 09:00-12:00', 'exceptions'],
  ] as const) {
    const ours = calendar.replace(hours, hours.replace('09', '07'));
    const theirs = calendar.replace(hours, hours.replace('09', '08'));
    const result = mergeFile('project', { base: calendar, ours, theirs });
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.conflicts.map(({ field }) => field),
      [['calendars', 'standard', place]],
    );
    assert.ok(result.value.text.startsWith(ours), result.value.text);
  }
});

test('an entry that comes from theirs is written as it stood there', () => {
  const base = 'name: P\ncalendars:\n  standard:\n    exceptions:\n      - on: 2026-12-25\n';
  const entry = '      - on: 2027-01-01\n        title: New Year\n        hours: 09:00-12:00\n';
  const ours = `${base}      - on: 2027-05-01\n`;
  const result = mergeFile('project', { base, ours, theirs: base + entry });
  assert.ok(result.ok);
  assert.ok(result.value.text.replace('"on"', 'on').includes(entry), result.value.text);
});
