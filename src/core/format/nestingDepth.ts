/**
 * More levels than any plan has, and few enough that a recursive reader is far from the end of its
 * stack: near that end the engine itself may abort, and no handler can catch that.
 */
export const deepestNesting = 200;

/**
 * True when the text may nest deeper than {@link deepestNesting}. It counts generously, by
 * indentation, dashes, colons and open brackets, and knows no quotes.
 */
export function nestsTooDeep(text: string): boolean {
  const open: { readonly indent: number; readonly levels: number }[] = [];
  let depth = 0;
  let brackets = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = measureLine(text, start, end);
    start = end + 1;
    if (line.levels === 0) continue;
    brackets = Math.max(0, brackets + line.opened);
    for (let top = open.at(-1); top && top.indent >= line.indent; top = open.at(-1)) {
      depth -= top.levels;
      open.pop();
    }
    open.push(line);
    depth += line.levels;
    if (depth + Math.max(brackets, line.mostOpened) > deepestNesting) return true;
  }
  return false;
}

interface LineMeasure {
  readonly indent: number;
  /** 0 for a blank line. */
  readonly levels: number;
  /** Brackets opened and not closed, and the most that were open at once. */
  readonly opened: number;
  readonly mostOpened: number;
}

function measureLine(text: string, start: number, end: number): LineMeasure {
  let at = start;
  while (at < end && ' \t\r'.includes(text.charAt(at))) at++;
  const indent = at - start;
  let levels = at < end ? 1 : 0;
  let opened = 0;
  let mostOpened = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) mostOpened = Math.max(mostOpened, ++opened);
    else if (code === 93 || code === 125) opened--;
    // `-`, `:` and `?` before a blank or the line's end
    else if ((code === 45 || code === 58 || code === 63) && isBlankAt(text, at + 1)) levels++;
  }
  return { indent, levels, opened, mostOpened };
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code);
}
