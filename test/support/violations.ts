import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';

const require = createRequire(path.join(process.cwd(), 'package.json'));
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds wrong, in short lines; the sizes of targets are looked at as well. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
      .then(result => result.violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
  );
}

/** What can be pressed and is smaller than 24 by 24 pixels, unless it stands in a line of text. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, summary, [role="button"]')]
      .filter(el => el.checkVisibility({ visibilityProperty: true }))
      .map(el => [el, el.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && (width < 23.9 || height < 23.9))
      .map(
        ([el, { width, height }]) =>
          `${Math.round(width)} × ${Math.round(height)}: ${el.outerHTML.slice(0, 120)}`,
      ),
  );
}
