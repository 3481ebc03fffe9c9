import type { ForecastModel } from './forecastModel.ts';

const most = 512;
const least = 32;
/** Numbers that a block may hold: few enough for threads to share evenly what there is to compare. */
const mostDrawn = 1 << 21;

/**
 * How many iterations are drawn at once: fewer for a large plan, so that memory stays bounded. It hangs
 * on the plan alone, because sums are made block by block, and must be the same wherever they are made.
 */
export function blockSizeFor({ lengths, events, tasks }: ForecastModel): number {
  const columns = lengths.length + 8 * events.length + tasks.length + 1;
  let size = most;
  while (size > least && size * columns > mostDrawn) size /= 2;
  return size;
}
