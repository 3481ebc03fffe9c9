/** A value from its moment on, until the next. */
export interface Step {
  readonly at: number;
  readonly value: number;
}

/** In CSS pixels, or any other unit. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The outline of values that hold until the next: as a path from the left edge to the right, with
 * zero at the bottom. Undefined where there is no time between the first and the last.
 */
export function stepPath(
  steps: readonly Step[],
  until: number,
  { width, height }: ChartSize,
): string | undefined {
  const [first] = steps;
  if (!first || until <= first.at) return undefined;
  const most = Math.max(...steps.map(({ value }) => Math.abs(value)), 0);
  const round = (px: number): number => Math.round(px * 10) / 10;
  const x = (at: number): number => round(((at - first.at) / (until - first.at)) * width);
  const y = (value: number): number =>
    round(most === 0 ? height : height - (Math.abs(value) / most) * height);
  const [start, ...others] = steps.map(({ at, value }) => [x(at), y(value)] as const);
  if (!start) return undefined;
  const turns = others.map(([px, py]) => `H${px}V${py}`).join('');
  return `M${start[0]} ${start[1]}${turns}H${round(width)}`;
}
