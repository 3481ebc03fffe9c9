import type { Dependency } from '../model/dependency.ts';
import type { QualityKey } from '../model/project.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Figures } from './figures.ts';
import { isBinding } from './isBinding.ts';
import type { Reviewed } from './reviewedPlan.ts';

/**
 * Leads, lags and the types of the links into open tasks, after points 2 to 4 of DCMA-EA PAM 200.1;
 * links that bind nothing are left out, as they neither harm nor help. Those of summaries count, as
 * they hold every part.
 */
export function measureLinks({ plan, schedule }: Reviewed): readonly Figures[] {
  const links = [...plan.tasks.values()]
    .filter(task => isOpen(task, schedule))
    .flatMap(({ id, dependsOn }) =>
      dependsOn.filter(link => isBinding(plan, link)).map(link => ({ id, link })),
    );
  if (links.length === 0) return [];
  const among = (key: QualityKey, isMeant: (link: Dependency) => boolean): Figures => {
    const found = links.filter(({ link }) => isMeant(link));
    const items = [...new Set(found.map(({ id }) => id))];
    return { key, found: found.length, of: links.length, items };
  };
  const others = among('finishToStart', ({ type }) => type !== 'FS');
  return [
    among('leads', link => lagSign(link) < 0),
    among('lags', link => lagSign(link) > 0),
    { ...others, value: 1 - others.found / others.of },
  ];
}

/** True of tasks and summaries of which something is still to be done. */
function isOpen(task: Task, schedule: Schedule): boolean {
  const dates = schedule.datesOf(task.id);
  if (!dates || isClosed(task)) return false;
  return dates.kind !== 'summary' || dates.progress < 1;
}

/** -1 for a lead, 1 for a lag, 0 for none. */
export function lagSign({ lag }: Dependency): number {
  if (!lag) return 0;
  return Math.sign(lag.kind === 'percent' ? lag.percent : lag.duration.value);
}
