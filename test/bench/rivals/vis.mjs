import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { dayPx, readPlan } from './planForRivals.mjs';

const dayMs = 86_400_000;

/** It draws no links; each task is a group of its own, as a Gantt chart needs. */
export const chart = {
  mount: (host, view) => {
    const { tasks, start } = readPlan(view);
    const days = host.clientWidth / dayPx;
    const timeline = new Timeline(
      host,
      tasks.map(({ id, start: from, finish }) => ({ id, group: id, start: from, end: finish })),
      tasks.map(({ id, title, row }) => ({ id, content: title, order: row })),
      {
        height: host.clientHeight,
        verticalScroll: true,
        stack: false,
      },
    );
    const end = new Date(start.getTime() + days * dayMs);
    timeline.setWindow(start, end, { animation: false });
    let top = 0;
    return {
      isPainted: () => host.querySelector('.vis-item') !== null,
      moveBy: (axis, by) => {
        if (axis === 'y') {
          top -= by;
          timeline._setScrollTop(top);
          timeline._redraw();
          return;
        }
        const { start: from, end } = timeline.getWindow();
        const ms = (by / dayPx) * dayMs;
        const options = { animation: false };
        timeline.setWindow(from.getTime() + ms, end.getTime() + ms, options);
      },
      zoom: isCloser => {
        if (isCloser) timeline.zoomIn(0.1, { animation: false });
        else timeline.zoomOut(0.1, { animation: false });
      },
    };
  },
};
