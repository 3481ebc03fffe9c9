import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHostMessage } from '../../src/protocol/parseHostMessage.ts';
import { emptySnapshot, panelSnapshot } from '../support/panelSnapshot.ts';

test('typed columns are kept as they arrive', () => {
  const snapshot = panelSnapshot({ tasks: 3, risks: 2 });
  const message = parseHostMessage({ kind: 'event', event: 'snapshot', snapshot });
  assert.ok(message?.kind === 'event' && message.event === 'snapshot');
  assert.equal(message.snapshot.gantt.rows.start, snapshot.gantt.rows.start);
  assert.deepEqual(message.snapshot, snapshot);
});

test('columns that went through JSON are typed again, with null for NaN', () => {
  const snapshot = panelSnapshot({ tasks: 3, risks: 0 });
  for (const overJson of [
    JSON.stringify(snapshot),
    JSON.stringify(snapshot, (_, value: unknown) =>
      ArrayBuffer.isView(value) && !(value instanceof DataView)
        ? [...(value as Float64Array)]
        : value,
    ),
  ]) {
    const raw: unknown = JSON.parse(overJson);
    const message = parseHostMessage({ kind: 'event', event: 'snapshot', snapshot: raw });
    assert.ok(message?.kind === 'event' && message.event === 'snapshot');
    assert.deepEqual(message.snapshot.gantt.rows, snapshot.gantt.rows);
  }
});

test('what is no message of the host is passed over', () => {
  for (const bad of [
    null,
    7,
    {},
    { kind: 'event', event: 'explode' },
    { kind: 'event', event: 'snapshot', snapshot: {} },
    { kind: 'event', event: 'snapshot', snapshot: { ...emptySnapshot(1), gantt: { rows: {} } } },
    { kind: 'event', event: 'reveal', view: 'elsewhere', id: null },
    { kind: 'reply', id: 'x', ok: true },
  ]) {
    assert.equal(parseHostMessage(bad), undefined, JSON.stringify(bad));
  }
});

test('a refusal without words still says what to do', () => {
  const message = parseHostMessage({
    kind: 'reply',
    id: 1,
    ok: false,
    problem: { code: 'made-up' },
  });
  assert.ok(message?.kind === 'reply' && !message.ok);
  assert.equal(message.problem.code, 'command-refused');
  assert.match(message.problem.message, /try it again/);
});
