import { test } from 'node:test';
import { openChart, rowOf } from './chartPage.ts';
import { openPlan } from './openPlan.ts';

test('W in the chart lists why a bar stands where it does, and a line leads to the file', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-2MPT');
  await rowOf(panel, 'T-2MPT').click();
  await page.keyboard.press('i');
  const tooltip = panel.locator('.gantt-tooltip', { hasText: 'Why' });
  await tooltip.getByText('Cannot start until T-7KQ3 "Sign in" is finished').waitFor();
  await page.keyboard.press('w');
  const list = page.locator('.quick-input-widget:visible', { hasText: 'Why This Date' });
  await list.getByText('Where the date comes from').waitFor();
  await list.getByText('What would bring it earlier').waitFor();
  await page.keyboard.type('T-7KQ3');
  await list.locator('.monaco-list-row.focused', { hasText: 'Sign in' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /T-7KQ3\.yaml/ }).waitFor();
});
