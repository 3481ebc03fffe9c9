/** Within so many pixels of an edge a drag scrolls on. */
const edgePx = 32;
/** At the edge itself and beyond it, in pixels a second. */
const fastestPx = 1100;
/** Where nothing may glide, the view jumps by this share of itself … */
const jumpShare = 0.3;
/** … and then stands still for so long. */
const jumpPauseMs = 700;

export interface EdgePoint {
  readonly x: number;
  readonly y: number;
}

/** What a drag is scrolled in, in the same pixels as the pointer. */
export interface EdgeBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * How fast to scroll along one axis, from -1 to 1: the nearer to an edge, the faster. A drag that
 * began near an edge scrolls from there on only, so that taking something hold there moves nothing.
 */
export function edgeSpeed(
  at: number,
  begunAt: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const before = Math.min(edgePx, Math.max(0, begunAt - from));
  const after = Math.min(edgePx, Math.max(0, to - begunAt));
  if (at < from + before) return -Math.min(1, (from + before - at) / edgePx);
  return at > to - after ? Math.min(1, (at - to + after) / edgePx) : 0;
}

/** Scrolls on while the pointer of a drag is held near an edge. */
export class EdgeScroll {
  readonly #pan: (byX: number, byY: number) => void;
  #speed: EdgePoint = { x: 0, y: 0 };
  #box: EdgeBox | undefined;
  #frame: number | undefined;
  #lastMs = 0;
  #jumpedMs = -Infinity;

  /** @param pan scrolls by so many pixels, and lets the drag go on from there */
  constructor(pan: (byX: number, byY: number) => void) {
    this.#pan = pan;
  }

  /** To be called with every move of the pointer. */
  follow(at: EdgePoint, begunAt: EdgePoint, box: EdgeBox): void {
    this.#box = box;
    this.#speed = {
      x: edgeSpeed(at.x, begunAt.x, { from: box.left, to: box.right }),
      y: edgeSpeed(at.y, begunAt.y, { from: box.top, to: box.bottom }),
    };
    const isStill = this.#speed.x === 0 && this.#speed.y === 0;
    if (isStill) this.stop();
    else if (this.#frame === undefined) {
      this.#lastMs = performance.now();
      this.#frame = requestAnimationFrame(ms => this.#step(ms));
    }
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #step(ms: number): void {
    this.#frame = requestAnimationFrame(next => this.#step(next));
    const passed = Math.max(0, Math.min(100, ms - this.#lastMs));
    this.#lastMs = ms;
    const { x, y } = this.#speed;
    if (!isMotionReduced()) {
      const way = (fastestPx * passed) / 1000;
      this.#pan(x * way, y * way);
      return;
    }
    const box = this.#box;
    if (!box || ms - this.#jumpedMs < jumpPauseMs) return;
    this.#jumpedMs = ms;
    this.#pan(jumpBy(x, box.right - box.left), jumpBy(y, box.bottom - box.top));
  }
}

/** A side without end is never jumped along. */
function jumpBy(speed: number, sizePx: number): number {
  return speed === 0 ? 0 : Math.sign(speed) * sizePx * jumpShare;
}

function isMotionReduced(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
