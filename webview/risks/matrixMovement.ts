import { ratingNames } from '../../src/core/model/risk.ts';
import type {
  RatingView,
  RiskRegisterView,
  RiskRow,
} from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The middles of the cells that a risk passes from inherent to residual, in cells from the top left. */
export function pathOf(
  row: Pick<RiskRow, 'ratings'>,
  scale: Pick<RiskRegisterView['scale'], 'probability'>,
): readonly { readonly x: number; readonly y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (const name of ratingNames) {
    const rating: RatingView = row.ratings[name];
    if (rating.score === 0) continue;
    const point = {
      x: rating.impact + 0.5,
      y: scale.probability.length - rating.probability - 0.5,
    };
    const last = points.at(-1);
    if (last?.x !== point.x || last.y !== point.y) points.push(point);
  }
  return points;
}

/** Draws the way of a risk over the map; undefined when it has not moved. Words for it stand in the detail. */
export function createMovement(
  row: RiskRow,
  scale: RiskRegisterView['scale'],
): HTMLElement | undefined {
  const points = pathOf(row, scale);
  if (points.length < 2) return undefined;
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${scale.impact.length} ${scale.probability.length}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  const line = document.createElementNS(svgNamespace, 'polyline');
  line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
  line.setAttribute('vector-effect', 'non-scaling-stroke');
  svg.append(line);
  const marks = points.map(({ x, y }, place) => {
    const mark = createElement('span', {
      class: place === points.length - 1 ? 'movement-end' : 'movement-start',
    });
    mark.style.left = `${(x / scale.impact.length) * 100}%`;
    mark.style.top = `${(y / scale.probability.length) * 100}%`;
    return mark;
  });
  const overlay = createElement('div', {
    class: 'matrix-movement',
    attributes: { 'aria-hidden': 'true' },
  });
  overlay.append(svg, ...marks);
  return overlay;
}
