// How journeys find their way on the chart: rows by their id, bars by what the pointer meets.
import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import type { PlanJourney } from './openPlan.ts';
import { until } from './until.ts';

/** Opens the Gantt chart and waits until it shows a task. */
export async function openChart(journey: PlanJourney, id: string): Promise<Frame> {
  await journey.runCommand('Gantry: Open Gantt Chart');
  const panel = await journey.panel();
  await rowOf(panel, id).waitFor();
  return panel;
}

export function rowOf(panel: Frame, id: string): Locator {
  const name = panel.locator('.gantt-id').and(panel.getByText(id, { exact: true }));
  return panel.locator('.gantt-row:visible').filter({ has: name });
}

/**
 * Waits until the row says a text, such as `2 March to 6 March`: what it says to a screen reader,
 * which does not depend on the columns that its width has room for.
 */
export async function waitForRow(panel: Frame, id: string, text: string): Promise<void> {
  await rowOf(panel, id)
    .and(panel.locator(`[aria-label*=${JSON.stringify(text)}]`))
    .waitFor();
}

/** When the row said the text, on the clock of `Date.now()`: seen in the page, without polling. */
export function momentOfRow(panel: Frame, id: string, text: string): Promise<number> {
  return panel.evaluate(
    wanted =>
      new Promise<number>(resolve => {
        const look = (): void => {
          const rows = [...document.querySelectorAll('.gantt-row')];
          const row = rows.find(each => each.textContent.includes(wanted.id));
          if (row?.getAttribute('aria-label')?.includes(wanted.text) !== true) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributeFilter: ['aria-label'],
        });
        look();
      }),
    { id, text },
  );
}

/** Where a bar can be taken, in pixels of the page. */
export interface BarPlace {
  readonly y: number;
  readonly middle: number;
  /** Inside of the part that resizes. */
  readonly end: number;
}

/** Feels along a row of the timeline, as a person does, until the pointer says what is under it. */
export async function findBar(page: Page, panel: Frame, id: string): Promise<BarPlace> {
  const row = await boxOf(rowOf(panel, id));
  const canvas = panel.locator('.gantt-canvas');
  const place = await boxOf(canvas);
  const y = row.y + row.height / 2;
  const zones: { readonly x: number; readonly name: string }[] = [];
  for (let x = place.x + 1; x < place.x + place.width; x += 3) {
    await page.mouse.move(x, y);
    zones.push({ x, name: (await canvas.getAttribute('class')) ?? '' });
    const isPast = zones.some(zone => zone.name.includes('is-resizable'));
    if (isPast && !/is-(movable|resizable)/.test(zones.at(-1)?.name ?? '')) break;
  }
  const middleOf = (name: string): number => {
    const found = zones.filter(zone => zone.name.includes(name));
    const middle = found[Math.floor(found.length / 2)];
    assert.ok(middle, `${id} has no part that ${name}`);
    return middle.x;
  };
  return { y, middle: middleOf('is-movable'), end: middleOf('is-resizable') };
}

/** Zooms by the button of the toolbar; a step makes a day 1.4 times as wide. */
export async function zoomIn(panel: Frame, steps: number): Promise<void> {
  const button = panel.getByRole('button', { name: 'Zoom in (+)' });
  for (let step = 0; step < steps; step++) await button.click();
}

/** Presses at a place, moves by so many pixels in small steps, and lets go. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  byPx: number,
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + byPx, from.y, { steps: 12 });
  await page.mouse.up();
}

/** Where something stands once it has come to rest. */
export async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  let before = '';
  return until('A place at rest', async () => {
    await nextFrames(locator.page());
    const box = await locator.boundingBox();
    const isAtRest = before === JSON.stringify(box);
    before = JSON.stringify(box);
    return isAtRest && box !== null && box;
  });
}
