import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { openChart, rowOf } from './chartPage.ts';
import { takeLine, waitForKeyboard, waitForPicker } from './keyboardPlace.ts';
import { openPlan, type PlanJourney } from './openPlan.ts';
import { until } from './until.ts';

/** Two tasks that both want all of Ada in the same week, far enough away to be ahead of us. */
const rivals = ['T-E7KQ', 'T-E8KQ'] as const;

interface Crowded {
  readonly journey: PlanJourney;
  readonly page: Page;
  /** All tasks as their files say them. */
  readonly read: () => string;
}

async function openCrowded(t: TestContext): Promise<Crowded> {
  const journey = await openPlan(t, 'small-team', { size: { width: 1600, height: 1000 } });
  for (const id of rivals) {
    const text = `title: Rival ${id}\nestimate: 4d\nassignees: [ada]\nconstraint: SNET 2041-03-04\n`;
    journey.writeText(`.project/tasks/${id}.yaml`, text);
  }
  const folder = path.join(journey.folder, '.project', 'tasks');
  const read = (): string =>
    readdirSync(folder)
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .map(name => journey.readText(`.project/tasks/${name}`))
      .join('\n---\n');
  return { journey, page: journey.page, read };
}

/** Opens the view of people and chooses Ada, with the keyboard alone. */
async function chooseAda({ journey, page }: Crowded): Promise<Frame> {
  await journey.runCommand('Gantry: Open People');
  const panel = await journey.panel();
  await panel.getByRole('heading', { name: '1 of 2 people has more to do than time.' }).waitFor();
  await waitForKeyboard(page, panel.locator(':focus'));
  await pressUntil(page, 'Tab', panel.getByRole('grid', { name: /^Load by/ }));
  await page.keyboard.press('Home');
  return panel;
}

/** Presses a key until something holds the keyboard. */
async function pressUntil(
  page: Page,
  key: string,
  target: ReturnType<Frame['locator']>,
): Promise<void> {
  await target.waitFor();
  for (let tries = 0; tries < 60; tries++) {
    const isThere = await target.evaluate(element => element.contains(document.activeElement));
    if (isThere) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never came to ${String(target)}`);
}

test('an overload is found, a way out is taken and undone, with the keyboard alone', async t => {
  const crowded = await openCrowded(t);
  const { page, read } = crowded;
  const before = read();
  const panel = await chooseAda(crowded);
  // The first that is still to come is unfolded.
  await pressUntil(page, 'Tab', panel.locator('details[open] summary', { hasText: /Mar 2041/ }));
  await pressUntil(page, 'Tab', panel.getByRole('button', { name: /^Take:/ }).first());
  await page.keyboard.press('Enter');
  await until('A way out in the files', () => read() !== before);
  await page.keyboard.press('Control+z');
  await until('The files as they were', () => read() === before);
});

test('levelling is looked at, accepted and undone, with the keyboard alone', async t => {
  const crowded = await openCrowded(t);
  const { page, read } = crowded;
  const before = read();
  const panel = await chooseAda(crowded);
  await pressUntil(page, 'Shift+Tab', panel.getByRole('button', { name: 'Level…' }));
  await page.keyboard.press('Enter');
  await panel.getByRole('region', { name: 'Levelling', exact: true }).waitFor();
  await pressUntil(page, 'Tab', panel.getByRole('button', { name: 'Accept all' }));
  assert.equal(read(), before, 'a preview writes nothing');
  await page.keyboard.press('Enter');
  await panel.getByRole('heading', { name: 'There is nothing to level' }).waitFor();
  assert.notEqual(read(), before);
  await page.keyboard.press('Control+z');
  await until('The files as they were', () => read() === before);
});

test('two keys give a task to whoever can, from the chart', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-C6DE');
  await rowOf(panel, 'T-C6DE').click();
  const file = '.project/tasks/T-C6DE.yaml';
  journey.writeText(file, journey.readText(file).replace('assignees:\n  - grace\n', ''));
  await rowOf(panel, 'T-C6DE').filter({ hasNotText: 'Grace' }).waitFor();
  await page.keyboard.press('Shift+W');
  await waitForPicker(page, 'Assign to Whoever Can');
  await takeLine(page);
  await until('Somebody has it', () => /^assignees:/m.test(journey.readText(file)));
});

test('money is told, and a report is frozen and stays', async t => {
  const journey = await openPlan(t, 'small-team');
  await journey.runCommand('Gantry: Open Money');
  const panel = await journey.panel();
  await panel.getByRole('tabpanel', { name: 'Money' }).getByRole('heading').first().waitFor();
  await journey.runCommand('Gantry: Open Report');
  const report = panel.getByRole('tabpanel', { name: 'Report' });
  await report.getByRole('heading', { name: 'Small team' }).waitFor();
  await waitForKeyboard(journey.page, panel.locator(':focus'));
  await pressUntil(journey.page, 'Tab', report.getByRole('button', { name: 'Freeze' }));
  await journey.page.keyboard.press('Enter');
  const folder = path.join(journey.folder, '.project', 'reports');
  const name = await until('A frozen report', () =>
    existsSync(folder) ? readdirSync(folder).find(each => !each.startsWith('.')) : undefined,
  );
  assert.match(journey.readText(`.project/reports/${name}`), /Small team/);
});

test('money follows the private rates, which are no part of the plan', async t => {
  const journey = await openPlan(t, 'small-team');
  await journey.runCommand('Gantry: Open Money');
  const panel = await journey.panel();
  const headline = panel
    .getByRole('tabpanel', { name: 'Money' })
    .getByRole('heading', { level: 2 });
  await headline.waitFor();
  const before = await headline.textContent();
  journey.writeText('.project/private.yaml', 'hourRate: 77 EUR\n');
  const cheap = await until('Money by the rates', async () => {
    const text = await headline.textContent();
    return text !== null && text !== before && text;
  });
  journey.writeText('.project/private.yaml', 'hourRate: 154 EUR\n');
  await headline.filter({ hasNotText: cheap }).waitFor();
});
