import type { CodePast } from '../../../src/core/anchors/codePast.ts';
import { captureQuote } from '../../../src/core/anchors/quote.ts';
import type { CodeReader } from '../../../src/core/anchors/resolveAnchors.ts';
import { createSourceText } from '../../../src/core/anchors/sourceText.ts';
import type { Anchor } from '../../../src/core/model/anchor.ts';

/** Code in memory, by path. */
export function memoryCode(files: Readonly<Record<string, string>>): CodeReader {
  const isThere = (path: string): boolean =>
    path in files || Object.keys(files).some(each => each.startsWith(path) && path.endsWith('/'));
  return {
    read: path => Promise.resolve(files[path]),
    exists: path => Promise.resolve(isThere(path)),
  };
}

/** An anchor as it is made of a text. */
export function anchorIn(
  text: string,
  {
    path,
    line,
    endLine,
    ...rest
  }: Partial<Anchor> & { readonly path: string; readonly line: number },
): Anchor {
  const quote = captureQuote(createSourceText(text), line, endLine ?? line);
  const none = { quote: undefined, before: undefined, after: undefined, prints: undefined };
  return { path, line, endLine, symbol: undefined, commit: undefined, ...none, ...quote, ...rest };
}

/** A past that knows no commit. */
export const forgotten: CodePast = {
  findCommits: () => Promise.resolve(new Map()),
  contentsOf: files => Promise.resolve(files.map(() => undefined)),
  textsOf: files => Promise.resolve(files.map(() => undefined)),
  findRenames: () => Promise.resolve(new Map()),
  readChanges: () => Promise.reject(new Error('no commit is known')),
  readFileChanges: files => Promise.resolve(files.map(() => undefined)),
  findStanding: () => Promise.resolve(new Set()),
  readLeftOut: () => Promise.resolve(new Map()),
  newFiles: () => Promise.resolve([]),
  follow: files => Promise.resolve(files.map(() => undefined)),
  hasFolder: () => Promise.resolve(false),
  followFolders: folders => Promise.resolve(folders.map(() => undefined)),
};
