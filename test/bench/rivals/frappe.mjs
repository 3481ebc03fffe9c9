import Gantt from 'frappe-gantt';
import './frappe.css';
import { dayPx, readPlan, rowPx } from './planForRivals.mjs';

export const chart = {
  mount: (host, view) => {
    const { tasks, waits } = readPlan(view);
    const before = new Map();
    for (const { from, to } of waits) before.set(to, [...(before.get(to) ?? []), from]);
    const day = date => date.toISOString().slice(0, 10);
    const chart = new Gantt(
      host,
      tasks.map(task => ({
        id: task.id,
        name: task.title,
        start: day(task.start),
        end: day(task.finish),
        progress: task.progress,
        dependencies: (before.get(task.id) ?? []).join(','),
      })),
      {
        view_mode: 'Day',
        column_width: dayPx,
        bar_height: rowPx - 8,
        padding: 8,
        container_height: host.clientHeight,
        infinite_padding: false,
        popup_on: 'click',
      },
    );
    const scroller = host.querySelector('.gantt-container');
    let isDays = true;
    return {
      isPainted: () => host.querySelector('.bar') !== null,
      moveBy: (axis, by) => scroller.scrollBy(axis === 'x' ? by : 0, axis === 'y' ? by : 0),
      // It knows steps from view to view alone.
      zoom: () => {
        isDays = !isDays;
        chart.change_view_mode(isDays ? 'Day' : 'Week', true);
      },
    };
  },
};
