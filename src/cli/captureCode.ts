import { captureQuote } from '../core/anchors/quote.ts';
import type { CodePast } from '../core/anchors/codePast.ts';
import { isAsCommitted } from '../core/anchors/isAsCommitted.ts';
import { createSourceText } from '../core/anchors/sourceText.ts';
import { findSymbols } from '../core/anchors/symbols.ts';
import type { CodeReader } from '../core/anchors/resolveAnchors.ts';
import type { CommandInputs } from '../core/commands/inputs.ts';

type LinkInput = CommandInputs['linkCode'];

/** What finds a place again: its text with its surroundings, and the commit at which the line is right. */
export async function captureCode(
  place: Pick<LinkInput, 'id' | 'path' | 'symbol' | 'line' | 'endLine'>,
  reader: CodeReader,
  past: { readonly head: string; readonly code: CodePast } | undefined,
): Promise<LinkInput> {
  const content = await reader.read(place.path);
  const commitOf = async (path: string): Promise<Pick<LinkInput, 'commit'>> =>
    past && (await isAsCommitted(path, past.head, past.code)) ? { commit: past.head } : {};
  if (content === undefined) {
    return place.path.endsWith('/') ? { ...place, ...(await commitOf(place.path)) } : place;
  }
  const text = createSourceText(content);
  const lines = linesOf(place, text);
  const last = lines.endLine ?? lines.line;
  if (last !== undefined && last > text.lines.length) return place;
  const commit = await commitOf(place.path);
  if (lines.line === undefined) return { ...place, ...commit };
  const quote = captureQuote(text, lines.line, lines.endLine ?? lines.line);
  const { id, path } = place;
  const symbol = place.symbol === undefined ? {} : { symbol: place.symbol };
  const given = Object.entries(quote ?? {}).filter(([, value]) => value !== undefined);
  return { id, path, ...symbol, ...lines, ...Object.fromEntries(given), ...commit };
}

/** A symbol is where it is declared; lines are as they were given. */
function linesOf(
  { symbol, line, endLine }: Pick<LinkInput, 'symbol' | 'line' | 'endLine'>,
  text: ReturnType<typeof createSourceText>,
): Pick<LinkInput, 'line' | 'endLine'> {
  if (line !== undefined) return { line, ...(endLine === undefined ? {} : { endLine }) };
  const found = findSymbols(text).filter(({ path }) => path === symbol);
  const [only, another] = found;
  if (!only || another) return {};
  return { line: only.line, ...(only.endLine > only.line ? { endLine: only.endLine } : {}) };
}
