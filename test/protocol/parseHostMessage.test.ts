import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import { packSnapshot } from '../../src/protocol/packedSnapshot.ts';
import { parseHostMessage } from '../../src/protocol/parseHostMessage.ts';
import { emptySnapshot, panelSnapshot } from '../support/panelSnapshot.ts';

/** What JSON makes of a value: fields without a value are gone. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('a packed snapshot is unpacked as it was, its columns of numbers not even copied', () => {
  const snapshot = panelSnapshot({ tasks: 3, risks: 2 });
  const packed = packSnapshot(snapshot);
  const message = parseHostMessage({ kind: 'event', event: 'snapshot', snapshot: packed });
  assert.ok(message?.kind === 'event' && message.event === 'snapshot');
  const { gantt, ...others } = message.snapshot;
  assert.equal(gantt.rows.start, snapshot.gantt.rows.start);
  assert.deepEqual(gantt.rows, snapshot.gantt.rows);
  assert.deepEqual(gantt.links, snapshot.gantt.links);
  assert.equal(gantt.nonWorking, snapshot.gantt.nonWorking);
  assert.deepEqual(asJson(gantt.people), asJson(snapshot.gantt.people));
  assert.deepEqual({ ...others, gantt: null }, asJson({ ...snapshot, gantt: null }));
});

test('what is no message of the host is passed over', () => {
  const packed = packSnapshot(emptySnapshot(1));
  for (const bad of [
    null,
    7,
    {},
    { kind: 'event', event: 'explode' },
    { kind: 'event', event: 'snapshot', snapshot: {} },
    { kind: 'event', event: 'snapshot', snapshot: emptySnapshot(1) },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, text: encodeUtf8('{"rev') } },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, text: encodeUtf8('{}') } },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, rows: null } },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, nonWorking: [] } },
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
