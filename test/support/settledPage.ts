import type { Page } from 'playwright-core';
import { nextFrames } from './nextFrames.ts';

const keyActions = ['down', 'insertText', 'press', 'type', 'up'];
const mouseActions = ['click', 'dblclick', 'down', 'move', 'up', 'wheel'];
/** What a locator does, it does through its frame. */
const elementActions = [
  'check',
  'click',
  'dblclick',
  'dispatchEvent',
  'fill',
  'focus',
  'hover',
  'press',
  'selectOption',
  'setChecked',
  'tap',
  'type',
  'uncheck',
];

/**
 * Makes every action of a test end when what it caused has been painted: the panel draws with the
 * next frame, and a test that looks sooner sees the page as it was, now and then.
 */
export function settleActions(page: Page): void {
  const settle = (): Promise<void> => nextFrames(page).catch(() => undefined);
  const wrap = (target: object, names: readonly string[]): void => {
    for (const name of names) {
      const act: unknown = Reflect.get(target, name);
      if (typeof act !== 'function') throw new Error(`Playwright has no action "${name}"`);
      const settled = async (...args: readonly unknown[]): Promise<unknown> => {
        const answer: unknown = await Reflect.apply(act, target, args);
        await settle();
        return answer;
      };
      Reflect.set(target, name, settled);
    }
  };
  wrap(page.keyboard, keyActions);
  wrap(page.mouse, mouseActions);
  wrap(page.mainFrame(), elementActions);
}
