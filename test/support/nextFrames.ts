import type { Page } from 'playwright-core';

/** Waits until what was asked for has been painted, however long a frame takes. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
