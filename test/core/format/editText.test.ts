import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText, type FieldEdit } from '../../../src/core/format/editText.ts';
import type { FileKind } from '../../../src/core/format/fields.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';

function set(path: string, value: PlainValue | undefined): FieldEdit {
  return { kind: 'set', field: fieldOf(path), value };
}

function append(path: string, value: PlainValue): FieldEdit {
  return { kind: 'append', field: fieldOf(path), value };
}

function fieldOf(path: string): readonly (string | number)[] {
  return path.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));
}

function check(before: string, edit: FieldEdit, after: string, kind: FileKind = 'task'): void {
  const result = editText(kind, before, [edit]);
  assert.equal(result.ok ? result.value : `refused: ${result.error.message}`, after);
  const again = editText(kind, after, edit.kind === 'set' ? [edit] : []);
  assert.equal(again.ok && again.value, after, 'setting it again changes nothing');
}

test('a scalar is replaced where it stands', () => {
  check('title: a\nstatus: todo\n', set('status', 'done'), 'title: a\nstatus: done\n');
  check('title:   a   # why\n', set('title', 'b'), 'title:   b   # why\n');
  check('title: a', set('title', 'b'), 'title: b');
  check('title: a\r\nrank: 1\r\n', set('title', 'b'), 'title: b\r\nrank: 1\r\n');
  check('\uFEFFtitle: a\n', set('title', 'b'), '\uFEFFtitle: b\n');
  check('# head\n\ntitle: a\n\n\n# tail\n', set('title', 'b'), '# head\n\ntitle: b\n\n\n# tail\n');
  check('"title" : a\n', set('title', 'b'), '"title" : b\n');
  check('---\ntitle: a\n...\n', set('title', 'b'), '---\ntitle: b\n...\n');
  check('  title: a\n  rank: 1\n', set('rank', 2), '  title: a\n  rank: 2\n');
});

test('quotes stay quotes, and come where a reader would take the text for something else', () => {
  check("title: 'a'\n", set('title', 'it’s'), "title: 'it’s'\n");
  check("title: 'a'\n", set('title', "it's"), "title: 'it''s'\n");
  check('title: "a"\n', set('title', 'b "c"'), 'title: "b \\"c\\""\n');
  for (const text of [
    'yes',
    'No',
    'on',
    '~',
    'null',
    '12',
    '1_000',
    '0x1F',
    '12:30',
    '2026-03-01',
    '1e3',
    '<<',
    '.5',
    '',
  ]) {
    check('title: a\n', set('title', text), `title: "${text}"\n`);
  }
  check('title: a\n', set('title', '- a'), 'title: "- a"\n');
  check('title: a\n', set('title', 'a: b'), 'title: "a: b"\n');
  check('title: a\n', set('title', 'say "a": b'), `title: 'say "a": b'\n`);
  check('title: a\n', set('title', 'a #b'), 'title: "a #b"\n');
  check('title: a\n', set('title', 'a\tb'), 'title: "a\\tb"\n');
  check('title: a\n', set('title', 'a\u2028\u0007b'), 'title: "a\\u2028\\x07b"\n');
  check('title: a\n', set('title', 'C#, a:b, 50%'), 'title: C#, a:b, 50%\n');
  check('title: a\n', set('title', 'Ünïcode 🎉'), 'title: Ünïcode 🎉\n');
});

test('dates, numbers and truth stand as themselves in their fields', () => {
  check('deadline: 2026-03-01\n', set('deadline', '2026-03-02'), 'deadline: 2026-03-02\n');
  check('rank: 1\n', set('rank', '2'), 'rank: 2\n');
  check('cost: 1\n', set('cost', '1200.50 EUR'), 'cost: 1200.50 EUR\n');
  check('progress: 0.5\n', set('progress', '60%'), 'progress: 60%\n');
  check('dropped: false\n', set('dropped', true), 'dropped: true\n', 'milestone');
});

