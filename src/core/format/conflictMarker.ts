import type { Span } from './yamlNode.ts';

/**
 * The first line of a conflict that git left behind. The opening mark alone is not enough: a text
 * may quote one; the closing mark must follow at the start of a line as well.
 */
export function findConflictMarker(text: string): Span | undefined {
  for (let at = text.indexOf('<<<<<<<'); at >= 0; at = text.indexOf('<<<<<<<', at + 1)) {
    const isAtLineStart = at === 0 || '\n\r\uFEFF'.includes(text.charAt(at - 1));
    if (!isAtLineStart || !hasLine(text, at, '=======') || !hasLine(text, at, '>>>>>>>')) continue;
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    return { start: at, end: text.charAt(end - 1) === '\r' ? end - 1 : end };
  }
  return undefined;
}

function hasLine(text: string, from: number, start: string): boolean {
  return text.indexOf(`\n${start}`, from) >= 0;
}
