import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText, type FieldEdit } from '../../../src/core/format/editText.ts';
import type { FileKind } from '../../../src/core/format/fields.ts';
import type { PlainMap } from '../../../src/core/format/plainValue.ts';
import { mergeFile } from '../../../src/core/merge/mergeFile.ts';
import type { FieldConflict, Side } from '../../../src/core/merge/mergeValues.ts';
import { editsFor, openConflicts } from '../../../src/core/merge/openConflicts.ts';
import { readPlainFields } from '../../../src/core/merge/plainFields.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';
import type { FieldPath } from '../../../src/core/model/problem.ts';
import { seededRandom } from '../../support/seededRandom.ts';

/** A file with parts in parts, and what may stand in each of its places. */
interface Subject {
  readonly kind: FileKind;
  readonly text: string;
  readonly places: readonly (readonly [FieldPath, readonly (PlainValue | undefined)[]])[];
}

const subjects: readonly Subject[] = [
  {
    kind: 'task',
    text: `title: Draw # the plan
status: todo
estimate: 1d..2d..4d
dependsOn:
  - T-8AAA # first
  - T-8BBB SS+2d
assignees: [ada, bob 50%]
code:
  - path: src/a.ts
    line: 4
  - src/b.ts
tags: [paper]
`,
    places: [
      [['title'], ['Sketch', 'Paint: twice', '7']],
      [['status'], ['doing', 'done', undefined]],
      [['estimate'], ['2d', '3d..9d', undefined]],
      [
        ['dependsOn', 0],
        ['T-8AAA SS', 'T-8AAA FF+1d'],
      ],
      [
        ['assignees', 1],
        ['bob', 'bob 20%'],
      ],
      [
        ['code', 0, 'line'],
        [5, 9],
      ],
      [['description'], ['one\ntwo\n', 'three\n', 'four']],
      [['tags'], [['paper', 'ink'], ['pen'], undefined]],
      [
        ['dependsOn', 1],
        ['T-8BBB FF', undefined],
      ],
    ],
  },
  {
    kind: 'project',
    text: `name: Bridge # the long one
currency: EUR
people:
  ada.l: { name: Ada, units: 50% } # with a dot
  bob:
    name: Bob
    leave:
      - on: 2026-08-03..2026-08-14
        title: Summer
calendars:
  standard:
    hours: { mon-fri: 09:00-17:00 }
    exceptions:
      - on: 2026-12-25
      - every: month on last fri
        hours: 09:00-12:00
views:
  - name: Late
    filter: open late
    sort: start
`,
    places: [
      [['name'], ['A bridge', '7', 'Two']],
      [['currency'], ['CHF', 'USD', undefined]],
      [
        ['people', 'ada.l', 'units'],
        ['60%', '70%', undefined],
      ],
      [
        ['people', 'bob', 'name'],
        ['Bobby', 'Robert'],
      ],
      [
        ['people', 'eve', 'name'],
        ['Eve', 'Eva'],
      ],
      [
        ['people', 'bob', 'leave', 0, 'title'],
        ['Away', undefined, 'Rest'],
      ],
      [
        ['calendars', 'standard', 'hours', 'mon-fri'],
        ['08:00-16:00', '10:00-18:00'],
      ],
      [
        ['calendars', 'standard', 'exceptions', 1, 'hours'],
        ['09:00-11:00', 'off'],
      ],
      [
        ['views', 0, 'filter'],
        ['open', 'open mine'],
      ],
      [
        ['views', 0, 'sort'],
        ['finish', undefined],
      ],
    ],
  },
  {
    kind: 'note',
    text: `title: Stand-up
date: 2026-03-02
actions:
  - text: call
    due: 2026-03-05
    assignee: ada
  - text: write
decisions:
  - We use X
own: { a: 1, b: [1, 2] }
`,
    places: [
      [['title'], ['Meeting', 'Call']],
      [
        ['actions', 0, 'due'],
        ['2026-03-06', '2026-03-07', undefined],
      ],
      [
        ['actions', 0, 'assignee'],
        ['bob', 'eve'],
      ],
      [
        ['actions', 1, 'due'],
        ['2026-04-01', '2026-04-02'],
      ],
      [['actions', 1], [undefined]],
      [
        ['own', 'a'],
        [2, '1e3', 'true', true, 'null', undefined],
      ],
      [
        ['own', 'b'],
        [[3], 'x', { c: 1 }],
      ],
      [
        ['own', 'd.e'],
        [1, 'x'],
      ],
    ],
  },
  {
    kind: 'baseline',
    text: `title: Kick-off
items:
  T-1111: 2026-01-05T09:00..2026-01-09T18:00
  T-2222: 2026-01-05T09:00..2026-01-10T18:00
`,
    places: [
      [['title'], ['Start', 'Begin']],
      [
        ['items', 'T-1111'],
        ['2026-01-06T09:00..2026-01-09T18:00', undefined],
      ],
      [
        ['items', 'T-2222'],
        ['2026-01-07T09:00..2026-01-10T18:00', '2026-01-08T09:00..2026-01-10T18:00'],
      ],
      [
        ['items', 'T-3333'],
        ['2026-01-07T09:00..2026-01-10T18:00', '2026-01-08T09:00..2026-01-10T18:00'],
      ],
    ],
  },
];

