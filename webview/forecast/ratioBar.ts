import type { CalibrationRow } from '../../src/core/views/calibrationView.ts';
import { createSvg } from './svgElement.ts';

const size = { width: 160, height: 16 } as const;

/** From one in ten to nine in ten as a bar, the middle as a line in it, and the estimate as a line. */
export function createRatioBar(
  { low, middle, high }: Pick<CalibrationRow, 'low' | 'middle' | 'high'>,
  most: number,
): SVGElement {
  const { width, height } = size;
  const xOf = (ratio: number): number => (Math.min(ratio, most) / most) * (width - 2) + 1;
  const svg = createSvg('svg', {
    class: 'forecast-ratio',
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  svg.append(
    createSvg('rect', {
      class: 'forecast-bar',
      x: xOf(low),
      y: 4,
      width: Math.max(2, xOf(high) - xOf(low)),
      height: height - 8,
    }),
    createSvg('path', { class: 'forecast-middle is-heavy', d: `M${xOf(middle)} 2V${height - 2}` }),
    createSvg('path', { class: 'forecast-mark is-planned', d: `M${xOf(1)} 0V${height}` }),
  );
  return svg;
}
