import { floatBasis, linkCode, nodeFlag, type Network, type NetworkDates } from './network.ts';

/**
 * [SUM-2] The late dates and the total float of summaries, from their parts, and [MS-4] those of
 * milestones, from their tasks: parts come before what they make up in the order, and the backward
 * pass has settled them all.
 */
export function rollUpLate(network: Network, dates: NetworkDates): void {
  const gathered = nodeFlag.milestone | nodeFlag.rollUp;
  const { order, flags } = network;
  for (let i = 0; i < order.length; i++) {
    const v = order[i] ?? 0;
    if (((flags[v] ?? 0) & gathered) !== 0) rollUpNode(network, dates, v);
  }
}

/** The same of one node whose parts are settled; nothing for what is no summary or milestone. */
export function rollUpNode(network: Network, dates: NetworkDates, v: number): void {
  const { flags, calendars, calendarOf } = network;
  const { lateStart, lateFinish, totalFloat, freeFloat } = dates;
  const flag = flags[v] ?? 0;
  if ((flag & (nodeFlag.milestone | nodeFlag.rollUp)) === 0) return;
  const calendar = calendars[calendarOf[v] ?? 0];
  if (!calendar || (flag & nodeFlag.undated) !== 0) return;
  const { start, finish } = floatBasis(network, dates);
  if ((flag & (nodeFlag.milestone | nodeFlag.fixed)) === nodeFlag.milestone) {
    const late = Math.min(lateFinish[v] ?? 0, lateFinishOfLast(network, dates, v));
    if (late === lateFinish[v]) return;
    lateStart[v] = lateFinish[v] = late;
    totalFloat[v] = calendar.workBetween(finish[v] ?? 0, late);
    freeFloat[v] = Math.max(0, Math.min(freeFloat[v] ?? 0, totalFloat[v] ?? 0));
  }
  if ((flag & nodeFlag.rollUp) === 0) return;
  rollUp(network, dates, v);
  const finishFloat = calendar.workBetween(finish[v] ?? 0, lateFinish[v] ?? 0);
  totalFloat[v] =
    (flag & nodeFlag.started) !== 0
      ? finishFloat
      : Math.min(finishFloat, calendar.workBetween(start[v] ?? 0, lateStart[v] ?? 0));
  if (freeFloat[v] === Infinity) freeFloat[v] = Math.max(0, totalFloat[v] ?? 0);
}

/** How late the tasks may finish that finish last among those of a milestone: it slips with them. */
function lateFinishOfLast(
  { inRange, predecessor, code }: Network,
  { finish, lateFinish }: NetworkDates,
  v: number,
): number {
  let late = Infinity;
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    const u = predecessor[e] ?? 0;
    if (code[e] === linkCode.cut || finish[u] !== finish[v]) continue;
    late = Math.min(late, lateFinish[u] ?? 0);
  }
  return late;
}

function rollUp({ inRange, predecessor, code }: Network, dates: NetworkDates, v: number): void {
  const { lateStart, lateFinish } = dates;
  let first = Infinity;
  let last = -Infinity;
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    if (code[e] !== linkCode.part) continue;
    const u = predecessor[e] ?? 0;
    first = Math.min(first, lateStart[u] ?? 0);
    last = Math.max(last, lateFinish[u] ?? 0);
  }
  lateStart[v] = first;
  lateFinish[v] = last;
}