test('a missing key is one more line after the nearest key before it', () => {
  check('title: a\ntags: [x]\n', set('status', 'done'), 'title: a\nstatus: done\ntags: [x]\n');
  check(
    'title: a # x\n\n# about\ntags: []\n',
    set('status', 'done'),
    'title: a # x\nstatus: done\n\n# about\ntags: []\n',
  );
  check('status: todo\n', set('title', 'a'), 'title: a\nstatus: todo\n');
  check('# head\nstatus: todo\n', set('title', 'a'), '# head\ntitle: a\nstatus: todo\n');
  check('title: a', set('status', 'done'), 'title: a\nstatus: done');
  check('title: a\r\nx: 1\r\n', set('status', 'done'), 'title: a\r\nstatus: done\r\nx: 1\r\n');
  check('title: |\n  a\n\nx: 1\n', set('status', 'done'), 'title: |\n  a\nstatus: done\n\nx: 1\n');
  check(
    'title: |+\n  a\n\nx: 1\n',
    set('status', 'done'),
    'title: |+\n  a\n\nstatus: done\nx: 1\n',
  );
  check(
    'dependsOn:\n- T-0001 # y\n',
    set('estimate', '3d'),
    'dependsOn:\n- T-0001 # y\nestimate: 3d\n',
  );
  check('  title: a\n', set('status', 'done'), '  title: a\n  status: done\n');
  check('{title: a}\n', set('status', 'done'), '{title: a, status: done}\n');
  check('# only\n', set('title', 'a'), '# only\ntitle: a\n');
  check('', set('title', 'a'), 'title: a\n');
  check('x: 1\ntitle: a\n', set('myField', 'b'), 'x: 1\ntitle: a\nmyField: b\n');
});

test('a key without a value takes one', () => {
  check('title: a\nstatus:\n', set('status', 'done'), 'title: a\nstatus: done\n');
  check(
    'status:   # later\ntitle: a\n',
    set('status', 'done'),
    'status: done   # later\ntitle: a\n',
  );
  check('status: ~\n', set('status', 'done'), 'status: done\n');
  check('tags:\ntitle: a\n', set('tags', ['x']), 'tags:\n  - x\ntitle: a\n');
});

test('a removed key takes its lines with it and nothing else', () => {
  check('title: a\nstatus: todo # x\nrank: 1\n', set('status', undefined), 'title: a\nrank: 1\n');
  check('title: a\n# about\nstatus: todo\n', set('status', null), 'title: a\n# about\n');
  check('title: a\nstatus: todo', set('status', undefined), 'title: a');
  check('title: a\r\nstatus: todo', set('status', undefined), 'title: a');
  check('title: a\r\nstatus: todo\r\n', set('status', undefined), 'title: a\r\n');
  check('tags:\n  - a # x\n  - b\n\n# y\ntitle: a\n', set('tags', undefined), '\n# y\ntitle: a\n');
  check('{title: a, status: todo}\n', set('status', undefined), '{title: a}\n');
  check('{title: a, status: todo}\n', set('title', undefined), '{status: todo}\n');
  check('title: a\n', set('status', undefined), 'title: a\n');
  check('title: a', set('title', undefined), '');
  check('title: a\n\n\nrank: 1', set('rank', undefined), 'title: a\n\n');
  check('description: |\n  a\n\n  b\ntitle: a\n', set('description', undefined), 'title: a\n');
});

test('a text of several lines is a literal block', () => {
  check('title: a\n', set('description', 'x\n\ny\n'), 'title: a\ndescription: |\n  x\n\n  y\n');
  check('description: x # c\n', set('description', 'x\ny'), 'description: |- # c\n  x\n  y\n');
  check(
    'description: |\n    x\ntitle: a\n',
    set('description', 'y\nz\n'),
    'description: |\n    y\n    z\ntitle: a\n',
  );
  check(
    'description: >-\n  x\n  y\ntitle: a\n',
    set('description', 'z'),
    'description: z\ntitle: a\n',
  );
  check(
    'description: | # c\n  x\n\ntitle: a\n',
    set('description', 'z'),
    'description: z # c\n\ntitle: a\n',
  );
  check('description: x\r\n', set('description', 'x\ny\n'), 'description: |\r\n  x\r\n  y\r\n');
  check('title: a\n', set('description', '  x\ny'), 'title: a\ndescription: "  x\\ny"\n');
  check('{title: a}\n', set('description', 'x\ny'), '{title: a, description: "x\\ny"}\n');
  check(
    'description: "x\n  y"\ntitle: a\n',
    set('description', 'z'),
    'description: "z"\ntitle: a\n',
  );
});

