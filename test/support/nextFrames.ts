import type { Frame, Page } from 'playwright-core';

/** Waits until what was asked for has been painted, however long a frame takes. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Waits as the page itself counts time: what it put off for less has been done by then. */
export async function restInPage(page: Page | Frame, ms: number): Promise<void> {
  await page.evaluate(wait => new Promise(resolve => setTimeout(resolve, wait)), ms);
}
