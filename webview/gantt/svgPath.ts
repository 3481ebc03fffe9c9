/** The path of a canvas, written down as the data of an SVG path. */
export class SvgPath {
  #data: string[] = [];
  #x = 0;
  #y = 0;

  get data(): string {
    return this.#data.join('');
  }

  clear(): void {
    this.#data = [];
  }

  moveTo(x: number, y: number): void {
    this.#add('M', x, y);
  }

  lineTo(x: number, y: number): void {
    this.#add(this.#data.length === 0 ? 'M' : 'L', x, y);
  }

  close(): void {
    this.#data.push('Z');
  }

  rect(x: number, y: number, size: { readonly width: number; readonly height: number }): void {
    const right = x + size.width;
    const bottom = y + size.height;
    this.#data.push(`M${px(x)} ${px(y)}H${px(right)}V${px(bottom)}H${px(x)}Z`);
  }

  /** @param radii of the four corners, clockwise from the top left; one for all of them */
  roundRect(
    box: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    },
    radii: readonly number[],
  ): void {
    const { x, y, width, height } = box;
    const most = Math.min(width, height) / 2;
    const [a = 0, b = a, c = a, d = b] = radii.map(radius => Math.min(most, Math.max(0, radius)));
    const corner = (radius: number, toX: number, toY: number): string =>
      radius === 0 ? '' : `A${px(radius)} ${px(radius)} 0 0 1 ${px(toX)} ${px(toY)}`;
    const [right, bottom] = [x + width, y + height];
    this.#data.push(
      `M${px(x + a)} ${px(y)}H${px(right - b)}${corner(b, right, y + b)}`,
      `V${px(bottom - c)}${corner(c, right - c, bottom)}`,
      `H${px(x + d)}${corner(d, x, bottom - d)}V${px(y + a)}${corner(a, x + a, y)}Z`,
    );
  }

  /** A whole circle or a part of one, clockwise. */
  arc(center: { readonly x: number; readonly y: number }, radius: number, turn: Turn): void {
    const at = (angle: number): readonly [number, number] => [
      center.x + radius * Math.cos(angle),
      center.y + radius * Math.sin(angle),
    ];
    const { from, to } = turn;
    const half = from + Math.min(to - from, 2 * Math.PI) / 2;
    this.lineTo(...at(from));
    for (const angle of [half, Math.min(to, from + 2 * Math.PI)]) {
      const [x, y] = at(angle);
      this.#data.push(`A${px(radius)} ${px(radius)} 0 0 1 ${px(x)} ${px(y)}`);
      [this.#x, this.#y] = [x, y];
    }
  }

  /** A straight line towards a corner, and a round turn from there towards another point. */
  arcTo(
    corner: { readonly x: number; readonly y: number },
    towards: { readonly x: number; readonly y: number },
    radius: number,
  ): void {
    const back = unit(this.#x - corner.x, this.#y - corner.y);
    const on = unit(towards.x - corner.x, towards.y - corner.y);
    const cross = back.x * on.y - back.y * on.x;
    const cosine = back.x * on.x + back.y * on.y;
    if (radius === 0 || Math.abs(cross) < 1e-6) {
      this.lineTo(corner.x, corner.y);
      return;
    }
    const reach = radius / Math.tan(Math.acos(Math.max(-1, Math.min(1, cosine))) / 2);
    this.lineTo(corner.x + back.x * reach, corner.y + back.y * reach);
    const [x, y] = [corner.x + on.x * reach, corner.y + on.y * reach];
    this.#data.push(`A${px(radius)} ${px(radius)} 0 0 ${cross < 0 ? 1 : 0} ${px(x)} ${px(y)}`);
    [this.#x, this.#y] = [x, y];
  }

  #add(letter: 'M' | 'L', x: number, y: number): void {
    this.#data.push(`${letter}${px(x)} ${px(y)}`);
    [this.#x, this.#y] = [x, y];
  }
}

/** Angles in radians. */
interface Turn {
  readonly from: number;
  readonly to: number;
}

/** With two decimals at most. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function unit(x: number, y: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}
