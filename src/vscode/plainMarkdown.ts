import { MarkdownString } from 'vscode';

/** The signs that mean something in Markdown, at the start of a line or anywhere. */
const signs = /[\\`*_{}[\]()#+\-.!|<>~$&:=]/g;

/**
 * A bold heading and lines under it. Text from files goes in as text: no link in it and no picture
 * is ever alive. The editor's own `appendText` makes every space unbreakable, so that long lines
 * run out of the hover.
 */
export function plainMarkdown(heading: string, lines: readonly string[]): MarkdownString {
  const paragraphs = [`**${plain(heading)}**`, ...lines.map(plain)];
  return new MarkdownString(paragraphs.join('  \n'));
}

function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(signs, String.raw`\$&`);
}
