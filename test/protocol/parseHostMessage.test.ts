import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import {
  SnapshotPacker,
  SnapshotUnpacker,
  type PackedSnapshot,
} from '../../src/protocol/packedSnapshot.ts';
import { parseHostMessage as parse, replyParsers } from '../../src/protocol/parseHostMessage.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { changedPlan } from '../support/comparedVersions.ts';
import { emptySnapshot, panelSnapshot } from '../support/panelSnapshot.ts';
import { progressPage } from '../support/progressPage.ts';
import { seededRandom } from '../support/seededRandom.ts';

function parseHostMessage(raw: unknown): ReturnType<typeof parse> {
  return parse(raw, new SnapshotUnpacker(() => assert.fail('Nothing was lost')).unpack);
}

function packSnapshot(snapshot: PanelSnapshot): PackedSnapshot {
  return new SnapshotPacker().pack(snapshot);
}

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

function withText(packed: PackedSnapshot, text: string): PackedSnapshot {
  return { ...packed, texts: { ...packed.texts, rest: encodeUtf8(text) } };
}

test('of a later snapshot only what differs is sent, and it is whole on arrival', () => {
  const random = seededRandom(7);
  const packer = new SnapshotPacker();
  const { unpack } = new SnapshotUnpacker(() => assert.fail('Nothing was lost'));
  let snapshot = panelSnapshot({ tasks: 5, risks: 3 });
  for (let revision = 1; revision < 200; revision++) {
    const row = Math.floor(random() * 5);
    const { gantt } = snapshot;
    const edits: readonly (() => PanelSnapshot)[] = [
      () => snapshot,
      () => ({ ...snapshot, canEdit: !snapshot.canEdit }),
      () => ({ ...snapshot, risks: panelSnapshot({ tasks: 0, risks: row }).risks }),
      () => panelSnapshot({ tasks: 3 + row, risks: 3 }),
      () => {
        const title = gantt.rows.title.with(row % gantt.rows.count, `Called ${revision}`);
        return { ...snapshot, gantt: { ...gantt, rows: { ...gantt.rows, title } } };
      },
      () => {
        const start = gantt.rows.start.with(
          row % gantt.rows.count,
          random() < 0.5 ? NaN : revision,
        );
        return { ...snapshot, gantt: { ...gantt, rows: { ...gantt.rows, start } } };
      },
    ];
    const edited = edits[Math.floor(random() * edits.length)]?.() ?? snapshot;
    snapshot = { ...edited, revision };
    // A page that begins anew knows nothing.
    if (random() < 0.1) packer.reset();
    const received = unpack(packer.pack(snapshot));
    assert.deepEqual(asJson(received), asJson(snapshot), `revision ${revision}`);
    assert.deepEqual(received?.gantt.rows.start, snapshot.gantt.rows.start);
  }
  const renamed = { ...snapshot, revision: 200, problems: { error: 9, warning: 0, info: 0 } };
  const { columns, texts } = packer.pack(renamed);
  assert.deepEqual([Object.keys(columns), Object.keys(texts)], [[], ['rest']]);
});

test('a part that was damaged on the way leaves no half of a snapshot behind', () => {
  const packer = new SnapshotPacker();
  let gaps = 0;
  const { unpack } = new SnapshotUnpacker(() => gaps++);
  const first = panelSnapshot({ tasks: 3, risks: 1 });
  const whole = packer.pack({ ...first, revision: 1 });
  const damaged = { ...whole, texts: { ...whole.texts, 'rows.title': encodeUtf8('["half') } };
  assert.equal(unpack(damaged), undefined);
  assert.equal(
    unpack({ ...whole, columns: { ...whole.columns, 'rows.start': [1, 2, 3] } }),
    undefined,
  );
  assert.equal(gaps, 0, 'what is whole is asked for once, by who gave it');
  assert.ok(unpack(whole));
  const rows = { ...first.gantt.rows, title: ['a', 'b', 'c'] };
  const next = packer.pack({ ...first, revision: 2, gantt: { ...first.gantt, rows } });
  assert.equal(unpack({ ...next, texts: { 'rows.title': encodeUtf8('["half') } }), undefined);
  assert.equal(gaps, 1, 'a whole one is due at once');
  assert.equal(unpack(next)?.gantt.rows.title[2], 'c');
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
    { kind: 'event', event: 'snapshot', snapshot: withText(packed, '{"rev') },
    { kind: 'event', event: 'snapshot', snapshot: withText(packed, '{}') },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, columns: null } },
    { kind: 'event', event: 'snapshot', snapshot: { ...packed, columns: { nonWorking: [] } } },
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

test('a comparison arrives as it was made, and nothing that is none', () => {
  const comparison = changedPlan(4);
  assert.deepEqual(
    replyParsers.comparison({ comparison }, () => undefined),
    { comparison },
  );
  const others = [
    { ...comparison, bars: [{ ...comparison.bars[0], tone: 'odd' }] },
    { ...comparison, tables: [{ ...comparison.tables[0], rows: [{ id: 7, cells: [] }] }] },
    { ...comparison, html: '<b>' },
    null,
  ];
  for (const other of others)
    assert.equal(
      replyParsers.comparison({ comparison: other }, () => undefined),
      undefined,
    );
});

test('progress arrives as it was made, and nothing that is none', () => {
  const progress = progressPage();
  assert.deepEqual(
    replyParsers.progress({ progress }, () => undefined),
    { progress },
  );
  for (const other of [{ ...progress, weeks: [{}] }, { ...progress, more: 1 }, null])
    assert.equal(
      replyParsers.progress({ progress: other }, () => undefined),
      undefined,
    );
});
