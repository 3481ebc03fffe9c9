import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openChart, rowOf, waitForRow } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

/** File, words of the message, and the place as the list of problems shows it. */
const expected = [
  ['T-B0AA.yaml', 'a bracket is not closed', 'Ln 3, Col 1'],
  ['T-B0AB.yaml', '`estimate` stands twice', 'Ln 4, Col 1'],
  ['T-B0AC.yaml', 'A tab is used to indent', 'Ln 3, Col 1'],
  ['T-B0AD.yaml', 'conflict markers', 'Ln 2, Col 1'],
  ['T-B0AE.yaml', 'holds no fields', 'Ln 1, Col 1'],
  ['T-B0AF.yaml', 'holds no fields', 'Ln 1, Col 1'],
  ['T-B0AG.yaml', 'does not know the field `colour`', 'Ln 3, Col 1'],
  ['T-B0AH.yaml', 'No item has the id T-ZZZZ', 'Ln 5, Col 5'],
  ['T-B0AJ.yaml', 'T-B0AJ names itself in dependsOn', 'Ln 4, Col 5'],
  ['T-B0AK.yaml', 'There is no day `2026-02-31`', 'Ln 3, Col 11'],
  ['T-B0AM.yaml', '`SNET 9999-01-01` lies outside of', 'Ln 3, Col 13'],
  ['T-B0AN.yaml', '`-3d` is below zero', 'Ln 2, Col 11'],
  ['T-B0AP.yaml', 'The file is UTF-16', 'Ln 1, Col 1'],
  ['T-B0AQ.yaml', 'is a folder', 'Ln 1, Col 1'],
  ['T-B0AR.yaml', '`99999999d` is more than a century', 'Ln 2, Col 11'],
  ['T-B0AS.yaml', 'before the project starts on 2026-03-02', 'Ln 4, Col 10'],
  ['T-C0AA.yaml', 'T-C0AA "Round one" → T-C0AB "Round two" → T-C0AC', 'Ln 3, Col 12'],
  ['R-B0AA.yaml', "huge in current.probability of R-B0AA is not on the project's", 'Ln 5, Col 16'],
  ['R-B0AA.yaml', 'zoe in owner of R-B0AA is not among the people', 'Ln 2, Col 8'],
] as const;

/** Tasks that are whole, or whole but for one field. */
const shown = ['T-G0AA', 'T-G0AB', 'T-B0AB', 'T-B0AG', 'T-B0AH', 'T-B0AK', 'T-B0AN', 'T-C0AB'];

test('a plan that much has happened to is shown as far as it goes, and not a byte changes', async t => {
  const journey = await openPlan(t, 'bad-plan', { size: { width: 1600, height: 1900 } });
  const { page, folder } = journey;
  const outside = path.join(path.dirname(folder), `${path.basename(folder)}-outside.yaml`);
  writeFileSync(outside, 'title: Not of this plan\n');
  t.after(() => rmSync(outside));
  const before = hashes(folder);
  const panel = await openChart(journey, 'T-G0AA');
  for (const id of shown) await rowOf(panel, id).waitFor();
  await waitForRow(panel, 'T-G0AB', '4 March to 6 March');
  await panel.getByRole('button', { name: '13 errors, 6 warnings' }).waitFor();
  await panel.getByRole('tab', { name: 'Risks' }).click();
  await panel.locator('[data-id="R-B0AA"]').waitFor();

  await journey.runCommand('Problems: Focus on Problems View');
  await journey.runCommand('View: Toggle Maximized Panel');
  let listed: readonly Listed[] = [];
  const missing = (): readonly unknown[] =>
    expected.filter(([file, message, place]) =>
      listed.every(
        problem =>
          !problem.file.startsWith(file) ||
          !problem.text.includes(message) ||
          !problem.text.includes(place),
      ),
    );
  await until(
    () => `All problems (${JSON.stringify(missing())} not among ${JSON.stringify(listed)})`,
    async () => {
      listed = await problems(page);
      return missing().length === 0;
    },
  );
  for (const { text } of listed) assert.doesNotMatch(text, /\bat .*:\d+:\d+|undefined|NaN/);

  for (const name of ['T-K0AA', 'T-K0AB']) {
    const target = name === 'T-K0AA' ? outside : path.join(folder, 'nothing.yaml');
    symlinkSync(target, path.join(folder, '.project', 'tasks', `${name}.yaml`));
    await until(`The problem of ${name}`, async () => {
      const rows = await problems(page);
      return rows.some(({ file, text }) => file.startsWith(name) && /link/.test(text));
    });
    rmSync(path.join(folder, '.project', 'tasks', `${name}.yaml`));
  }
  await journey.openFile('T-B0AP.yaml');
  await journey.openFile('T-B0AD.yaml');
  await page.keyboard.press('Control+S');
  assert.deepEqual(hashes(folder), before);
  assert.equal(changedLines(folder), '');
  assert.equal(readFileSync(outside, 'utf8'), 'title: Not of this plan\n');
});

interface Listed {
  readonly file: string;
  readonly text: string;
}

/** What the list of problems shows, each under the file that it stands below. */
async function problems(page: Page): Promise<readonly Listed[]> {
  const rows = await page.locator('.markers-panel .monaco-list-row').evaluateAll(all =>
    all
      .map(row => ({
        place: Number(row.getAttribute('data-index')),
        isFile: row.getAttribute('aria-level') === '1',
        text: row.textContent,
      }))
      .sort((a, b) => a.place - b.place),
  );
  let file = '';
  return rows.flatMap(({ isFile, text }) => {
    if (isFile) file = text;
    return isFile ? [] : [{ file, text }];
  });
}

/** By path, with links as links and folders as what is in them. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(path.join(folder, '.project'), {
    recursive: true,
    withFileTypes: true,
  });
  return Object.fromEntries(
    files
      .filter(file => file.isFile())
      .map(file => path.join(file.parentPath, file.name))
      .sort()
      .map(file => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
