import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

const file = '.project/tasks/T-C5DE.yaml';

test('what a merge has left is decided field by field, by keys alone', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const before = journey.readText(file);
  const left =
    'conflicts:\n  - field: priority\n    ours: low\n    theirs: high\n  - field: title\n    theirs: $(x) [a](command:quit)\n';
  journey.writeText(file, `${before}${left}`);
  await journey.runCommand('Gantry: Resolve Merge Conflicts…');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = (text: RegExp): typeof rows => rows.filter({ hasText: text });
  await row(/: priority/).waitFor();
  assert.match(await row(/: priority/).innerText(), /here: low · there: high/);
  assert.match(await row(/: title/).innerText(), /there: \$.?\(x\) \[a\].?\(command:quit\)/);
  await page.keyboard.press('Enter');
  await row(/Take high/).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until('The field has the value of the other side', () =>
    /^priority: high$/m.test(journey.readText(file)),
  );
  await row(/: title/).waitFor();
  await page.keyboard.press('Enter');
  await row(/Leave it out/).waitFor();
  await page.keyboard.press('Enter');
  await until('Nothing is left', () => !journey.readText(file).includes('conflicts'));
  await page.getByText('Everything that merges had left is decided').waitFor();
});
