import { loadPaths } from '../../src/core/views/loadPaths.ts';
import type { LoadWindow } from '../../src/core/views/peopleView.ts';
import { createSvg } from '../forecast/svgElement.ts';

/** A lane is laid out in these units and stretched to the room that it has. */
const size = { width: 1000, height: 100 } as const;

/** The weeks of one row: work, what is too much of it, time that is given, leave. */
export function createLane(
  cells: LoadWindow,
  marks: { readonly today: number; readonly cursor: number | undefined },
): SVGElement {
  const paths = loadPaths(cells, size);
  const svg = createSvg('svg', {
    class: 'load-lane',
    viewBox: `0 0 ${size.width} ${size.height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const step = size.width / Math.max(1, cells.given.length);
  const path = (kind: string, d: string): readonly SVGElement[] =>
    d === '' ? [] : [createSvg('path', { class: `load-${kind}`, d })];
  const isShown = marks.today >= 0 && marks.today <= cells.given.length;
  svg.append(
    ...path('away', paths.away),
    ...path('work', paths.work),
    ...path('unassigned', paths.unassigned),
    ...path('over', paths.over + paths.marks),
    ...path('capacity', paths.capacity),
    ...(isShown ? path('today', `M${marks.today * step} 0V${size.height}`) : []),
    ...(marks.cursor === undefined
      ? []
      : path('cursor', `M${marks.cursor * step} 0h${step}v${size.height}h${-step}z`)),
  );
  return svg;
}
