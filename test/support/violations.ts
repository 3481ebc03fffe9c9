import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { themes } from './themeColors.ts';
import type { WebviewPage } from './webviewPage.ts';

const require = createRequire(path.join(process.cwd(), 'package.json'));
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * Rules whose answer hangs on the style sheet. The panel builds the same elements, names and roles in
 * every theme, and a theme changes nothing but classes and variables of CSS: what the other rules
 * found in one theme, they find in all.
 */
const styleRules = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe finds wrong, in short lines, the sizes of targets included. */
export async function violations(
  page: Page,
  {
    onlyStyle = false,
    hasSizes = true,
  }: {
    /** For a page that all rules have looked at in another theme. */
    readonly onlyStyle?: boolean;
    /** False where the window cuts targets off that can be scrolled to. */
    readonly hasSizes?: boolean;
  } = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const options = {
    resultTypes: ['violations'],
    ...(onlyStyle
      ? { runOnly: styleRules.filter(rule => hasSizes || rule !== 'target-size') }
      : { rules: { 'target-size': { enabled: hasSizes } } }),
  };
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(${JSON.stringify(options)}).then(result => result.violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
  );
}

/** The same in every theme, each line with its theme; the page stays in the last of them. */
export async function violationsInThemes(panel: WebviewPage): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [place, theme] of themes.entries()) {
    await panel.setTheme(theme);
    const inTheme = await violations(panel.page, { onlyStyle: place > 0 });
    found.push(...inTheme.map(each => `${theme}: ${each}`));
  }
  return found;
}

/** What can be pressed and is smaller than 24 by 24 pixels; a label counts as part of its field. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, summary, [role="button"]')]
      .filter(el => el.checkVisibility({ visibilityProperty: true }))
      .map(el => [el, (el.closest('label') ?? el).getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && (width < 23.9 || height < 23.9))
      .map(
        ([el, { width, height }]) =>
          `${Math.round(width)} × ${Math.round(height)}: ${el.outerHTML.slice(0, 120)}`,
      ),
  );
}
