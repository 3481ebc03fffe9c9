import { Gantt } from '@visactor/vtable-gantt';
import { dayPx, readPlan, rowPx, titlePx } from './planForRivals.mjs';

const linkTypes = ['finish_to_start', 'start_to_start', 'finish_to_finish', 'start_to_finish'];

/** Draws on a canvas at once, so that there is no bar to wait for. */
export const chart = {
  mount: (host, view) => {
    const { tasks, waits, start, finish } = readPlan(view);
    const day = date => date.toISOString().slice(0, 10);
    const gantt = new Gantt(host, {
      records: tasks.map(task => ({
        id: task.id,
        title: task.title,
        start: day(task.start),
        end: day(task.finish),
        progress: task.progress,
      })),
      taskKeyField: 'id',
      taskListTable: { columns: [{ field: 'title', title: 'Title', width: titlePx }] },
      taskBar: {
        startDateField: 'start',
        endDateField: 'end',
        progressField: 'progress',
        labelText: '{title}',
      },
      dependency: {
        links: waits.map(({ from, to, type }) => ({
          type: linkTypes[type],
          linkedFromTaskKey: from,
          linkedToTaskKey: to,
        })),
      },
      timelineHeader: {
        colWidth: dayPx,
        scales: [
          { unit: 'month', step: 1 },
          { unit: 'day', step: 1 },
        ],
      },
      minDate: day(start),
      maxDate: day(finish),
      rowHeight: rowPx,
      headerRowHeight: 20,
    });
    return {
      moveBy: (axis, by) => {
        if (axis === 'x') gantt.scrollLeft += by;
        else gantt.scrollTop += by;
      },
      zoom: isCloser => gantt.zoomByFactor(isCloser ? 1.1 : 1 / 1.1),
    };
  },
};
