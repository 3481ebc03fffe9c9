import type { Page } from 'playwright-core';
import { settleActions } from './settledPage.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Keeps a page of a browser for the next test: a new one is a process that compiles the product
 * anew, which takes longer than most tests. Nothing of a document outlives it; what the page itself
 * has, such as its size and keys that are held down, is put back.
 */
export class PageShelf {
  readonly #open: () => Promise<Page>;
  readonly #free: Page[] = [];

  constructor(open: () => Promise<Page>) {
    this.#open = open;
  }

  /** A page without a document, a pointer and a key that is down. */
  async take(size: PageSize): Promise<Page> {
    const page = this.#free.pop() ?? (await this.#openNew());
    await page.setViewportSize(size);
    return page;
  }

  async #openNew(): Promise<Page> {
    const page = await this.#open();
    settleActions(page);
    return page;
  }

  /** Only for a page whose test has passed: one that has failed may be in any state, and is closed. */
  async giveBack(page: Page): Promise<void> {
    page.removeAllListeners();
    await page.goto('about:blank');
    await page.mouse.move(-1, -1);
    for (const button of ['left', 'middle', 'right'] as const) await page.mouse.up({ button });
    for (const key of ['Shift', 'Control', 'Alt', 'Meta']) await page.keyboard.up(key);
    this.#free.push(page);
  }
}
