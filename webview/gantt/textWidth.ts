/** More texts than the screen can hold many times over. */
const mostTexts = 4000;

/** Measures texts on a canvas and remembers the widths, as measuring costs more than painting. */
export class TextWidth {
  readonly #ctx: CanvasRenderingContext2D;
  readonly #known = new Map<string, number>();
  #font = '';

  constructor(ctx: CanvasRenderingContext2D) {
    this.#ctx = ctx;
  }

  /** Another font forgets everything. */
  setFont(font: string): void {
    if (font === this.#font) return;
    this.#font = font;
    this.#known.clear();
  }

  readonly measure = (text: string): number => {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= mostTexts) this.#known.clear();
    this.#ctx.font = this.#font;
    const { width } = this.#ctx.measureText(text);
    this.#known.set(text, width);
    return width;
  };
}
