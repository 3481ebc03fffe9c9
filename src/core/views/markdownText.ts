/** The signs that mean something in Markdown, at the start of a line or anywhere. */
const signs = /[\\`*_{}[\]()#+\-.!|<>~$&:=]/g;

/**
 * A bold heading and lines under it, as Markdown. Text from files goes in as text: its signs are
 * written as character references, out of which Markdown makes no link, picture or other structure.
 */
export function markdownText(heading: string, lines: readonly string[]): string {
  const [bold, ...rest] = [heading, ...lines].map(plain);
  return [bold && `**${bold}**`, ...rest].filter(Boolean).join('  \n');
}

function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(signs, sign => `&#${sign.charCodeAt(0)};`);
}
