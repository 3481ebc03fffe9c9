import type { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import { flagOf, listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** A task of the file in its place in the outline. */
export interface OutlineTask {
  readonly uid: string;
  readonly element: XmlElement;
  readonly parent: string | undefined;
  readonly isSummary: boolean;
  /** It stands for a task of another project, or for a whole one. */
  readonly isElsewhere: boolean;
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
 * the project's own summary (level 0) and stand-ins for tasks elsewhere that nothing waits for, or
 * that have no dates, are left out.
 */
export function readOutline(project: XmlElement, losses: Losses): readonly OutlineTask[] {
  const tasks: { -readonly [K in keyof OutlineTask]: OutlineTask[K] }[] = [];
  const byUid = new Map<string, (typeof tasks)[number]>();
  const waitedFor = predecessorUids(project);
  const ancestors: Ancestor[] = [{ level: 0, uid: undefined, children: 0 }];
  for (const element of listOf(project, 'Tasks', 'Task')) {
    const uid = textOf(element, 'UID');
    if (!isCarried(element, waitedFor, losses)) continue;
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
    const isElsewhere = flagOf(element, 'ExternalTask') || flagOf(element, 'IsSubproject');
    const task = { uid, element, parent, isSummary: false, isElsewhere, place };
    tasks.push(task);
    byUid.set(uid, task);
    const parentTask = parent === undefined ? undefined : byUid.get(parent);
    if (parentTask) parentTask.isSummary = true;
    ancestors.push({ level, uid, children: 0 });
  }
  return tasks;
}

function isCarried(element: XmlElement, waitedFor: ReadonlySet<string>, losses: Losses): boolean {
  if (flagOf(element, 'IsNull') || levelOf(element) === 0) return false;
  if (flagOf(element, 'ExternalTask')) {
    const isKept =
      dateOf(element, 'Start') !== undefined && waitedFor.has(textOf(element, 'UID') ?? '');
    losses.tell(isKept ? 'external' : 'externalLeftOut', element);
    return isKept;
  }
  return true;
}

/** The numbers of the tasks that stand for one of another project. */
export function uidsElsewhere(project: XmlElement): ReadonlySet<string> {
  const external = listOf(project, 'Tasks', 'Task').filter(task => flagOf(task, 'ExternalTask'));
  return new Set(external.map(task => textOf(task, 'UID') ?? ''));
}

function predecessorUids(project: XmlElement): ReadonlySet<string> {
  const uids = new Set<string>();
  for (const task of listOf(project, 'Tasks', 'Task')) {
    for (const link of task.children) {
      if (link.name === 'PredecessorLink') uids.add(textOf(link, 'PredecessorUID') ?? '');
    }
  }
  return uids;
}

/** Files of other programs may leave the level out and give the number `1.2.3` alone. */
function levelOf(element: XmlElement): number {
  const number = textOf(element, 'OutlineNumber');
  const level = numberOf(element, 'OutlineLevel');
  if (level !== undefined) return level;
  if (number === undefined) return textOf(element, 'UID') === '0' ? 0 : 1;
  return number === '0' ? 0 : number.split('.').length;
}