test('a list is appended to in its own style', () => {
  check(
    'tags:\n  - a\n  - b # x\nrank: 1\n',
    append('tags', 'c'),
    'tags:\n  - a\n  - b # x\n  - c\nrank: 1\n',
  );
  check('tags:\n- a\nrank: 1\n', append('tags', 'c'), 'tags:\n- a\n- c\nrank: 1\n');
  check('tags:\n    - a', append('tags', 'c'), 'tags:\n    - a\n    - c');
  check('tags: [a, b] # x\n', append('tags', 'c'), 'tags: [a, b, c] # x\n');
  check('tags: [a,]\n', append('tags', 'c'), 'tags: [a, c,]\n');
  check('tags: [\n  a,\n  b\n]\n', append('tags', 'c'), 'tags: [\n  a,\n  b,\n  c\n]\n');
  check('tags: []\n', append('tags', 'c'), 'tags: [c]\n');
  check('tags: a # x\n', append('tags', 'c'), 'tags: [a, c] # x\n');
  check('title: a\n', append('tags', 'c'), 'title: a\ntags:\n  - c\n');
  check(
    'title: a\nassignees:\n- ada\n',
    append('tags', 'c'),
    'title: a\nassignees:\n- ada\ntags:\n- c\n',
  );
  check('tags: [a]\n', append('tags', 'b, c'), 'tags: [a, "b, c"]\n');
  check(
    'acceptance:\n  - x\n',
    append('acceptance', { done: true, text: 'z' }),
    'acceptance:\n  - x\n  - text: z\n    done: true\n',
  );
  check('code: src/a.ts\n', append('code', { path: 'b' }), 'code:\n  - src/a.ts\n  - path: b\n');
});

test('an element of a list is set and removed alone', () => {
  const list = 'tags:\n  - a # 1\n  - b # 2\n  - c # 3\n';
  check(list, set('tags.1', 'x'), 'tags:\n  - a # 1\n  - x # 2\n  - c # 3\n');
  const removed = editText('task', list, [set('tags.1', undefined)]);
  assert.equal(removed.ok && removed.value, 'tags:\n  - a # 1\n  - c # 3\n');
  check(list, set('tags', ['a', 'c']), 'tags:\n  - a # 1\n  - c # 3\n');
  check(list, set('tags', ['a', 'b', 'x', 'c']), 'tags:\n  - a # 1\n  - b # 2\n  - x\n  - c # 3\n');
  check('tags: [a, b, c]\n', set('tags', ['b', 'c']), 'tags: [b, c]\n');
  check('tags: [a, b, c]\n', set('tags', ['a', 'b']), 'tags: [a, b]\n');
  check('title: x\ntags: [a]\n', set('tags', []), 'title: x\ntags: []\n');
});

test('a shape that no splice can serve is written anew, or refused where a comment would go', () => {
  const result = editText('task', 'mine: [a: b]\n', [set('mine.0.c', 1)]);
  assert.equal(result.ok && result.value, 'mine: [{a: b, c: 1}]\n');
  const lost = editText('task', 'description: [a, b]\n  # c\n', [set('description', 'x\ny\n')]);
  assert.equal(!lost.ok && lost.error.code, 'command-refused');
});

