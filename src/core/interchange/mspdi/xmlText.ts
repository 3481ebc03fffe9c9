/** What an element holds: text, or nothing at all, in which case it is left out. */
export type LeafValue = string | number | boolean | undefined;

/** XML as it is written, element after element; a class because it grows. */
export class XmlText {
  readonly #lines: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  #indent = '';

  /** @param attributes as they stand in the tag, escaped already */
  open(name: string, attributes = ''): void {
    this.#lines.push(`${this.#indent}<${name}${attributes}>`);
    this.#indent += '  ';
  }

  close(name: string): void {
    this.#indent = this.#indent.slice(2);
    this.#lines.push(`${this.#indent}</${name}>`);
  }

  /** Truth is written as 1 and 0; an element without a value is left out. */
  leaf(name: string, value: LeafValue): void {
    if (value === undefined) return;
    const text = typeof value === 'boolean' ? String(Number(value)) : String(value);
    this.#lines.push(`${this.#indent}<${name}>${escapeXml(text)}</${name}>`);
  }

  /** Several of them, in the order in which they are named. */
  leaves(values: Readonly<Record<string, LeafValue>>): void {
    for (const name in values) this.leaf(name, values[name]);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** Characters that XML cannot hold, however they are written. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A carriage return would be read as a line feed; the other controls a terminal would obey. */
const referred = /[\r\u007f-\u009f]/g;

function escapeXml(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(referred, sign => `&#${sign.charCodeAt(0)};`);
}
