import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { themes } from '../../support/themeColors.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());

/** Contrast of two colours of the chart, the first painted over the second, as WCAG counts it. */
function contrastOf(page: Page, upper: string, lower: string): Promise<number> {
  return page.evaluate(
    ([over, under]) => {
      const ctx = document.createElement('canvas').getContext('2d');
      const probe = document.createElement('span');
      document.querySelector('.gantt')?.append(probe);
      const paint = (name: string): readonly number[] => {
        probe.style.color = `var(--gantt-${name})`;
        if (!ctx) return [];
        ctx.fillStyle = getComputedStyle(probe).color;
        ctx.fillRect(0, 0, 1, 1);
        return [...ctx.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const lightness = (channels: readonly number[]): number =>
        channels
          .map(value => value / 255)
          .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
          .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
      const grounds = lightness(paint(under));
      const inks = lightness(paint(over));
      return (Math.max(grounds, inks) + 0.05) / (Math.min(grounds, inks) + 0.05);
    },
    [upper, lower] as const,
  );
}

test('the words on the flags and the finish of what is overdue can be read in every theme', async () => {
  const panel = await bench.open({ snapshot: panelSnapshot({ tasks: 3, risks: 0 }) });
  for (const theme of themes) {
    await panel.setTheme(theme);
    for (const color of ['today', 'status', 'overdue']) {
      const contrast = await contrastOf(panel.page, color, 'background');
      assert.ok(contrast >= 4.5, `${color} in ${theme}: ${contrast.toFixed(2)}`);
    }
  }
  await panel.close();
});
