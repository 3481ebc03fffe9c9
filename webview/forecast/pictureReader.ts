import { createElement } from '../ui/element.ts';

/** A picture that is read value by value. */
export interface ReadPicture {
  readonly svg: SVGElement;
  /** What is read, for the ear. */
  readonly label: string;
  /** By which the keyboard finds it again. */
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** What is told while nobody reads. */
  readonly start: number;
  /** How far a page goes. */
  readonly page: number;
  /** The value at a place between the left edge of the picture, 0, and the right one, 1. */
  readonly valueAt: (share: number) => number;
  /** Shows where a value stands; answers with what there is to say of it. */
  readonly show: (value: number) => string;
}

/** Lets a picture be read with the pointer, or with the arrow keys: the line below says what is there. */
export function createPictureReader(picture: ReadPicture): HTMLElement {
  const { svg, label, key, first, last, start, page } = picture;
  const reading = createElement('p', { class: 'forecast-reading' });
  const frame = createElement(
    'div',
    {
      class: 'forecast-frame',
      attributes: {
        role: 'slider',
        tabindex: '0',
        'data-focus': key,
        'aria-label': label,
        'aria-valuemin': String(first),
        'aria-valuemax': String(last),
      },
    },
    [],
  );
  frame.append(svg);
  let value = start;
  const show = (wanted: number): void => {
    value = Math.min(last, Math.max(first, wanted));
    const text = picture.show(value);
    reading.textContent = text;
    frame.setAttribute('aria-valuenow', String(value));
    frame.setAttribute('aria-valuetext', text);
  };
  show(start);
  frame.addEventListener('pointermove', event => {
    const box = frame.getBoundingClientRect();
    show(picture.valueAt((event.clientX - box.left) / box.width));
  });
  frame.addEventListener('pointerleave', () => show(start));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -page,
    PageUp: page,
    Home: first - last,
    End: last - first,
  };
  frame.addEventListener('keydown', event => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    show(value + step);
  });
  return createElement('div', { class: 'forecast-picture' }, [frame, reading]);
}
