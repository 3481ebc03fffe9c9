import { computeWorkGrid, emptyGrid } from '../calendar/workGrid.ts';
import { dayOf } from '../model/instant.ts';
import { crossBit, type Network } from './network.ts';

/** Fewer links from one line of work to another cost less than it does to lay a grid out. */
const fewLinks = 500;
/** A grid of more calendars would be too large. */
const mostCalendars = 8;
/** A month before the project, and two years after its start; what lies outside is looked up in tables. */
const [daysBefore, daysAfter] = [30, 730];

/** The network with a grid of its calendars, where enough links lead from one to another. */
export function withGrid(network: Network, least = fewLinks): Network {
  const { calendars, projectStart } = network;
  const isWorth = calendars.length <= mostCalendars && countCrossLinks(network) >= least;
  if (!isWorth) return { ...network, grid: emptyGrid(0) };
  const day = dayOf(projectStart);
  const tables = calendars.map(calendar => calendar.table);
  const span = { fromDay: day - daysBefore, endDay: day + daysAfter };
  return { ...network, grid: computeWorkGrid(tables, span) };
}

function countCrossLinks({ code }: Network): number {
  let count = 0;
  for (const link of code) if (link >= crossBit) count++;
  return count;
}
