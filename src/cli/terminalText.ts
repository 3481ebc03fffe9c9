import { onOneLine, withoutControls } from '../core/base/controlSigns.ts';

/** Colours and weights; each gives the text back unchanged where colour is not wanted. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
}

const plain = (text: string): string => text;

/** Any value of NO_COLOR but the empty one switches colour off, as that convention has it. */
export function createPaint(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const isOff = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  if (!isTerminal || isOff) {
    return { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, blue: plain };
  }
  const between =
    (on: number, off: number) =>
    (text: string): string =>
      `\u001b[${on}m${text}\u001b[${off}m`;
  return {
    bold: between(1, 22),
    dim: between(2, 22),
    red: between(31, 39),
    yellow: between(33, 39),
    green: between(32, 39),
    blue: between(34, 39),
  };
}

/** The weights and colours of {@link createPaint}, or what a terminal would obey besides. */
const paintedOrObeyed =
  /\u001b\[(?:1|2|22|3[1-4]|39)m|[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The last gate before a terminal: whatever a command forgot to make harmless is so afterwards.
 * Lines stay lines, and our own colours stay where there are any.
 */
export function guardTerminal(text: string, isPainted: boolean): string {
  return text.replaceAll('\r\n', '\n').replace(paintedOrObeyed, sign => {
    if (sign === '\n' || sign === '\t') return sign;
    return isPainted && sign.length > 1 ? sign : `\ufffd${sign.slice(1)}`;
  });
}

/** Text from files made harmless for a terminal, on one line. */
export function oneLine(text: string): string {
  return withoutControls(onOneLine(text)).trim();
}

/** The same for text of several lines. */
export function manyLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(harmlessLine)
    .join('\n');
}

function harmlessLine(line: string): string {
  return withoutControls(line.replace(/\t/g, '  ')).trimEnd();
}

/** Code points, which is as near to columns as one comes without tables of widths. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += combining.test(character) ? 0 : 1;
  return width;
}

const combining = /^\p{M}$/u;

/** At most `width` columns, the last of them an ellipsis where something was cut off. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${Array.from(text)
    .slice(0, Math.max(0, width - 1))
    .join('')}…`;
}
