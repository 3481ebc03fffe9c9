import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

test('a report tells of the day of the last commit, with the bytes of the command line', async t => {
  const journey = await openPlan(t, 'small-team');
  const cwd = journey.folder;
  await journey.runCommand('Gantry: Open Report');
  const panel = await journey.panel();
  const report = panel.getByRole('tabpanel', { name: 'Report' });
  await report.getByText(/the day of the last recorded change, for the team/).waitFor();
  // Longer than a message may hold.
  const title = `title: ${'Long '.repeat(30_000)}end\n`;
  journey.writeText('.project/tasks/T-0NG1.yaml', `${title}status: done\n`);
  await report.getByText(/the day on which this page was made, for the team/).waitFor();
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const env = { ...process.env, GIT_COMMITTER_DATE: '2026-03-07T23:30:00Z' };
  execFileSync('git', ['add', '-A'], { cwd });
  execFileSync('git', [...author, 'commit', '-qm', 'Plan more'], { cwd, env });
  await report.getByText('Status on 2026-03-07, the day of the last recorded change').waitFor();
  const cli = path.resolve('dist', 'cli.js');
  const told = execFileSync(process.execPath, [cli, 'report'], { cwd, encoding: 'utf8' });
  await report.getByRole('button', { name: 'Freeze' }).click();
  const frozen = path.join(cwd, '.project', 'reports', '2026-03-07-team.md');
  await until('A frozen report', () => existsSync(frozen));
  // What is frozen keeps the ids of its rows where no reader sees them.
  const page = journey.readText('.project/reports/2026-03-07-team.md');
  assert.match(page, /^\| <!-- M-4XK2 --> First release \|/m);
  assert.equal(page.replace(/<!-- [A-Z]-[0-9A-Z]{4} --> /g, ''), told);
  rmSync(frozen);
  execFileSync(process.execPath, [cli, 'report', '--freeze'], { cwd });
  assert.equal(journey.readText('.project/reports/2026-03-07-team.md'), page);
});
