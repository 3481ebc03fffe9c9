// Where the keyboard is, across the frames of the editor: the first question when a key goes astray.
import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';

/** Waits until an element has the keyboard; where it does not come, the error tells who has it. */
export async function waitForKeyboard(page: Page, locator: Locator): Promise<void> {
  try {
    await locator.waitFor();
  } catch (cause) {
    const places = await Promise.all(
      page.frames().map(frame =>
        frame.evaluate(() => {
          const { activeElement } = document;
          const words = [activeElement?.tagName, activeElement?.className].join(' ');
          return `${location.pathname}: ${words}${document.hasFocus() ? ' (has the keyboard)' : ''}`;
        }),
      ),
    );
    throw new Error(`The keyboard did not come.\n${places.join('\n')}`, { cause });
  }
}

/**
 * Waits until a picker of the editor shows these words and has the keyboard, which comes to it from
 * the panel a little after it is seen.
 */
export async function waitForPicker(page: Page, words = ''): Promise<void> {
  const picker = page.locator('.quick-input-widget:visible', { hasText: words });
  await waitForKeyboard(page, picker.locator(':focus'));
}

/** Waits until a picker has the keyboard on the line with these words, and takes that line. */
export async function takeLine(page: Page, words: string | RegExp = ''): Promise<void> {
  await waitForPicker(page);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Waits until the editor has noticed that the keyboard has left the panel. It looks four times a
 * second; a picker that is closed just as it looks leaves the keyboard in the frame around the panel,
 * which only a program is quick enough for.
 */
export async function untilLeft(panel: Frame): Promise<void> {
  const around = panel.parentFrame();
  assert.ok(around);
  await around.waitForFunction(() => !document.hasFocus());
  await around.evaluate(ms => new Promise(resolve => setTimeout(resolve, ms)), 300);
  await panel.page().evaluate(ms => new Promise(resolve => setTimeout(resolve, ms)), 50);
}
