import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SnapshotPacker, SnapshotUnpacker } from '../../src/protocol/packedSnapshot.ts';
import { buildView, snapshotOf } from '../webview/gantt/support/buildView.ts';

test('pauses arrive in the panel as they were sent, and are gone when no work pauses any more', () => {
  const packer = new SnapshotPacker();
  const { unpack } = new SnapshotUnpacker(() => assert.fail('no gap'));
  const row = { id: 'T-1', start: '2026-03-02T08:00', finish: '2026-03-05T16:00' };
  const split = buildView([{ ...row, pauses: ['2026-03-02T16:00', '2026-03-04T08:00'] }]);
  assert.ok(split.pauses);
  assert.deepEqual(unpack(packer.pack(snapshotOf(split)))?.gantt.pauses, split.pauses);
  const whole = snapshotOf(buildView([row]), 2);
  assert.equal(unpack(packer.pack(whole))?.gantt.pauses, undefined);
  assert.deepEqual(unpack(packer.pack(snapshotOf(split, 3)))?.gantt.pauses, split.pauses);
});

test('constraints and what really happened arrive in the panel as they were sent', () => {
  const packer = new SnapshotPacker();
  const { unpack } = new SnapshotUnpacker(() => assert.fail('no gap'));
  const row = { id: 'T-1', start: '2026-03-02T08:00', finish: '2026-03-05T16:00' };
  const actual = { from: '2026-03-02T08:00', to: '2026-03-03T16:00', spent: '2d' };
  const { gantt } = snapshotOf(buildView([{ ...row, constraint: 'SNET 2026-03-02', actual }]));
  const arrived = unpack(packer.pack(snapshotOf(gantt)))?.gantt;
  assert.ok(gantt.constraints && gantt.actuals);
  assert.deepEqual(arrived?.constraints, gantt.constraints);
  assert.deepEqual(arrived.actuals, gantt.actuals);
  const plain = unpack(packer.pack(snapshotOf(buildView([row]), 2)))?.gantt;
  assert.deepEqual([plain?.constraints, plain?.actuals], [undefined, undefined]);
});
