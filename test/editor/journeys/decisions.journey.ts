import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { takeLine, waitForKeyboard, waitForPicker } from './keyboardPlace.ts';
import { openPlan, type PlanJourney } from './openPlan.ts';
import { until } from './until.ts';

/** The files of a folder of the plan, by name. */
function filesOf({ folder }: PlanJourney, kind: string): readonly string[] {
  const place = path.join(folder, '.project', kind);
  return existsSync(place) ? readdirSync(place).filter(name => name.endsWith('.yaml')) : [];
}

async function newFile(
  journey: PlanJourney,
  kind: string,
  known: readonly string[],
): Promise<string> {
  const name = await until('A new file', () =>
    filesOf(journey, kind).find(each => !known.includes(each)),
  );
  return `.project/${kind}/${name}`;
}

test('a decision is written where it belongs, and another one takes its place', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const pick = page.locator('.quick-input-widget:visible');
  const known = filesOf(journey, 'decisions');
  await journey.runCommand('Gantry: Add Decision…');
  await waitForPicker(page, 'Title');
  await page.keyboard.type('Keep pages in one file');
  await page.keyboard.press('Enter');
  await takeLine(page, 'Decided today');
  await pick.getByPlaceholder('Who decided it? May be left open').waitFor();
  await waitForPicker(page);
  await page.keyboard.press('Enter');
  const file = await newFile(journey, 'decisions', known);
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  await editor.getByText('consequences:').waitFor();
  await waitForKeyboard(page, editor.and(page.locator('.focused')));
  await page.keyboard.type('Pages were: scattered');
  await page.keyboard.press('Tab');
  await page.keyboard.type('One file # for all');
  await page.keyboard.press('Control+s');
  await until('The text in the file', () => /One file/.test(journey.readText(file)));
  assert.match(
    journey.readText(file),
    /status: accepted\ndecidedOn: \d{4}-\d\d-\d\d\ncontext: \|-\n {2}Pages were: scattered\ndecision: \|-\n {2}One file # for all\n/,
  );

  const before = filesOf(journey, 'decisions');
  await journey.runCommand('Gantry: Supersede a Decision…');
  await pick.getByText('Keep pages in one file').first().click();
  await pick.getByText('A new decision…').click();
  await waitForPicker(page, 'Title of the new decision');
  await page.keyboard.type('Keep pages apart');
  await page.keyboard.press('Enter');
  const next = await newFile(journey, 'decisions', before);
  await until('Superseded', () => /^status: superseded$/m.test(journey.readText(file)));
  assert.ok(journey.readText(file).includes(`supersededBy: ${path.basename(next, '.yaml')}\n`));
  assert.match(journey.readText(next), /^status: accepted$/m);
});

test('points of acceptance are ticked off, all of them in one edit', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const file = '.project/tasks/T-7KQ3.yaml';
  const points = 'acceptance:\n  - It opens\n  - text: It closes\n    done: true\n';
  const before = `${journey.readText(file).trimEnd()}\n${points}`;
  journey.writeText(file, before);
  await journey.runCommand('Gantry: Tick Off Acceptance…');
  const pick = page.locator('.quick-input-widget:visible');
  await pick.locator('.monaco-list-row', { hasText: 'T-7KQ3' }).click();
  const row = (text: string): Locator => pick.locator('.monaco-list-row', { hasText: text });
  await row('It closes').and(page.locator('[aria-checked="true"]')).waitFor();
  await row('It opens').click();
  await row('It closes').click();
  await row('It closes').and(page.locator('[aria-checked="false"]')).waitFor();
  await waitForPicker(page);
  await page.keyboard.press('Enter');
  const after = 'acceptance:\n  - text: It opens\n    done: true\n  - text: It closes\n';
  await until('The ticks in the file', () => journey.readText(file).includes(after));
});
