/** By how much something is multiplied: 1.5 is half as much again. They do not fall. */
export interface FactorRange {
  readonly low: number;
  /** Undefined for a range without a mode. */
  readonly likely: number | undefined;
  readonly high: number;
}

const part = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/;

/** Reads `150%`, `1.5`, `110%..150%` or `110%..120%..200%`; undefined when it is none of these. */
export function parseFactorRange(text: string): FactorRange | undefined {
  const values: number[] = [];
  for (const piece of text.split('..')) {
    const match = part.exec(piece.trim());
    if (!match) return undefined;
    values.push(match[2] === '%' ? Number((Number(match[1]) / 100).toFixed(6)) : Number(match[1]));
  }
  const [low, second = low, third] = values;
  if (low === undefined || second === undefined || values.length > 3) return undefined;
  if (third !== undefined) return { low, likely: second, high: third };
  return { low, likely: values.length === 1 ? low : undefined, high: second };
}

/** The text that {@link parseFactorRange} reads back to the same value. */
export function formatFactorRange({ low, likely, high }: FactorRange): string {
  const share = (factor: number): string => `${Number((factor * 100).toFixed(4))}%`;
  if (low === high) return share(low);
  return [low, likely, high].flatMap(each => (each === undefined ? [] : [share(each)])).join('..');
}
