import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { Gantt } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import { dayPx, readPlan, rowPx, titlePx, zoomed } from './planForRivals.mjs';

const linkTypes = ['e2s', 's2s', 'e2e', 's2e'];

export const chart = {
  mount: (host, view) => {
    const plan = readPlan(view);
    const tasks = plan.tasks.map(task => ({
      id: task.id,
      text: task.title,
      start: task.start,
      end: task.finish,
      progress: task.progress,
      type: 'task',
    }));
    const links = plan.waits.map(({ id, from, to, type }) => ({
      id,
      source: from,
      target: to,
      type: linkTypes[type],
    }));
    const columns = [{ id: 'text', header: 'Title', width: titlePx }];
    const scales = [
      { unit: 'month', step: 1, format: '%F %Y' },
      { unit: 'day', step: 1, format: '%j' },
    ];
    const root = createRoot(host);
    let api;
    let px = dayPx;
    const draw = () =>
      flushSync(() =>
        root.render(
          createElement(Gantt, {
            tasks,
            links,
            columns,
            scales,
            start: plan.start,
            end: plan.finish,
            cellWidth: px,
            cellHeight: rowPx,
            init: given => {
              api = given;
            },
          }),
        ),
      );
    draw();
    return {
      isPainted: () => host.querySelector('.wx-bar') !== null,
      moveBy: (axis, by) => {
        const { scrollLeft, scrollTop } = api.getState();
        api.exec(
          'scroll-chart',
          axis === 'x' ? { left: scrollLeft + by } : { top: scrollTop + by },
        );
      },
      zoom: isCloser => {
        px = zoomed(px, isCloser);
        draw();
      },
    };
  },
};
