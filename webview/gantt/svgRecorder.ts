import { escapeXml } from '../../src/core/base/xmlText.ts';
import type { PaintContext } from './paintContext.ts';
import { px, SvgPath } from './svgPath.ts';
import { colorAttributes, fontAttributes, fontSize } from './svgText.ts';

/** From the middle of a line of text to its baseline, as a share of the font's size. */
const middleToBaseline = 0.35;

/** Numbers in a row, as the canvas takes them. */
type Four = [number, number, number, number];
type Five = [...Four, number];
type Radii = number | DOMPointInit | Iterable<number | DOMPointInit>;

/** What a canvas saves and restores. */
interface PaintState {
  readonly fillStyle: PaintContext['fillStyle'];
  readonly strokeStyle: PaintContext['strokeStyle'];
  readonly lineWidth: number;
  readonly lineJoin: CanvasLineJoin;
  readonly globalAlpha: number;
  readonly font: string;
  readonly textBaseline: CanvasTextBaseline;
  readonly dash: readonly number[];
  readonly shift: { readonly x: number; readonly y: number };
  /** How many groups with a clip are open. */
  readonly clips: number;
}

/**
 * Writes down what is painted as the elements of an SVG. It knows what the chart's painters use:
 * plain colours, translation, rectangles to clip by, and text that stands on its middle.
 */
export class SvgRecorder implements PaintContext {
  fillStyle: PaintContext['fillStyle'] = '#000000';
  strokeStyle: PaintContext['strokeStyle'] = '#000000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '12px sans-serif';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly #baseFont: string;
  readonly #idPrefix: string;
  readonly #measure: (text: string, font: string) => number;
  readonly #path = new SvgPath();
  #elements: string[] = [];
  #saved: PaintState[] = [];
  #dash: readonly number[] = [];
  #shift = { x: 0, y: 0 };
  #clips = 0;
  #clipCount = 0;
  /** A rim that waits for the text that it belongs to. */
  #rim: { readonly text: string; readonly attributes: string } | undefined;

  /**
   * @param baseFont the font of most texts, which is written once
   * @param idPrefix tells the ids of one picture from those of others in the same document
   */
  constructor(baseFont: string, measure: (text: string, font: string) => number, idPrefix = '') {
    this.#baseFont = baseFont;
    this.#idPrefix = idPrefix;
    this.#measure = measure;
  }

  /** The whole picture; with a title, which is what a screen reader reads of it. */
  toSvg(size: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly title: string;
  }): string {
    const { widthPx, heightPx, title } = size;
    const width = px(Math.ceil(widthPx));
    const height = px(Math.ceil(heightPx));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${fontAttributes(this.#baseFont)} role="img">`,
      `<title>${escapeXml(title)}</title>`,
      ...this.#elements,
      '</svg>',
      '',
    ].join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textBaseline } = this;
    this.#saved.push({
      ...{ fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textBaseline },
      dash: this.#dash,
      shift: this.#shift,
      clips: this.#clips,
    });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    const { dash, shift, clips, ...styles } = state;
    Object.assign(this, styles);
    this.#dash = dash;
    this.#shift = shift;
    for (; this.#clips > clips; this.#clips -= 1) this.#elements.push('</g>');
  }

  translate(x: number, y: number): void {
    this.#shift = { x: this.#shift.x + x, y: this.#shift.y + y };
  }

  beginPath(): void {
    this.#path.clear();
  }

  closePath(): void {
    this.#path.close();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x + this.#shift.x, y + this.#shift.y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x + this.#shift.x, y + this.#shift.y);
  }

  arc(...[x, y, radius, from, to]: Five): void {
    this.#path.arc({ x: x + this.#shift.x, y: y + this.#shift.y }, radius, { from, to });
  }

  arcTo(...[x1, y1, x2, y2, radius]: Five): void {
    const { x, y } = this.#shift;
    this.#path.arcTo({ x: x1 + x, y: y1 + y }, { x: x2 + x, y: y2 + y }, radius);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x + this.#shift.x, y + this.#shift.y, { width, height });
  }

  roundRect(...[x, y, width, height, radii = 0]: [...Four, radii?: Radii]): void {
    const box = { x: x + this.#shift.x, y: y + this.#shift.y, width, height };
    this.#path.roundRect(box, radiiOf(radii));
  }

  clip(): void {
    this.#clipCount += 1;
    const id = `${this.#idPrefix}clip${this.#clipCount}`;
    this.#elements.push(
      `<clipPath id="${id}"><path d="${this.#path.data}"/></clipPath>`,
      `<g clip-path="url(#${id})">`,
    );
    this.#clips += 1;
  }

  fill(): void {
    const { data } = this.#path;
    if (data !== '') this.#elements.push(`<path d="${data}"${this.#fillAttributes()}/>`);
  }

  stroke(): void {
    const { data } = this.#path;
    if (data === '') return;
    this.#elements.push(`<path d="${data}" fill="none"${this.#strokeAttributes()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    const [left, top] = [px(x + this.#shift.x), px(y + this.#shift.y)];
    const size = `width="${px(width)}" height="${px(height)}"`;
    this.#elements.push(`<rect x="${left}" y="${top}" ${size}${this.#fillAttributes()}/>`);
  }

  setLineDash(segments: Iterable<number>): void {
    this.#dash = [...segments];
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#measure(text, this.font) };
  }

  /** A rim is painted with the text that follows it at the same place, as one element. */
  strokeText(text: string): void {
    this.#rim = { text, attributes: `${this.#strokeAttributes()} paint-order="stroke"` };
  }

  fillText(text: string, x: number, y: number): void {
    const rim = this.#rim?.text === text ? this.#rim.attributes : '';
    this.#rim = undefined;
    if (text.trim() === '') return;
    const down = this.textBaseline === 'middle' ? fontSize(this.font) * middleToBaseline : 0;
    const place = `x="${px(x + this.#shift.x)}" y="${px(y + this.#shift.y + down)}"`;
    const font = this.font === this.#baseFont ? '' : fontAttributes(this.font);
    const look = `${font}${this.#fillAttributes()}${rim}`;
    this.#elements.push(`<text ${place}${look}>${escapeXml(text)}</text>`);
  }

  #fillAttributes(): string {
    return colorAttributes('fill', plainColor(this.fillStyle), this.globalAlpha);
  }

  #strokeAttributes(): string {
    const color = colorAttributes('stroke', plainColor(this.strokeStyle), this.globalAlpha);
    const width = this.lineWidth === 1 ? '' : ` stroke-width="${px(this.lineWidth)}"`;
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`;
    return `${color}${width}${join}${dash}`;
  }
}

function plainColor(style: PaintContext['fillStyle']): string {
  return typeof style === 'string' ? style : '#000000';
}

function radiiOf(
  radii: number | DOMPointInit | Iterable<number | DOMPointInit>,
): readonly number[] {
  if (typeof radii === 'number') return [radii];
  const list = Symbol.iterator in radii ? [...radii] : [radii];
  return list.map(radius => (typeof radius === 'number' ? radius : (radius.x ?? 0)));
}
