import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldSpecAt, type FileKind } from '../../../src/core/format/fields.ts';
import { parseFieldText } from '../../../src/core/format/parseFieldText.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';

function check(kind: FileKind, path: string, text: string, expected: PlainValue): void {
  const result = parseFieldText(kind, path, text);
  assert.deepEqual(result.ok ? result.value : result.error.message, expected, `${path}=${text}`);
}

function checkRefused(kind: FileKind, path: string, text: string, code: string): void {
  const result = parseFieldText(kind, path, text);
  assert.equal(!result.ok && result.error.code, code, `${path}=${text}`);
}

test('what a person types becomes the value that the file takes', () => {
  check('task', 'title', 'A, b', 'A, b');
  check('task', 'title', '2026', '2026');
  check('task', 'rank', '1.5', 1.5);
  check('task', 'progress', '40%', '40%');
  check('task', 'cost', '1200', 1200);
  check('task', 'cost', '1200 EUR', '1200 EUR');
  check('task', 'parent', 't-7kq3', 'T-7KQ3');
  check('task', 'dependsOn', 'T-0001, T-0002 SS+2d', ['T-0001', 'T-0002 SS+2d']);
  check('task', 'dependsOn.1', 'T-0002', 'T-0002');
  check('task', 'tags', 'a,b,,', ['a', 'b']);
  check('task', 'acceptance', 'First, this\nThen that', ['First, this', 'Then that']);
  check('task', 'acceptance.0.done', 'yes', true);
  check('task', 'code', 'src/a.ts:1-2', ['src/a.ts:1-2']);
  check('risk', 'response', 'avoid', 'avoid');
  check('risk', 'current.impact.quality', 'high', 'high');
  check('risk', 'current.impact.cost', '100..200', '100..200');
  check('risk', 'current.impact.cost', '100..200..1000 EUR', '100..200..1000 EUR');
  check('project', 'people.ada.units', '50%', '50%');
  check('project', 'calendars.standard.hours.mon-fri', '09:00-17:00', '09:00-17:00');
});

test('what the field cannot hold is refused with the reason', () => {
  checkRefused('task', 'status', 'finished', 'field-value');
  checkRefused('task', 'deadline', '2026-02-31', 'date-invalid');
  checkRefused('task', 'estimate', '-3d', 'duration-negative');
  checkRefused('task', 'dependsOn', 'T-0001, x', 'field-value');
  checkRefused('task', 'milestone', 'T-0001', 'reference-kind');
  checkRefused('task', 'code', '../x', 'code-outside');
  checkRefused('task', 'colour', 'red', 'command-refused');
  checkRefused('risk', 'current.impact.cost', '100..50..900', 'estimate-order');
  checkRefused('risk', 'current.impact.cost', '100 EUR..200..900 USD', 'field-value');
  checkRefused('risk', 'current.impact.cost', '1..2..3..4', 'field-value');
  checkRefused('risk', 'current', 'high', 'command-refused');
  checkRefused('project', 'people', 'ada', 'command-refused');
});

test('a path leads to the spec of its field', () => {
  const kindAt = (kind: FileKind, path: readonly (string | number)[]): string | undefined => {
    const spec = fieldSpecAt(kind, path);
    return spec && ('value' in spec ? `${spec.key}: ${spec.value.kind}` : spec.kind);
  };
  assert.equal(kindAt('task', ['status']), 'status: choice');
  assert.equal(kindAt('task', ['dependsOn', 3]), 'dependency');
  assert.equal(kindAt('task', ['acceptance', 0, 'done']), 'done: boolean');
  assert.equal(kindAt('task', ['code', 0, 'line']), 'line: number');
  assert.equal(kindAt('risk', ['current', 'impact', 'safety']), 'level');
  assert.equal(kindAt('project', ['people', 'ada', 'leave', 0, 'on']), 'on: dayRange');
  assert.equal(kindAt('project', ['calendars', 'x', 'hours', 'sat']), 'shifts');
  assert.equal(kindAt('task', ['nothing', 'here']), undefined);
  assert.equal(kindAt('task', ['title', 'deeper']), undefined);
});

test('what a field does not have is answered with the parts that it has', () => {
  const message = (path: string): string => {
    const read = parseFieldText('risk', path, '3d..8d');
    return read.ok ? '' : read.error.message;
  };
  assert.match(
    message('current.schedule'),
    /`current\.schedule`; the parts of `current` are .*impact/,
  );
  assert.match(message('response.who.name'), /the parts of `response` are strategy, /);
  assert.match(message('schedule'), /its fields are title, /);
});
