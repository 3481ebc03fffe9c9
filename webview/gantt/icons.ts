const namespace = 'http://www.w3.org/2000/svg';

/** Strokes on a grid of 16 by 16. */
const paths = {
  zoomIn: 'M7 4v6M4 7h6M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M11 11l3.5 3.5',
  zoomOut: 'M4 7h6M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M11 11l3.5 3.5',
  fit: 'M1.5 3v10M14.5 3v10M4 8h8M6 6L4 8l2 2M10 6l2 2l-2 2',
  today: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M8 9v2',
  date: 'M13.5 7.5v-4h-11v10h6M2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M10 12h4.5M12.5 10l2 2l-2 2',
  critical: 'M1.5 12.5h3.5v-4.5h5v-4.5h4.5M12 1l2.5 2.5L12 6',
  path: 'M1.5 4h4v4h5v4h4M12 9.5l2.5 2.5L12 14.5M9 3.5h.01M12 3.5h.01M4 12.5h.01M7 12.5h.01',
  baseline: 'M1.5 3.5h10v4h-10zM4.5 11.5h10M4.5 10v3M14.5 10v3',
  closed: 'M1.5 4.5l2 2l3.5-3.5M9.5 5h5M1.5 11.5h5M9.5 11.5h5M2 14L13.5 2',
  view: 'M1.5 8q6.5-9 13 0q-6.5 9-13 0M8 6a2 2 0 1 1 0 4a2 2 0 0 1 0-4',
  foldAll: 'M2.5 5.5l3-3l3 3M2.5 13.5h11M2.5 9.5h11',
  unfoldAll: 'M2.5 2.5l3 3l3-3M2.5 13.5h11M2.5 9.5h11',
  table: 'M1.5 2.5h13v11h-13zM8.5 2.5v11M3.5 5.5h3M3.5 8h3M3.5 10.5h3',
  columns: 'M1.5 2.5h13v11h-13zM6 2.5v11M10.5 2.5v11',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M6 6.2a2 2 0 1 1 2.8 1.9q-.8.4-.8 1.4M8 11.4v.3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  add: 'M8 2.5v11M2.5 8h11',
  views: 'M1.5 4.5h13M1.5 8h8M1.5 11.5h5M11 12l1.5 1.5l2.5-3.5',
  filter: 'M1.5 3h13l-5 6v4.5l-3-1.5V9z',
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
