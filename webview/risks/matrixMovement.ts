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

/**
 * Draws the ways of risks over the map; undefined where none has moved. The words for it stand in the
 * detail and below the map.
 */
export function createMovement(
  rows: readonly RiskRow[],
  scale: RiskRegisterView['scale'],
): HTMLElement | undefined {
  const paths = rows.map(row => pathOf(row, scale)).filter(points => points.length > 1);
  if (paths.length === 0) return undefined;
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${scale.impact.length} ${scale.probability.length}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  const overlay = createElement('div', {
    class: paths.length > 1 ? 'matrix-movement is-many' : 'matrix-movement',
    attributes: { 'aria-hidden': 'true' },
  });
  overlay.append(svg);
  for (const points of paths) {
    const line = document.createElementNS(svgNamespace, 'polyline');
    line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
    line.setAttribute('vector-effect', 'non-scaling-stroke');
    svg.append(line);
    overlay.append(...createMarks(points, scale));
  }
  return overlay;
}

function createMarks(
  points: ReturnType<typeof pathOf>,
  scale: RiskRegisterView['scale'],
): readonly HTMLElement[] {
  return points.map(({ x, y }, place) => {
    const mark = createElement('span', {
      class: place === points.length - 1 ? 'movement-end' : 'movement-start',
    });
    mark.style.left = `${(x / scale.impact.length) * 100}%`;
    mark.style.top = `${(y / scale.probability.length) * 100}%`;
    return mark;
  });
}

/** How many risks move, and how one sees the way of a single one; empty where a risk is selected. */
export function movementText(
  rows: readonly RiskRow[],
  scale: Pick<RiskRegisterView['scale'], 'probability'>,
): string {
  const moved = rows.filter(row => pathOf(row, scale).length > 1).length;
  if (moved === 0) return 'No risk here moves from inherent to residual';
  const which = moved === 1 ? '1 risk moves' : `${moved} risks move`;
  return `${which} from inherent to residual; select one to see its way alone`;
}
