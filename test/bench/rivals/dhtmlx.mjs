import { gantt } from 'dhtmlx-gantt';
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css';
import { dayPx, readPlan, rowPx, titlePx, zoomed } from './planForRivals.mjs';

export const chart = {
  mount: (host, view) => {
    const { tasks, waits, start, finish } = readPlan(view);
    Object.assign(gantt.config, {
      smart_rendering: true,
      static_background: true,
      row_height: rowPx,
      bar_height: rowPx - 8,
      scale_height: 40,
      min_column_width: dayPx,
      start_date: start,
      end_date: finish,
      columns: [{ name: 'text', width: titlePx }],
      scales: [
        { unit: 'month', step: 1, format: '%F %Y' },
        { unit: 'day', step: 1, format: '%j' },
      ],
    });
    gantt.init(host);
    gantt.parse({
      data: tasks.map(task => ({
        id: task.id,
        text: task.title,
        start_date: task.start,
        end_date: task.finish,
        progress: task.progress / 100,
      })),
      links: waits.map(({ id, from, to, type }) => ({
        id,
        source: from,
        target: to,
        type: String(type),
      })),
    });
    let px = dayPx;
    return {
      isPainted: () => host.querySelector('.gantt_task_line') !== null,
      moveBy: (axis, by) => {
        const { x, y } = gantt.getScrollState();
        gantt.scrollTo(axis === 'x' ? x + by : x, axis === 'y' ? y + by : y);
      },
      zoom: isCloser => {
        px = zoomed(px, isCloser);
        gantt.config.min_column_width = px;
        gantt.render();
      },
    };
  },
};
