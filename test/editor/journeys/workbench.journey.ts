import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';

test('a folder with a plan opens in the editor and a file of it can be read', async t => {
  const { page, openFile } = await openPlan(t, 'small-team', { theme: 'light' });
  await openFile('T-7KQ3.yaml');
  const line = page.locator('.view-line', { hasText: 'The door of the whole product' });
  await line.waitFor();
  assert.equal(await page.locator('.monaco-workbench.vs').count(), 1);
});
