import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, smallPlan } from './runInFolder.ts';

test('a report is written for an audience, and takes the place of no other file', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const { out, exitCode } = await run('report', '--on', '2026-03-02');
    assert.equal(exitCode, 0);
    assert.match(out, /^# .*: status on 2026-03-02\n/);
    const html = ['report', '--to', 'html', '--on', '2026-03-02', '--out', 'status.html'];
    assert.equal((await run(...html)).exitCode, 0);
    assert.match(read('status.html'), /^<!doctype html>/);
    assert.equal((await run(...html)).exitCode, 2);
    assert.equal((await run(...html, '--force')).exitCode, 0);
  }));

test('what cannot be told is refused in a sentence', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    assert.match((await run('report', '--audience', 'boss')).error, /no such audience/);
    assert.match((await run('report', '--to', 'pdf')).error, /no format/);
    assert.match((await run('report', '--on', 'soon')).error, /no date/);
    assert.match((await run('report', '--since', 'HEAD')).error, /no git repository/);
  }));