function editAtRandom({ kind, text, places }: Subject, random: () => number): string {
  const edits = places.flatMap(([field, values]): readonly FieldEdit[] => {
    if (random() > 0.4) return [];
    const value = values[Math.floor(random() * values.length)];
    return [{ kind: 'set', field, value }];
  });
  const edited = editText(kind, text, edits);
  assert.ok(edited.ok, edited.ok ? '' : edited.error.message);
  return edited.value;
}

/** The value at a field; of a list the entries by what they are called. */
function valueAt(fields: PlainMap, field: FieldPath): PlainValue | undefined {
  let value: PlainValue | undefined = fields;
  for (const step of field) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === step)?.[1]
        : undefined;
  }
  return value;
}

/** All fields but the one that is decided, down to the place of it. */
function others(fields: PlainMap, [step, ...rest]: FieldPath): readonly unknown[] {
  const kept = Object.entries(fields).filter(([key]) => key !== step);
  const value = Object.entries(fields).find(([key]) => key === step)?.[1];
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && rest.length > 0 ? [...kept, others(value as PlainMap, rest)] : kept;
}

/** What is decided for a side holds, and nothing else is changed. */
function assertDecided(
  kind: FileKind,
  text: string,
  conflicts: readonly FieldConflict[],
  side: Side,
): void {
  const fields = readPlainFields(text) ?? {};
  const open = openConflicts(fields);
  assert.equal(open.length, conflicts.length, text);
  open.forEach((each, at) => {
    const conflict = conflicts[at];
    assert.ok(conflict);
    const written = editText(kind, text, editsFor(kind, fields, each, side));
    assert.ok(written.ok, `${side} ${each.field}\n${text}`);
    const decided = readPlainFields(written.value) ?? {};
    assert.deepEqual(
      others(decided, conflict.field),
      others(fields, conflict.field),
      written.value,
    );
    const after = valueAt(decided, conflict.field);
    const wanted = conflict[side];
    if (!Array.isArray(after)) {
      assert.deepEqual(after, wanted, `${side} ${each.field}\n${text}`);
      return;
    }
    // Of an entry, every part that both sides changed is that of the side.
    if (Array.isArray(wanted)) return assert.deepEqual(after, wanted);
    assertEntry(after, conflict, side, `${side} ${each.field}\n${text}\n${written.value}`);
  });
}

function assertEntry(
  entries: readonly PlainValue[],
  conflict: FieldConflict,
  side: Side,
  at: string,
): void {
  const { base, ours, theirs } = conflict;
  if (typeof ours === 'string' || typeof theirs === 'string') {
    const wanted = conflict[side];
    const lost = side === 'ours' ? theirs : ours;
    assert.ok(wanted === undefined || entries.includes(wanted), at);
    assert.ok(lost === undefined || lost === wanted || !entries.includes(lost), at);
    return;
  }
  const parts = [base, ours, theirs].map(
    value => (typeof value === 'object' && value !== null ? value : {}) as PlainMap,
  );
  const [before = {}, here = {}, there = {}] = parts;
  const wanted = conflict[side];
  const changed = Object.keys({ ...before, ...here, ...there }).filter(
    key => here[key] !== there[key] && here[key] !== before[key] && there[key] !== before[key],
  );
  const isThere = entries.some(entry => {
    const map = (typeof entry === 'object' && entry !== null ? entry : {}) as PlainMap;
    const side = (typeof wanted === 'object' && wanted !== null ? wanted : {}) as PlainMap;
    const name = ['text', 'on', 'every', 'name'].find(key => before[key] !== undefined) ?? 'text';
    return map[name] === before[name] && changed.every(key => map[key] === side[key]);
  });
  if (wanted === undefined)
    assert.ok(!entries.some(entry => JSON.stringify(entry) === JSON.stringify(ours ?? theirs)), at);
  else assert.ok(isThere, at);
}

for (const subject of subjects) {
  test(`each conflict in a ${subject.kind} can be decided for either side`, () => {
    let decided = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seededRandom(seed);
      const [ours, theirs] = [editAtRandom(subject, random), editAtRandom(subject, random)];
      const result = mergeFile(subject.kind, { base: subject.text, ours, theirs });
      assert.ok(result.ok, `seed ${seed}\n${ours}\n---\n${theirs}`);
      const { text, conflicts } = result.value;
      decided += conflicts.length;
      for (const side of ['ours', 'theirs'] as const) {
        assertDecided(subject.kind, text, conflicts, side);
      }
    }
    assert.ok(decided > 15, `only ${decided} conflicts`);
  });
}
