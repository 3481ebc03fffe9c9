import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../editor/launch/findBrowser.mjs';
import { nextFrames } from '../../../support/nextFrames.ts';
import { PageShelf } from '../../../support/pageShelf.ts';
import { farZone } from '../../../support/webviewPage.ts';
import { at } from './buildView.ts';

let browser: Browser | undefined;
let script = '';
let style = '';

before(async () => {
  const options = {
    bundle: true,
    write: false,
    target: 'chrome132',
    absWorkingDir: path.resolve(),
  } as const;
  const page = 'test/webview/gantt/support/page.ts';
  const scripts = await build({ ...options, format: 'iife', entryPoints: [page] });
  const styles = await build({ ...options, entryPoints: ['webview/styles/panel.css'] });
  script = scripts.outputFiles[0]?.text ?? '';
  style = styles.outputFiles[0]?.text ?? '';
  browser = await launchBrowser();
});

after(() => browser?.close());

const pages = new PageShelf(() => {
  assert.ok(browser);
  return browser.newPage({ timezoneId: farZone });
});

/** A journey in a fresh page that shows the sample plan. */
export function journey(name: string, walk: (page: Page) => Promise<void>): void {
  test(name, async () => {
    const page = await pages.take({ width: 1300, height: 600 });
    const failures: string[] = [];
    page.on('pageerror', failure => failures.push(failure.message));
    try {
      await page.setContent(
        `<!doctype html><html><head><style>${style}</style></head><body class="vscode-dark"></body>`,
      );
      await page.addScriptTag({ content: script });
      await page.evaluate(() => window.gantt.show());
      await walk(page);
      assert.deepEqual(failures, []);
    } catch (error) {
      await page.close();
      throw error;
    }
    await pages.giveBack(page);
  });
}

export const rowOf = (page: Page, id: string): ReturnType<Page['locator']> =>
  page.locator('.gantt-row', { hasText: id });

export async function asked(page: Page): Promise<unknown> {
  await nextFrames(page);
  return page.evaluate(() => window.gantt.asked.splice(0));
}

/** The middle of a row's bar in the window, found by dates as the chart itself would. */
export async function barOf(
  page: Page,
  id: string,
  day: string,
): Promise<{ x: number; y: number }> {
  const row = await rowOf(page, id).boundingBox();
  const x = await page.evaluate(instant => window.gantt.xOf(instant), at(day));
  return { x, y: (row?.y ?? 0) + 14 };
}
