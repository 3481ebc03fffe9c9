import { onOneLine, withoutControls } from '../base/controlSigns.ts';

/** Text of a plan is text: nothing in it becomes a link, a mention, a heading or an element. */
export function plain(text: string): string {
  return withoutControls(onOneLine(text).trim())
    .replace(/[\\`*_[\]<>|#~]/g, sign => `\\${sign}`)
    .replace(/[&@]|:(?=\/\/)|(?<=www)\./gi, sign => `&#${sign.charCodeAt(0)};`);
}

/** The text that was written by {@link plain}. */
export function readPlain(written: string): string {
  return written
    .replace(/\\([\\`*_[\]<>|#~])/g, '$1')
    .replace(/&#(38|64|58|46);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** An id where no reader sees it. */
export function commentOf(id: string): string {
  return `<!-- ${id} -->`;
}

/** A line of a table without the id at its beginning, and that id. */
export function takeComment(line: string): { readonly line: string; readonly id?: string } {
  const [all = '', id] = /^\| <!-- ([A-Z]-[0-9A-Z]+) --> /.exec(line) ?? [];
  return id === undefined ? { line } : { line: `| ${line.slice(all.length)}`, id };
}
