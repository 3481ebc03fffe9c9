import { SvelteGantt, SvelteGanttDependencies, SvelteGanttTable } from 'svelte-gantt';
import { dayPx, readPlan, rowPx, titlePx, zoomed } from './planForRivals.mjs';

const dayMs = 86_400_000;

export const chart = {
  mount: (host, view) => {
    const { tasks, waits, start, finish } = readPlan(view);
    const rowOf = new Map(tasks.map(({ id, row }) => [id, row]));
    const days = (finish.getTime() - start.getTime()) / dayMs;
    const gantt = new SvelteGantt({
      target: host,
      props: {
        rows: tasks.map(({ row, title }) => ({ id: row, label: title })),
        tasks: tasks.map(({ row, title, start: from, finish: to, progress }) => ({
          id: row,
          resourceId: row,
          label: title,
          from,
          to,
          amountDone: progress,
        })),
        dependencies: waits.map(({ from, to }, id) => ({
          id,
          fromId: rowOf.get(from),
          toId: rowOf.get(to),
        })),
        from: start,
        to: finish,
        fitWidth: false,
        minWidth: days * dayPx,
        columnUnit: 'day',
        columnOffset: 1,
        headers: [
          { unit: 'month', format: 'MMMM YYYY' },
          // Its own words for dates have none for the day of the month.
          { unit: 'day', format: 'MM' },
        ],
        rowHeight: rowPx,
        rowPadding: 4,
        tableWidth: titlePx,
        tableHeaders: [{ title: 'Title', property: 'label', width: titlePx }],
        ganttTableModules: [SvelteGanttTable],
        ganttBodyModules: [SvelteGanttDependencies],
      },
    });
    const scroller = host.querySelector('.sg-timeline-body');
    let px = dayPx;
    return {
      isPainted: () => host.querySelector('.sg-task') !== null,
      moveBy: (axis, by) => scroller.scrollBy(axis === 'x' ? by : 0, axis === 'y' ? by : 0),
      zoom: isCloser => {
        px = zoomed(px, isCloser);
        gantt.$set({ minWidth: days * px });
      },
    };
  },
};
