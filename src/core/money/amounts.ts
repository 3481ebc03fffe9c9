/** A whole number over which shares are told, so that no share is a fraction of a float. */
export const wholeShare = 1_000_000;

/**
 * A share of an amount of hundredths, rounded to the nearest, halves away from zero. Exact for any
 * amounts that can be told.
 *
 * @param part and of: whole numbers; nothing of anything is nothing
 */
export function shareOf(hundredths: number, part: number, of: number): number {
  if (of === 0) return 0;
  const [amount, above, below] = [Math.round(hundredths), Math.round(part), Math.round(of)];
  const twice = 2 * Math.abs(amount * above) + Math.abs(below);
  if (twice <= Number.MAX_SAFE_INTEGER) {
    // Whole numbers that a number holds exactly: what is left over, and so the rest, is exact as well.
    const size = 2 * Math.abs(below);
    const rounded = (twice - (twice % size)) / size;
    return amount * above < 0 === below < 0 || rounded === 0 ? rounded : -rounded;
  }
  const product = BigInt(amount) * BigInt(above);
  const whole = BigInt(below);
  const sign = product < 0n === whole < 0n ? 1n : -1n;
  const [top, bottom] = [product < 0n ? -product : product, whole < 0n ? -whole : whole];
  return Number((sign * (2n * top + bottom)) / (2n * bottom));
}

/** An index such as CPI, in ten-thousandths, rounded; undefined where the one below is nothing. */
export function indexOf(above: number, below: number): number | undefined {
  return below === 0 ? undefined : shareOf(10_000, above, below);
}

/** `1.05` */
export function formatIndex(index: number | undefined): string {
  if (index === undefined) return '–';
  const hundredths = shareOf(index, 1, 100);
  const size = Math.abs(hundredths);
  const sign = hundredths < 0 ? '-' : '';
  return `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
