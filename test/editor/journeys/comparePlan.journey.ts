import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { takeLine } from './keyboardPlace.ts';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

test('the plan is compared with its last commit, then with an earlier one, while it changes', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1600, height: 1000 } });
  const { page, folder } = journey;
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: folder,
    });
  const file = '.project/tasks/T-0NG1.yaml';
  await journey.runCommand('Gantry: Compare Plan with…');
  const pick = page.locator('.quick-input-widget:visible');
  await takeLine(page, 'The last commit');
  let panel = await journey.panel();
  let changes = panel.getByRole('tabpanel', { name: 'Changes' });
  await changes.getByText('Nothing else changed.').waitFor();

  journey.writeText(file, 'title: Long and new\nestimate: 90d\n');
  const headline = changes.getByRole('heading', { level: 2 });
  await headline.filter({ hasText: /instead of .* later\.$/ }).waitFor();
  const moved = changes.getByRole('list', { name: 'What moved' });
  await moved.getByRole('listitem').filter({ hasText: 'Long and new' }).waitFor();

  git('add', '-A');
  git('commit', '-qm', 'Plan something long');
  await changes.getByText('Nothing else changed.').waitFor();

  await changes.getByRole('button', { name: 'Compare with…' }).press('Enter');
  await pick.getByText('What one commit changed…').click();
  await takeLine(page, 'Plan something long');
  await headline.filter({ hasText: /instead of .* later\.$/ }).waitFor();

  // What was chosen holds over a restart.
  const old = panel;
  await journey.runCommand('Developer: Reload Window');
  await until('The old page is gone', () => old.isDetached(), 60_000);
  panel = await journey.panel();
  changes = panel.getByRole('tabpanel', { name: 'Changes' });
  await changes
    .getByRole('heading', { level: 2 })
    .filter({ hasText: /instead of .* later\.$/ })
    .waitFor();
  await changes
    .getByRole('table', { name: 'Added' })
    .getByRole('button', { name: 'T-0NG1' })
    .click();
  await panel.getByRole('tab', { name: 'Gantt', selected: true }).waitFor();
  assert.match(journey.readText(file), /Long and new/);
});
