import { createElement } from '../ui/element.ts';
import type { Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';
import type { ChartModel } from './chartModel.ts';
import { hitTest } from './hitTest.ts';
import { layoutChart, rowHeightPx, type ChartLayout, type ChartScene } from './layout.ts';
import { paintChart, type ChartMood } from './paint.ts';
import { headerPx } from './paintHeader.ts';
import { readPalette, type Palette } from './palette.ts';
import { TextWidth } from './textWidth.ts';

/** The right side of the chart: a canvas that is painted once a frame from the pure layout. */
export class TimelineCanvas {
  readonly canvas = createElement('canvas', {
    class: 'gantt-canvas',
    attributes: { 'aria-hidden': 'true' },
  });
  readonly #root: HTMLElement;
  readonly #ctx: CanvasRenderingContext2D | null;
  readonly #widths: TextWidth | undefined;
  #palette: Palette | undefined;
  #shown: { readonly scene: ChartScene; readonly layout: ChartLayout } | undefined;
  #ratio = 1;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#ctx = this.canvas.getContext('2d', { alpha: false });
    this.#widths = this.#ctx ? new TextWidth(this.#ctx) : undefined;
  }

  /** What was painted last, to find out what lies under the pointer. */
  get shown(): { readonly scene: ChartScene; readonly layout: ChartLayout } | undefined {
    return this.#shown;
  }

  get palette(): Palette {
    return (this.#palette ??= readPalette(this.#root));
  }

  /** The theme has changed: the colours are read anew when they are needed. */
  forgetColors(): void {
    this.#palette = undefined;
  }

  /** Takes so many CSS pixels, header included, at the present density of the screen. */
  resize(widthPx: number, heightPx: number): void {
    this.#ratio = devicePixelRatio;
    const width = Math.round(widthPx * this.#ratio);
    const height = Math.round(heightPx * this.#ratio);
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.canvas.style.width = `${widthPx}px`;
    this.canvas.style.height = `${heightPx}px`;
  }

  paint(model: ChartModel, mood: ChartMood): void {
    const { plan, outline, links } = model;
    if (!plan || !outline || !links || !this.#ctx || !this.#widths) return;
    const { palette } = this;
    this.#widths.setFont(palette.font);
    const scene: ChartScene = {
      view: plan.view,
      outline,
      links,
      freeTime: plan.freeTime,
      scale: model.timeline.scale,
      viewport: model.timeline.viewport,
      rowHeightPx,
      baseline: plan.baseline,
      isConstraintShown: model.choices.isConstraintShown,
      isActualShown: model.choices.isActualShown,
      forecast: model.choices.isForecastShown ? plan.forecast : undefined,
      commits: plan.commits,
      header: model.choices.header,
      measure: this.#widths.measure,
    };
    const layout = layoutChart(scene);
    this.#shown = { scene, layout };
    this.#ctx.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const brush: Brush = { ctx: this.#ctx, palette, ratio: this.#ratio };
    paintChart(brush, { scene, layout, mood });
  }

  /** The bar of a row that is seen. */
  barOf(row: number): Bar | undefined {
    return this.#shown?.layout.bars.find(each => each.row === row);
  }

  /** The bar of the row at a point of the canvas. */
  barAt(x: number, y: number): Bar | undefined {
    const hit = this.#shown && hitTest(this.#shown, { x, y });
    return hit && this.barOf(hit.row);
  }

  /** The row's place in the window, to fasten things to: its bar when it is seen, else the row. */
  placeOf(row: number, model: ChartModel): DOMRectReadOnly {
    const box = this.canvas.getBoundingClientRect();
    const top =
      box.top + headerPx + model.positionOf(row) * rowHeightPx - model.timeline.viewport.topPx;
    const bar = this.barOf(row);
    const from = Math.min(Math.max(0, bar?.leftX ?? 0), Math.max(0, box.width - 60));
    const to = Math.min(box.width, Math.max(from, bar?.rightX ?? from));
    return new DOMRectReadOnly(box.left + from, top, to - from, rowHeightPx);
  }
}
