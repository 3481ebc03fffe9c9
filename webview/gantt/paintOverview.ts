import type { OverviewCells } from './overviewLayout.ts';
import type { Palette } from './palette.ts';

/** How strongly the faintest work is painted, so that a single bar among hundreds is seen. */
const faintest = 0.65;

/** Paints the strip: the denser the stronger, critical work in its own colour and at full strength. */
export function paintOverview(
  canvas: HTMLCanvasElement,
  cells: OverviewCells,
  look: { readonly palette: Palette; readonly today: number; readonly ratio: number },
): void {
  const { width, height } = cells;
  const { ink } = look.palette;
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx || width === 0) return;
  const pixelOf = (name: string): Uint8ClampedArray => {
    ctx.fillStyle = name;
    ctx.fillRect(0, 0, 1, 1);
    return ctx.getImageData(0, 0, 1, 1).data;
  };
  const [ground, work, critical] = [ink.background, ink.taskDone, ink.criticalEdge].map(pixelOf);
  if (!ground || !work || !critical) return;
  const image = ctx.createImageData(width, height);
  const { data } = image;
  for (let at = 0; at < cells.density.length; at += 1) {
    const density = cells.density[at] ?? 0;
    const isCritical = cells.isCritical[at] === 1;
    const share = density === 0 ? 0 : isCritical ? 1 : faintest + (1 - faintest) * (density / 255);
    const color = isCritical ? critical : work;
    for (let channel = 0; channel < 3; channel += 1) {
      const low = ground[channel] ?? 0;
      data[4 * at + channel] = low + ((color[channel] ?? 0) - low) * share;
    }
    data[4 * at + 3] = 255;
  }
  ctx.putImageData(image, 0, 0);
  ctx.fillStyle = ink.today;
  if (look.today >= 0 && look.today <= width) ctx.fillRect(look.today, 0, look.ratio, height);
}
