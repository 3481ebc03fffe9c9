/** No letter before the first of a script that runs from right to left. */
const fromTheRight = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * A text for where nothing but the text itself can say in which direction it runs: a canvas, a
 * picture. One that begins from right to left is set apart, so that its signs at the ends stand where
 * its readers look for them; every other text is answered as it is.
 */
export function inOwnDirection(text: string): string {
  return fromTheRight.test(text) ? `\u2067${text}\u2069` : text;
}
