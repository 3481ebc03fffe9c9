/** Outlines on a square of 16 units, drawn in the colour of the text. */
const outlines = {
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  code: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5',
  add: 'M8 3v10M3 8h10',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  drop: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11M4.1 4.1l7.8 7.8',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5L2.8 6.5l2.7 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10.5 3.5l2.7 3-2.7 3',
  edit: 'M10.5 3l2.5 2.5L6 12.5l-3.2.7.7-3.2z',
  error: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11M8 5v3.5M8 11h.01',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2h.01',
  lock: 'M4 7.5h8v6H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
  link: 'M7 9.5l3-3M6 6.5L4 8.5a2.1 2.1 0 0 0 3 3l2-2M7.5 6.5l2-2a2.1 2.1 0 0 1 3 3l-2 2',
  down: 'M4 6.5L8 10l4-3.5',
  up: 'M4 9.5L8 6l4 3.5',
  left: 'M9.5 4L6 8l3.5 4',
  right: 'M6.5 4L10 8l-3.5 4',
  map: 'M2.5 2.5h11v11h-11zM2.5 8h11M8 2.5v11',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11M8 5v3.2l2.2 1.6',
  bowTie: 'M2.5 4v8L8 8zM13.5 4v8L8 8z',
  above: 'M3 3.5h10M8 13V6.5M4.8 9.3L8 6.2l3.2 3.1',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M6 6.2a2 2 0 1 1 2.8 1.9q-.8.4-.8 1.4M8 11.4v.3',
  find: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 1 0 0-8.4M10.2 10.2L13.5 13.5',
} as const;

export type IconName = keyof typeof outlines;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A picture beside words: hidden from screen readers. */
export function createIcon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', outlines[name]);
  svg.append(path);
  return svg;
}
