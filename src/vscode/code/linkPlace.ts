import {
  commands,
  type DocumentSymbol,
  type Position,
  type SymbolInformation,
  type TextDocument,
} from 'vscode';
import { isAsCommitted } from '../../core/anchors/isAsCommitted.ts';
import { captureQuote } from '../../core/anchors/quote.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import { findSymbols, symbolAround } from '../../core/anchors/symbols.ts';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import type { OpenPlan } from '../openPlan.ts';

type Place = Omit<CommandInputs['linkCode'], 'id'>;

/** Lines of a document, counted from one. */
export interface LinkedLines {
  readonly line: number;
  readonly endLine: number;
  /** As the core names it, so that it is found again by this name. */
  readonly symbol?: string;
}

/**
 * What a link to a document says: lines with their words, and the present commit where the file is
 * saved and as the commit has it. Without lines the file as a whole.
 */
export async function placeOf(
  plan: OpenPlan,
  path: string,
  document: TextDocument,
  lines: LinkedLines | undefined,
): Promise<Place> {
  const commit = document.isDirty ? {} : await presentCommit(plan, path);
  if (!lines) return { path, ...commit };
  const { line, endLine, symbol } = lines;
  const quote = captureQuote(createSourceText(document.getText()), line, endLine);
  const given = Object.entries(quote ?? {}).filter(([, value]) => value !== undefined);
  return {
    path,
    ...(symbol === undefined ? {} : { symbol }),
    line,
    ...(endLine > line ? { endLine } : {}),
    ...Object.fromEntries(given),
    ...commit,
  };
}

/** The present commit, where it has a file as it is saved, or a folder; git follows it from there. */
export async function presentCommit(
  { loaded }: OpenPlan,
  path: string,
): Promise<Pick<Place, 'commit'>> {
  const past = await loaded?.codePast(new AbortController().signal);
  const isThere = past !== undefined && (await isAsCommitted(path, past.head, past.code));
  return isThere ? { commit: past.head } : {};
}

/**
 * The innermost declaration around a position: as the language of the document tells it, else by the
 * words and the indentation of the text. Undefined outside of all.
 */
export async function symbolAt(
  document: TextDocument,
  position: Position,
): Promise<LinkedLines | undefined> {
  const known = findSymbols(createSourceText(document.getText()));
  const told = innermost(await documentSymbols(document), position);
  const line = position.line + 1;
  if (told) {
    const from = told.range.start.line + 1;
    // A comment above may belong to the symbol of the language; its name stands where the core sees it.
    const named = told.selectionRange.start.line + 1;
    const symbol = known.find(each => each.line === named)?.path;
    const isUnique = known.filter(({ path }) => path === symbol).length === 1;
    const endLine = told.range.end.line + 1;
    return { line: Math.max(from, named), endLine, ...(symbol && isUnique ? { symbol } : {}) };
  }
  const around = symbolAround(known, line);
  if (!around) return undefined;
  const isUnique = known.filter(({ path }) => path === around.path).length === 1;
  const { line: first, endLine, path: symbol } = around;
  return { line: first, endLine, ...(isUnique ? { symbol } : {}) };
}

/** None where no extension knows the language, or it tells of no ranges. */
async function documentSymbols({ uri }: TextDocument): Promise<readonly DocumentSymbol[]> {
  const found = await commands.executeCommand<(DocumentSymbol | SymbolInformation)[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (found ?? []).filter(each => 'selectionRange' in each);
}

function innermost(
  symbols: readonly DocumentSymbol[],
  position: Position,
): DocumentSymbol | undefined {
  const around = symbols.find(({ range }) => range.contains(position));
  return around && (innermost(around.children, position) ?? around);
}