test('an edit of one field leaves the writing of the others', () => {
  const rest = 'title: one\n  two\nmine: [T-BBBB]\nyours:   "x"   # c\n';
  const stays = (field: string, edit: FieldEdit, after: string): void =>
    check(rest + field, edit, rest + after);
  stays(
    'dependsOn:\n  -\n    T-BBBB\n',
    set('dependsOn', ['T-BBBB', 'T-CCCC']),
    'dependsOn:\n  -\n    T-BBBB\n  - T-CCCC\n',
  );
  stays(
    'dependsOn:\n  - # why\n    T-BBBB\n',
    set('dependsOn', ['T-BBBB', 'T-CCCC']),
    'dependsOn:\n  - # why\n    T-BBBB\n  - T-CCCC\n',
  );
  stays(
    'yes: &p [ada]\nassignees: *p # who\n',
    set('assignees', ['ada', 'bob']),
    'yes: &p [ada]\nassignees: [ada, bob] # who\n',
  );
  stays(
    'assignees: !!seq\n  - !!str ada # lead\n',
    set('assignees', ['ada', 'bob']),
    'assignees: !!seq\n  - !!str ada # lead\n  - bob\n',
  );
  const shared = editText('task', `${rest}x: &x {y: 1}\nz: *x\n`, [set('x', undefined)]);
  assert.equal(!shared.ok && shared.error.code, 'command-refused');
});

test('an item that is empty or a text takes a text of several lines', () => {
  check(
    'tags:\n  - # c\n  - b\n',
    set('tags.0', 'x\ny\n'),
    'tags:\n  - | # c\n    x\n    y\n  - b\n',
  );
  check(
    'tags:\n  - |\n    a\n  - b\n',
    set('tags.0', 'x\ny\n'),
    'tags:\n  - |\n    x\n    y\n  - b\n',
  );
  check('tags:\n  - |\n    a\n  - b\n', set('tags.0', 'x'), 'tags:\n  - x\n  - b\n');
});

test('an emptied list or map goes with its key', () => {
  const removed = (before: string, path: string, after: string, kind: FileKind): void => {
    const result = editText(kind, before, [set(path, undefined)]);
    assert.equal(result.ok && result.value, after);
  };
  removed('title: x\ntags: [a]\n', 'tags.0', 'title: x\n', 'task');
  removed('title: x\ntags:\n  - a\n', 'tags.0', 'title: x\n', 'task');
  removed('title: x\ntags: a\n', 'tags.0', 'title: x\n', 'task');
  removed('title: x\nresponse:\n  strategy: avoid\n', 'response.strategy', 'title: x\n', 'risk');
  removed('title: x\ncurrent: {impact: {cost: 1}}\n', 'current.impact.cost', 'title: x\n', 'risk');
});

test('a nested field is set where it belongs', () => {
  check(
    'title: a\n',
    set('response.strategy', 'avoid'),
    'title: a\nresponse:\n  strategy: avoid\n',
    'risk',
  );
  check(
    'response:\n    plan: x\n',
    set('response.strategy', 'avoid'),
    'response:\n    strategy: avoid\n    plan: x\n',
    'risk',
  );
  check('response:\n', set('response.strategy', 'avoid'), 'response:\n  strategy: avoid\n', 'risk');
  check(
    'response: {plan: x}\n',
    set('response.strategy', 'avoid'),
    'response: {plan: x, strategy: avoid}\n',
    'risk',
  );
  check(
    'current: {probability: 30%, impact: {schedule: 5d}}\n',
    set('current.impact.schedule', '5d..9d'),
    'current: {probability: 30%, impact: {schedule: 5d..9d}}\n',
    'risk',
  );
  check(
    'current: {impact: high}\n',
    set('current.impact.cost', '100'),
    'current: {impact: {schedule: high, cost: 100}}\n',
    'risk',
  );
  check(
    'people:\n  ada: Ada\n',
    set('people.ada.units', '50%'),
    'people:\n  ada:\n    name: Ada\n    units: 50%\n',
    'project',
  );
  check(
    'people:\n  ada:\n  bob:\n',
    set('people.ada.name', 'Ada'),
    'people:\n  ada:\n    name: Ada\n  bob:\n',
    'project',
  );
  check(
    'people:\n  ada:\n    name: A\n',
    set('people.bob.name', 'Bob'),
    'people:\n  ada:\n    name: A\n  bob:\n    name: Bob\n',
    'project',
  );
  check(
    'acceptance:\n  - x\n',
    set('acceptance.0.done', true),
    'acceptance:\n  - text: x\n    done: true\n',
  );
  check(
    'acceptance:\n  - text: x # c\n    done: false\n',
    set('acceptance.0.done', true),
    'acceptance:\n  - text: x # c\n    done: true\n',
  );
  check(
    'acceptance:\n  - done: true\n    text: x\n',
    set('acceptance.0.done', undefined),
    'acceptance:\n  - text: x\n',
  );
  check('dependsOn: T-0001\n', set('dependsOn.0', 'T-0002'), 'dependsOn: [T-0002]\n');
});

