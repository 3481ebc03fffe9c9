/** The plan as plain lists, as most charts want it: no summaries, which spares them their trees. */
export function readPlan({ rows, links, start, finish }) {
  const tasks = rows.id.map((id, row) => ({
    id,
    row,
    title: rows.title[row],
    start: new Date(rows.start[row] * 60_000),
    finish: new Date(rows.finish[row] * 60_000),
    progress: Math.round(rows.progress[row] * 100),
  }));
  const waits = Array.from(links.from, (from, at) => ({
    id: `L${at}`,
    from: rows.id[from],
    to: rows.id[links.to[at]],
    type: links.type[at],
  }));
  return { tasks, waits, start: new Date(start * 60_000), finish: new Date(finish * 60_000) };
}

/** As in our own chart. */
export const rowPx = 28;
export const dayPx = 40;
export const titlePx = 300;

/** The width of a day after one step of zooming. */
export const zoomed = (px, isCloser) => px * (isCloser ? 1.1 : 1 / 1.1);
