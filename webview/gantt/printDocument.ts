import { escapeXml } from '../../src/core/base/xmlText.ts';
import { printStart } from '../../src/protocol/picture.ts';
import type { Palette } from './palette.ts';
import { paintPicture } from './paintPicture.ts';
import { footerPx, pageHeightPx, pageWidthPx, type PrintPage } from './printPages.ts';
import { SvgRecorder } from './svgRecorder.ts';

/** Each sheet on a page of its own, as wide as the paper and never higher; on a screen one below the other. */
const style = [
  '@page{size:landscape;margin:10mm}',
  'body{margin:0;background:#fff}',
  'svg{display:block;width:100%;height:auto;background:#fff}',
  '@media print{svg{max-height:99vh;break-inside:avoid;-webkit-print-color-adjust:exact;print-color-adjust:exact}svg+svg{break-before:page}}',
  '@media screen{body{background:#8a8a8a}svg{max-width:1200px;margin:16px auto;box-shadow:0 1px 6px #0006}}',
].join('');

/** Everything as one page of a browser, which prints it: without a script, and without any other file. */
export function writePrint(
  pages: readonly PrintPage[],
  palette: Palette,
  measure: (text: string, font: string) => number,
): string {
  const name = pages[0]?.picture.scene.view.name ?? '';
  const sheets = pages.map((page, i) => {
    const count = `${i + 1} of ${pages.length}`;
    const recorder = new SvgRecorder(palette.font, measure, `page${i + 1}-`);
    const brush = { ctx: recorder, palette, ratio: 1 };
    paintPicture(brush, page.picture);
    paintFooter(recorder, palette, footerOf(page, name, count));
    const title = `${name}, page ${count}`;
    return recorder.toSvg({ widthPx: pageWidthPx, heightPx: pageHeightPx, title });
  });
  return [
    `${printStart}<title>${escapeXml(name)}</title><style>${style}</style></head><body>`,
    ...sheets,
    '</body></html>',
    '',
  ].join('\n');
}

interface Footer {
  readonly left: string;
  readonly right: string;
}

function footerOf({ firstRow, lastRow, picture }: PrintPage, name: string, count: string): Footer {
  const rows = picture.scene.outline.visible.length;
  const shown = `rows ${firstRow} to ${lastRow} of ${rows}`;
  return { left: name.slice(0, 80), right: `${shown}  ·  page ${count}` };
}

function paintFooter(ctx: SvgRecorder, { ink, font }: Palette, { left, right }: Footer): void {
  const middle = pageHeightPx - footerPx / 2;
  ctx.font = font;
  ctx.fillStyle = ink.labelMuted;
  ctx.textBaseline = 'middle';
  ctx.fillText(left, 8, middle);
  ctx.fillText(right, pageWidthPx - 8 - ctx.measureText(right).width, middle);
}
