import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { PictureWish } from '../../../src/protocol/messages.ts';
import { isPictureBytes, isPng, printStart } from '../../../src/protocol/picture.ts';
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
  assert.ok(printed.startsWith(printStart));
  assert.match(printed, /<rect x="0" y="0" width="\d+" height="\d+" fill="#ffffff"\/>/);
  assert.match(printed, />Parser with error recovery</);
  assert.doesNotMatch(printed, /color\(|rgb\(|var\(|<script/);
  assert.equal(await page.locator('.gantt-paper').count(), 0);
  assert.match(await text('svg'), /fill="#1f1f1f"/);
});

journey('on paper every page has whole rows below the header of time', async page => {
  await page.evaluate(() => {
    const rows = Array.from({ length: 100 }, (_, row) => ({
      id: `T-${row}`,
      title: `Row ${row} & <b>more</b>`,
      start: `2026-0${3 + (row % 4)}-02T08:00`,
      finish: `2026-0${3 + (row % 4)}-20T16:00`,
    }));
    window.gantt.show([rows, { today: '2026-03-10' }]);
  });
  const bytes = await pictureOf(page, { form: 'print', extent: 'whole' });
  const paper = await page.context().browser()?.newPage();
  assert.ok(paper);
  await paper.setContent(new TextDecoder().decode(bytes));
  const sheets = paper.locator('svg');
  const count = await sheets.count();
  const names = await paper.locator('svg > title').allTextContents();
  assert.deepEqual(names.slice(0, 1), [`Plan, page 1 of ${count}`]);
  for (const [at, sheet] of (await sheets.all()).entries()) {
    const text = (await sheet.locator('text').allTextContents()).join('|');
    assert.match(text, /2026/, `page ${at + 1} has no header`);
    assert.match(text, /Row \d+ & <b>more<\/b>/);
  }
  assert.equal(await paper.locator('b').count(), 0);
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await paper.pdf({ format, preferCSSPageSize: false, landscape: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
    assert.equal(pages?.length, count, format);
  }
  await paper.close();
});

journey('an empty plan makes no picture', async page => {
  await page.evaluate(() => window.gantt.show([[]]));
  const wish = { form: 'svg', extent: 'whole' } as const;
  assert.deepEqual(await page.evaluate(given => window.gantt.picture(given), wish), []);
});