test('an item that stands alone for its list is an item all the same', () => {
  check('code:\n  path: a\n', set('code.0.line', 3), 'code:\n  - path: a\n    line: 3\n');
  check('code: a # x\n', set('code.0.line', 3), 'code: # x\n  - path: a\n    line: 3\n');
  check('tags: a\n', set('tags.1', 'b'), 'tags: [a, b]\n');
});

test('a value of another shape takes the place', () => {
  check('tags:\n  - a # x\n  - b\nrank: 1\n', set('tags', 'c'), 'tags: c\nrank: 1\n');
  check('tags: # why\n  - a\nrank: 1\n', set('tags', 'c'), 'tags: c # why\nrank: 1\n');
  check(
    'response: avoid # x\n',
    set('response', { plan: 'p', strategy: 'avoid' }),
    'response: # x\n  strategy: avoid\n  plan: p\n',
    'risk',
  );
});

test('what cannot be understood is not written', () => {
  const refusedBy = (text: string, code: string): void => {
    const result = editText('task', text, [set('title', 'b')]);
    assert.equal(!result.ok && result.error.code, code, text);
  };
  refusedBy('title: a\ntitle: b\n', 'yaml-duplicate-key');
  refusedBy('title: a\n\tx: 1\n', 'yaml-syntax');
  refusedBy('title: "a\n', 'yaml-syntax');
  refusedBy('<<<<<<< a\ntitle: a\n=======\ntitle: b\n>>>>>>> b\n', 'file-conflict');
  refusedBy('- a\n', 'command-refused');
  refusedBy('title: &x a\ntype: *x\n', 'command-refused');
});

test('a text with several edits has all of them', () => {
  const result = editText('task', 'title: a\n', [
    set('status', 'doing'),
    append('tags', 'x'),
    append('tags', 'z'),
    set('title', 'b'),
  ]);
  assert.equal(result.ok && result.value, 'title: b\nstatus: doing\ntags:\n  - x\n  - z\n');
});

test('of mixed line ends each stays, and a new line takes that of the line it follows', () => {
  const mixed = 'title: mixed\r\nestimate: 2d\nstatus: todo\r\n';
  check(
    mixed,
    set('deadline', '2026-05-01'),
    'title: mixed\r\nestimate: 2d\ndeadline: 2026-05-01\nstatus: todo\r\n',
  );
  check(
    'title: a\nestimate: 2d\r\nx: 1\n',
    set('deadline', '2026-05-01'),
    'title: a\nestimate: 2d\r\ndeadline: 2026-05-01\r\nx: 1\n',
  );
  check('title: a\nx: 1\r\ny: 2', set('z', 3), 'title: a\nx: 1\r\ny: 2\r\nz: 3');
  check('# a\r\n# b\n', set('title', 'x'), '# a\r\n# b\ntitle: x\n');
  check('# a\nstatus: todo\r\n', set('title', 'x'), '# a\ntitle: x\r\nstatus: todo\r\n');
  check('tags:\r\n  - a\n  - b\r\n', append('tags', 'c'), 'tags:\r\n  - a\n  - b\r\n  - c\r\n');
  const list = 'title: x\r\ntags:\n  - a\n  - b\r\n';
  check(list, set('tags', ['a', 'z', 'b']), 'title: x\r\ntags:\n  - a\n  - z\n  - b\r\n');
  check(list, set('tags', ['z', 'a', 'b']), 'title: x\r\ntags:\n  - z\n  - a\n  - b\r\n');
  check('x: 1\r\ntags: [\n  a\n]\r\n', append('tags', 'c'), 'x: 1\r\ntags: [\n  a,\n  c\n]\r\n');
  check(
    'title: a\r\ndescription: x\nrank: 1\r\n',
    set('description', 'x\ny\n'),
    'title: a\r\ndescription: |\n  x\n  y\nrank: 1\r\n',
  );
});
