import { MarkdownString } from 'vscode';
import { markdownText } from '../core/views/markdownText.ts';

/**
 * A heading and lines in which nothing is alive. The editor's own `appendText` makes every space
 * unbreakable, so that long lines run out of the hover.
 */
export function plainMarkdown(heading: string, lines: readonly string[]): MarkdownString {
  return new MarkdownString(markdownText(heading, lines));
}
