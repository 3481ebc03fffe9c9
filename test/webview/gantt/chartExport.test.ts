import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PictureWish } from '../../../src/protocol/messages.ts';
import { isPictureBytes, isPng } from '../../../src/protocol/picture.ts';
import { nextFrames } from '../../support/nextFrames.ts';
import { journey } from './support/chartPage.ts';

async function pictureOf(page: Page, wish: PictureWish): Promise<Uint8Array> {
  const bytes = Uint8Array.from(await page.evaluate(given => window.gantt.picture(given), wish));
  assert.ok(isPictureBytes(bytes));
  return bytes;
}

/** Opens a picture as a browser does: its size, and how many colours it has. */
function look(
  page: Page,
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly colors: number }> {
  const kind = isPng(bytes) ? 'image/png' : 'image/svg+xml';
  const source = `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`;
  return page.evaluate(async given => {
    const image = new Image();
    image.src = given;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const ctx = canvas.getContext('2d');
    ctx?.drawImage(image, 0, 0);
    const { data } = ctx?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const colors = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colors.add(data.slice(at, at + 3).join());
    return { width: canvas.width, height: canvas.height, colors: colors.size };
  }, source);
}

/** A theme of few colours, all of them dark but the text. */
async function useTheme(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.setProperty('--vscode-editor-background', 'rgb(31, 31, 31)');
    style.setProperty('--vscode-editor-foreground', 'rgb(204, 204, 204)');
    style.setProperty('--vscode-charts-blue', 'rgb(55, 148, 255)');
  });
  await nextFrames(page);
}

journey('a PNG has the same picture as the SVG, twice as fine', async page => {
  await useTheme(page);
  await page.evaluate(() => window.gantt.showHeld());
  const svg = await look(page, await pictureOf(page, { form: 'svg', extent: 'shown' }));
  const png = await look(page, await pictureOf(page, { form: 'png', extent: 'shown' }));
  assert.ok(Math.abs(png.width - 2 * svg.width) <= 2 && Math.abs(png.height - 2 * svg.height) <= 2);
  assert.ok(svg.colors > 3 && png.colors > 3);
});

journey('what is printed is black on white, whatever the theme', async page => {
  await useTheme(page);
  const text = async (form: 'svg' | 'print'): Promise<string> =>
    new TextDecoder().decode(await pictureOf(page, { form, extent: 'whole' }));
  const printed = await text('print');
  assert.match(printed, /<rect x="0" y="0" width="\d+" height="\d+" fill="#ffffff"\/>/);
  assert.match(printed, /@media print/);
  assert.match(printed, />Parser with error recovery</);
  assert.doesNotMatch(printed, /color\(|rgb\(|var\(/);
  assert.equal(await page.locator('.gantt-paper').count(), 0);
  assert.match(await text('svg'), /fill="#1f1f1f"/);
});

journey('an empty plan makes no picture', async page => {
  await page.evaluate(() => window.gantt.show([[]]));
  const wish = { form: 'svg', extent: 'whole' } as const;
  assert.deepEqual(await page.evaluate(given => window.gantt.picture(given), wish), []);
});
