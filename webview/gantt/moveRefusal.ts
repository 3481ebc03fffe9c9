import { findNewLoop, type LinkedTask } from '../../src/core/schedule/loopOfLinks.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import { linkedTasks, tellCircle } from './linkRefusal.ts';
import type { TakenRows } from './rowLanding.ts';

/** Tells, over and over while rows are moved, why they cannot become part of a row; -1 for none. */
export type MoveJudge = (parent: number) => string | undefined;

/** What is part of something waits for what that waits for, so that a move can close a circle. */
export function createMoveJudge(view: GanttView, { moved }: TakenRows): MoveJudge {
  const { rows } = view;
  const tasks = linkedTasks(view);
  const ids = moved.map(row => textAt(rows.id, row)).filter(id => tasks.has(id));
  const titles = new Map(rows.id.map((id, row) => [id, textAt(rows.title, row)]));
  const known = new Map<number, string | undefined>();
  const judge = (parent: number): string | undefined => {
    if (moved.every(row => numberAt(rows.parent, row) === parent)) return undefined;
    const into = textAt(rows.id, parent);
    const whole = tasks.get(into);
    const place = whole
      ? { parent: into, milestone: whole.milestone }
      : { parent: undefined, milestone: into === '' ? undefined : into };
    const after = new Map<string, LinkedTask>(tasks);
    for (const id of ids) after.set(id, { ...(tasks.get(id) ?? { id, dependsOn: [] }), ...place });
    for (const id of ids) {
      const loop = findNewLoop({ tasks }, { tasks: after }, id);
      if (!loop) continue;
      const titleOf = (each: string): string => titles.get(each) ?? each;
      if (loop.length === 1) {
        return `${titleOf(into)} waits for ${titleOf(id)}, which cannot become part of it`;
      }
      const circle = [id, ...loop].map(titleOf);
      return `This would close a circle: ${tellCircle(circle)}`;
    }
    return undefined;
  };
  return parent => {
    if (!known.has(parent)) known.set(parent, judge(parent));
    return known.get(parent);
  };
}
