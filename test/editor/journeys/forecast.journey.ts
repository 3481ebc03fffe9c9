import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';

test('the forecast is simulated in a thread, and made anew when the plan changes', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1600, height: 1000 } });
  // Nothing else in this plan could move its finish.
  const long = 'title: Long and unknown\nestimate: 60d..80d..140d\n';
  journey.writeText('.project/tasks/T-0NG1.yaml', long);
  await journey.runCommand('Gantry: Open Forecast');
  const panel = await journey.panel();
  const headline = panel.getByRole('heading', { level: 2 });
  await headline.filter({ hasText: /^Four times in five, done by \d+ \w+ \d{4}\.$/ }).waitFor();
  const before = await headline.textContent();
  await panel.getByRole('heading', { level: 3, name: 'When it is done' }).waitFor();

  const file = '.project/project.yaml';
  journey.writeText(file, `${journey.readText(file).trimEnd()}\nforecast:\n  confidence: 50%\n`);
  await headline.filter({ hasText: /^One time in two, done by/ }).waitFor();
  assert.notEqual(await headline.textContent(), before);

  await panel.getByText('How good the estimates are').click();
  await panel.getByText(/^(Too few finished tasks|Of \d+ finished tasks)/).waitFor();
  await panel.getByText('How the forecast has moved').click();
  await panel.getByText(/^(Git knows no commit|Since \d+ \w+)/).waitFor();
});
