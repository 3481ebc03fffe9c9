import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extensions, Uri } from 'vscode';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { loadPlan } from '../../src/core/store/loadPlan.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { readClock } from '../../src/vscode/clock.ts';
import { copyExample, shiftDates } from '../../src/vscode/example.ts';
import { test } from './support/editorTest.ts';

test('the example opens without a fault and lies around today', async () => {
  const extension = extensions.getExtension('gantry.gantry');
  assert.ok(extension);
  const storage = mkdtempSync(path.join(os.tmpdir(), 'gantry-example-'));
  const folder = await copyExample(extension.extensionUri, Uri.file(storage));
  const { plan, problems } = await loadPlan(createNodeFiles(folder.fsPath, '.project'));
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  );
  assert.ok(plan.tasks.size > 5 && plan.risks.size > 2 && plan.milestones.size > 2);
  const { start, finish } = computeSchedule(plan);
  assert.ok(start < readClock() && finish > readClock());
  rmSync(storage, { recursive: true });
});

test('dates move, and what only looks like one stays', () => {
  assert.equal(shiftDates('due: 2026-01-30 # 2026-13-01', 7), 'due: 2026-02-06 # 2026-13-01');
});
