import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import type { PictureWish } from '../../src/protocol/messages.ts';
import { mostPictureBytes } from '../../src/protocol/picture.ts';
import type { Brush } from './brush.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartModel } from './chartModel.ts';
import type { PathEmphasis } from './drivingPath.ts';
import { paintPicture } from './paintPicture.ts';
import type { Palette } from './palette.ts';
import { layoutPicture, type ChartPicture } from './picture.ts';
import { writePrint } from './printDocument.ts';
import { layoutPages } from './printPages.ts';
import { readPaperPalette, toPlainPalette } from './picturePalette.ts';
import { SvgRecorder } from './svgRecorder.ts';
import { TextWidth } from './textWidth.ts';

/** A PNG has so many pixels for one of the page, where it is not too large for that. */
const pngRatio = 2;
/** Browsers make no larger canvases. */
const longestSidePx = 16_384;
const mostPixels = 120_000_000;
/** Below this a PNG could not be read. */
const smallestRatio = 0.6;

export interface ExportedChart {
  readonly model: ChartModel;
  readonly body: ChartBody;
  readonly root: HTMLElement;
  readonly path: () => PathEmphasis | undefined;
}

/**
 * The chart as it is shown, as the bytes of a file: for print, on white and in pages. Null where it is
 * empty or too large for that.
 */
export async function exportChart(
  chart: ExportedChart,
  { form, extent }: PictureWish,
): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas');
  const ruler = canvas.getContext('2d');
  if (!ruler) return null;
  const shown = form === 'print' ? readPaperPalette(chart.root) : chart.body.timeline.palette;
  const palette = toPlainPalette(shown);
  const widths = new TextWidth(ruler);
  widths.setFont(palette.font);
  const options = { extent, path: chart.path(), measure: widths.measure };
  const { model } = chart;
  const { table } = chart.body;
  const measure: Measure = (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };
  if (form === 'print') {
    const pages = layoutPages({ ...options, model, table });
    return pages.length === 0 ? null : inLimits(encodeUtf8(writePrint(pages, palette, measure)));
  }
  const picture = layoutPicture(model, table, options);
  if (!picture) return null;
  return inLimits(
    form === 'png'
      ? await paintPng(picture, palette)
      : encodeUtf8(writeSvg(picture, palette, measure)),
  );
}

/** The width of a text in a font. */
type Measure = (text: string, font: string) => number;

function inLimits(bytes: Uint8Array | null): Uint8Array | null {
  return bytes && bytes.byteLength <= mostPictureBytes ? bytes : null;
}

function writeSvg(picture: ChartPicture, palette: Palette, measure: Measure): string {
  const recorder = new SvgRecorder(palette.font, measure);
  paintPicture({ ctx: recorder, palette, ratio: 1 }, picture);
  const { widthPx, heightPx, scene } = picture;
  return recorder.toSvg({ widthPx, heightPx, title: scene.view.name });
}

async function paintPng(picture: ChartPicture, palette: Palette): Promise<Uint8Array | null> {
  const { widthPx, heightPx } = picture;
  const ratio = Math.min(
    Math.max(pngRatio, devicePixelRatio),
    longestSidePx / Math.max(widthPx, heightPx),
    Math.sqrt(mostPixels / (widthPx * heightPx)),
  );
  if (ratio < smallestRatio) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(widthPx * ratio);
  canvas.height = Math.floor(heightPx * ratio);
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) return null;
  ctx.scale(ratio, ratio);
  const brush: Brush = { ctx, palette, ratio };
  paintPicture(brush, picture);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
