import type { Losses } from './losses.ts';
import { flagOf, listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** A task of the file in its place in the outline. */
export interface OutlineTask {
  readonly uid: string;
  readonly element: XmlElement;
  readonly parent: string | undefined;
  readonly isSummary: boolean;
  /** Place among its siblings, from 1. */
  readonly place: number;
}

interface Ancestor {
  readonly level: number;
  readonly uid: string | undefined;
  children: number;
}

/**
 * The tasks in the order of the file, with parents taken from their outline levels. Empty rows,
 * the project's own summary (level 0) and stand-ins for tasks elsewhere are left out.
 */
export function readOutline(project: XmlElement, losses: Losses): readonly OutlineTask[] {
  const tasks: { -readonly [K in keyof OutlineTask]: OutlineTask[K] }[] = [];
  const byUid = new Map<string, (typeof tasks)[number]>();
  const ancestors: Ancestor[] = [{ level: 0, uid: undefined, children: 0 }];
  for (const element of listOf(project, 'Tasks', 'Task')) {
    const uid = textOf(element, 'UID');
    if (!isCarried(element, losses)) continue;
    if (uid === undefined) {
      losses.tell('unnumbered', element);
      continue;
    }
    if (byUid.has(uid)) {
      losses.add('duplicateUid');
      continue;
    }
    const level = levelOf(element);
    while (ancestors.length > 1 && (ancestors[ancestors.length - 1]?.level ?? 0) >= level) {
      ancestors.pop();
    }
    const above = ancestors[ancestors.length - 1];
    const parent = above?.uid;
    const place = above ? ++above.children : 1;
    const task = { uid, element, parent, isSummary: false, place };
    tasks.push(task);
    byUid.set(uid, task);
    const parentTask = parent === undefined ? undefined : byUid.get(parent);
    if (parentTask) parentTask.isSummary = true;
    ancestors.push({ level, uid, children: 0 });
  }
  return tasks;
}

function isCarried(element: XmlElement, losses: Losses): boolean {
  if (flagOf(element, 'IsNull') || levelOf(element) === 0) return false;
  if (flagOf(element, 'ExternalTask')) {
    losses.add('external');
    return false;
  }
  if (flagOf(element, 'IsSubproject')) losses.add('subproject');
  return true;
}

/** Files of other programs may leave the level out and give the number `1.2.3` alone. */
function levelOf(element: XmlElement): number {
  const number = textOf(element, 'OutlineNumber');
  const level = numberOf(element, 'OutlineLevel');
  if (level !== undefined) return level;
  if (number === undefined) return textOf(element, 'UID') === '0' ? 0 : 1;
  return number === '0' ? 0 : number.split('.').length;
}
