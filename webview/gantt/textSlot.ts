/** A place for a short text that remembers what it shows: asking the page would cost more. */
export class TextSlot {
  readonly element: HTMLElement;
  readonly #node: ChildNode | null;
  #text: string | undefined;
  #className: string;

  /** Takes over an element that holds one text node. */
  constructor(element: HTMLElement) {
    this.element = element;
    this.#node = element.firstChild;
    this.#className = element.className;
  }

  setText(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    if (this.#node) this.#node.nodeValue = text;
  }

  setClass(className: string): void {
    if (className === this.#className) return;
    this.#className = className;
    this.element.className = className;
  }
}
