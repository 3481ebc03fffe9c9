import { createElement } from '../ui/element.ts';

/** A place for a short text that remembers what it shows: asking the page would cost more. */
export class TextSlot {
  readonly element: HTMLElement;
  readonly #node = document.createTextNode('');
  #text = '';
  #className: string;

  constructor(className: string) {
    this.element = createElement('span', { class: className }, [this.#node]);
    this.#className = className;
  }

  setText(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#node.data = text;
  }

  setClass(className: string): void {
    if (className === this.#className) return;
    this.#className = className;
    this.element.className = className;
  }
}
