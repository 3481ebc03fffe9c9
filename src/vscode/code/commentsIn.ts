import type { TextDocument } from 'vscode';
import { syntaxOf } from '../../core/source/commentSigns.ts';
import { commentsAlone, commentsByLine, type Comment } from '../../core/source/findComments.ts';
import { isProse } from './sourceDocument.ts';

/** Of a longer text, or one of more lines, each line is looked at alone. */
const longestText = 400_000;
const mostLines = 20_000;

interface Read {
  readonly version: number;
  /** Undefined for a text that is too long. */
  readonly comments: readonly (readonly Comment[])[] | undefined;
}

const known = new WeakMap<TextDocument, Read>();

/** The comments in a line of code. */
export function commentsAt(document: TextDocument, line: number): readonly Comment[] {
  const comments = readAll(document);
  if (comments) return comments[line] ?? [];
  return commentsAlone(document.lineAt(line).text, syntaxFor(document));
}

/** The parts of a line that may name items: its comments, of prose all of it. */
export function namingParts(document: TextDocument, line: number): readonly Comment[] {
  if (!isProse(document)) return commentsAt(document, line);
  return [{ start: 0, end: document.lineAt(line).text.length }];
}

function readAll(document: TextDocument): Read['comments'] {
  const { version } = document;
  const read = known.get(document);
  if (read?.version === version) return read.comments;
  const text = document.lineCount > mostLines ? undefined : document.getText();
  const isShort = text !== undefined && text.length <= longestText;
  const comments = isShort
    ? commentsByLine(text.split(/\r\n|\r|\n/), syntaxFor(document))
    : undefined;
  known.set(document, { version, comments });
  return comments;
}

function syntaxFor({ uri, languageId }: TextDocument): ReturnType<typeof syntaxOf> {
  return syntaxOf(uri.path, languageId);
}
