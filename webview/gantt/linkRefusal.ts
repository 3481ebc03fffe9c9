import { ancestorsOf, findWait, type LinkedTask } from '../../src/core/schedule/loopOfLinks.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LinkPair } from './linkChoice.ts';

/** Why a link cannot be drawn, and the items of the circle that it would close. */
export interface LinkRefusal {
  readonly lines: readonly string[];
  readonly circle: readonly string[];
}

/** Tells, over and over while a link is drawn, whether it can be. */
export type LinkJudge = (link: LinkPair) => LinkRefusal | undefined;

/** So many items of a circle are named; of a longer one the rest is counted. */
const mostNamed = 5;

/**
 * @param view with every row of the plan, in its own outline
 * @param moved the link that is led elsewhere and would be gone
 */
export function createLinkJudge(view: GanttView, moved?: LinkPair): LinkJudge {
  const tasks = linkedTasks(view, moved);
  const titles = new Map(view.rows.id.map((id, row) => [id, textAt(view.rows.title, row)]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  return ({ predecessor, successor }) => {
    if (predecessor === successor) return refuse('A task cannot wait for itself');
    const task = tasks.get(successor);
    if (!task) return refuse(`${titleOf(successor)} is a milestone, and only a task can wait`);
    const isPart = (part: string, whole: string): boolean =>
      ancestorsOf({ tasks }, part).includes(whole);
    if (isPart(successor, predecessor) || isPart(predecessor, successor)) {
      return refuse('One is part of the other, so neither can wait for the other');
    }
    const isKnown = task.dependsOn.some(link => link.predecessor === predecessor);
    if (moved && isKnown) {
      return refuse(`${titleOf(successor)} waits for ${titleOf(predecessor)} already`);
    }
    const loop = findWait({ tasks }, predecessor, successor);
    if (!loop) return undefined;
    const circle = [successor, ...loop];
    return { lines: ['This would close a circle', tellCircle(circle.map(titleOf))], circle };
  };
}

export function tellCircle(titles: readonly string[]): string {
  if (titles.length <= mostNamed + 1) return titles.join(' → ');
  const others = titles.length - mostNamed;
  const shown = [...titles.slice(0, mostNamed - 1), `${others} more`, ...titles.slice(-1)];
  return shown.join(' → ');
}

function refuse(line: string): LinkRefusal {
  return { lines: [line], circle: [] };
}

/** What waits for what, by id; without the link that is led elsewhere. */
export function linkedTasks(
  { rows, links }: GanttView,
  moved?: LinkPair,
): ReadonlyMap<string, LinkedTask> {
  const waits: { predecessor: string }[][] = [];
  for (let link = 0; link < links.count; link += 1) {
    const predecessor = textAt(rows.id, numberAt(links.from, link));
    const row = numberAt(links.to, link);
    const isMoved = predecessor === moved?.predecessor && textAt(rows.id, row) === moved.successor;
    if (!isMoved) (waits[row] ??= []).push({ predecessor });
  }
  const tasks = new Map<string, LinkedTask>();
  rows.id.forEach((id, row) => {
    if (!id.startsWith('T-')) return;
    const above = textAt(rows.id, numberAt(rows.parent, row));
    const parent = above.startsWith('T-') ? above : undefined;
    const milestone = textAt(rows.milestone, row) || (above.startsWith('M-') ? above : '');
    const dependsOn = waits[row] ?? [];
    tasks.set(id, { id, parent, milestone: milestone === '' ? undefined : milestone, dependsOn });
  });
  return tasks;
}
