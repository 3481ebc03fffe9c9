const namespace = 'http://www.w3.org/2000/svg';

/** Strokes on a grid of 16 by 16. */
const paths = {
  zoomIn: 'M7 4v6M4 7h6M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M11 11l3.5 3.5',
  zoomOut: 'M4 7h6M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M11 11l3.5 3.5',
  fit: 'M1.5 3v10M14.5 3v10M4 8h8M6 6L4 8l2 2M10 6l2 2l-2 2',
  today: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M8 9v2',
  critical: 'M1.5 12.5h3.5v-4.5h5v-4.5h4.5M12 1l2.5 2.5L12 6',
  foldAll: 'M2.5 5.5l3-3l3 3M2.5 13.5h11M2.5 9.5h11',
  unfoldAll: 'M2.5 2.5l3 3l3-3M2.5 13.5h11M2.5 9.5h11',
  columns: 'M1.5 2.5h13v11h-13zM6 2.5v11M10.5 2.5v11',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M6 6.2a2 2 0 1 1 2.8 1.9q-.8.4-.8 1.4M8 11.4v.3',
  add: 'M8 2.5v11M2.5 8h11',
  filter: 'M1.5 3h13l-5 6v4.5l-3-1.5V9z',
  chevronRight: 'M6 3.5L10.5 8L6 12.5',
  chevronDown: 'M3.5 6L8 10.5L12.5 6',
  chevronLeft: 'M10 3.5L5.5 8L10 12.5',
  code: 'M5 4L1.5 8L5 12M11 4l3.5 4L11 12M9.2 2.5l-2.4 11',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  problem: 'M8 1.8l6.7 12H1.3zM8 6.2v3.6M8 11.8v.3',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
} as const;

export type IconName = keyof typeof paths;

/** A drawing in the colour of the text around it; nothing is read out for it. */
export function createIcon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'gantt-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** Shows another drawing in an icon made by {@link createIcon}. */
export function changeIcon(svg: SVGSVGElement, name: IconName): void {
  const path = svg.firstElementChild;
  if (path && path.getAttribute('d') !== paths[name]) path.setAttribute('d', paths[name]);
}
