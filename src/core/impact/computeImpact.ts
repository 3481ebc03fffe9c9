import type { FileChange } from '../anchors/parsePatch.ts';
import type { CodePlaceNow, Resolution } from '../anchors/resolution.ts';
import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { LinkedCommit } from '../commits/commit.ts';
import type { Anchor } from '../model/anchor.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import { itemOf, type Item, type Plan } from '../model/plan.ts';
import type { Risk } from '../model/risk.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isOpen, peopleOf } from '../views/findItems.ts';
import { takesFrom, touches } from './changedLines.ts';
import type {
  Impact,
  MilestoneAtStake,
  PersonToTell,
  TouchedItem,
  TouchedPlace,
  UnseenSubmodule,
} from './impact.ts';
import type { PlaceAtStart } from './placesAtStart.ts';

/** A link of an item to code, and where that is after the change. */
export interface LinkNow {
  readonly item: Item;
  readonly anchor: Anchor;
  readonly now: Resolution;
  /** Undefined where nobody can tell. */
  readonly atStart?: PlaceAtStart;
}

/** A change of code. Paths are relative to the workspace folder. */
export interface CodeChange {
  readonly files: readonly FileChange[];
  /** Those of the change that name items. */
  readonly commits: readonly LinkedCommit[];
  /** What changed inside of these is not known. */
  readonly submodules?: readonly string[];
}

/** After so many files or links there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** The tasks and risks that a change touches, the milestones at stake, and who should know. */
export function* impactInSteps(
  { plan, schedule }: { readonly plan: Plan; readonly schedule: Schedule },
  links: readonly LinkNow[],
  change: CodeChange,
): Generator<undefined, Impact> {
  const touched = new Map<string, { places: TouchedPlace[]; commits: LinkedCommit[] }>();
  const entryOf = (id: string): { places: TouchedPlace[]; commits: LinkedCommit[] } => {
    const entry = touched.get(id) ?? { places: [], commits: [] };
    touched.set(id, entry);
    return entry;
  };
  const filesAt = yield* indexInSteps(change.files);
  for (const [i, link] of links.entries()) {
    if (i % stepSize === 0) yield;
    const place = touchedPlace(link, filesAt);
    if (place) entryOf(link.item.id).places.push(place);
  }
  for (const commit of change.commits) {
    for (const id of commit.ids) if (itemOf(plan, id)) entryOf(id).commits.push(commit);
  }
  const byTask = risksOf(plan, new Set(touched.keys()));
  for (const risk of byTask) entryOf(risk.id);
  const items: TouchedItem[] = [];
  for (const [id, entry] of touched) {
    if (items.length % stepSize === 0) yield;
    const item = itemOf(plan, id);
    const isByTask = entry.places.length === 0 && entry.commits.length === 0;
    if (item) items.push({ item, dates: schedule.datesOf(id), ...entry, isByTask });
  }
  items.sort(leastFloatFirst);
  return {
    items,
    milestones: milestonesOf(items, plan, schedule),
    people: peopleToTell(items),
    unseen: unseenIn(change.submodules ?? [], links),
  };
}

function unseenIn(
  submodules: readonly string[],
  links: readonly LinkNow[],
): readonly UnseenSubmodule[] {
  return submodules.flatMap((path): readonly UnseenSubmodule[] => {
    const inside = links.filter(
      ({ item, anchor, now }) =>
        isOpen(item) && (now.place?.path ?? anchor.path).startsWith(`${path}/`),
    );
    const items = [...new Set(inside.map(({ item }) => item.id))].sort(compareText);
    return items.length === 0 ? [] : [{ path, items }];
  });
}

function touchedPlace(
  { anchor, now, atStart }: LinkNow,
  filesAt: (path: string) => readonly FileChange[],
): TouchedPlace | undefined {
  const { place } = now;
  if (place) {
    const isTouched = filesAt(place.path).some(
      file => touches(file, place) || (isPlace(atStart) && takesFrom(file, atStart)),
    );
    return isTouched ? { place, hasDrifted: false } : undefined;
  }
  // What had drifted before is not laid to this change.
  if (atStart === 'gone') return undefined;
  const { path, line, endLine } = anchor;
  const before = atStart ?? { path, line: undefined, endLine: undefined };
  if (!filesAt(before.path).some(file => takesFrom(file, before))) return undefined;
  return { place: now.guess ?? { path, line, endLine }, hasDrifted: true };
}

function isPlace(place: PlaceAtStart): place is CodePlaceNow {
  return place !== undefined && place !== 'gone';
}

/** The changes of a file by its old and its new path; of a folder, by its path, with a slash or without, those of all files in it. */
function* indexInSteps(
  files: readonly FileChange[],
): Generator<undefined, (path: string) => readonly FileChange[]> {
  const byPath = new Map<string, FileChange[]>();
  const note = (path: string, file: FileChange): void => {
    const known = byPath.get(path);
    if (!known) byPath.set(path, [file]);
    else if (known.at(-1) !== file) known.push(file);
  };
  for (const [i, file] of files.entries()) {
    if (i % stepSize === 0) yield;
    for (const path of [file.oldPath, file.newPath]) {
      if (path === undefined) continue;
      note(path, file);
      for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        note(path.slice(0, at), file);
      }
    }
  }
  return path => byPath.get(path.replace(/\/$/, '')) ?? [];
}

/** Open risks for the tasks that are touched. */
function risksOf(plan: Plan, ids: ReadonlySet<string>): readonly Risk[] {
  return [...plan.risks.values()].filter(
    risk => isOpen(risk) && risk.affects.some(id => ids.has(id) && plan.tasks.has(id)),
  );
}

const leastFloatFirst = compareBy<TouchedItem>(
  (a, b) => Number(!isOpen(a.item)) - Number(!isOpen(b.item)),
  (a, b) => compareNumber(a.dates?.totalFloat, b.dates?.totalFloat),
  (a, b) => compareText(a.item.id, b.item.id),
);

function milestonesOf(
  items: readonly TouchedItem[],
  plan: Plan,
  schedule: Schedule,
): readonly MilestoneAtStake[] {
  const atStake = new Map<string, Set<string>>();
  for (const { item } of items) {
    if (!isOpen(item)) continue;
    const milestones =
      item.kind === 'task'
        ? [milestoneOfTask(plan, item.id)]
        : item.kind === 'risk'
          ? item.affects.map(id => (plan.milestones.has(id) ? id : milestoneOfTask(plan, id)))
          : [];
    for (const id of milestones) {
      if (id === undefined) continue;
      atStake.set(id, (atStake.get(id) ?? new Set()).add(item.id));
    }
  }
  return [...atStake]
    .flatMap(([id, ids]): readonly MilestoneAtStake[] => {
      const milestone = plan.milestones.get(id);
      if (!milestone || !isOpen(milestone)) return [];
      return [{ milestone, dates: schedule.datesOf(id), items: [...ids] }];
    })
    .sort(
      compareBy<MilestoneAtStake>(
        (a, b) => compareNumber(a.dates?.finish, b.dates?.finish),
        (a, b) => compareText(a.milestone.id, b.milestone.id),
      ),
    );
}

function peopleToTell(items: readonly TouchedItem[]): readonly PersonToTell[] {
  const people = new Map<string, string[]>();
  for (const { item } of items) {
    if (!isOpen(item)) continue;
    for (const name of peopleOf(item)) people.set(name, [...(people.get(name) ?? []), item.id]);
  }
  return [...people]
    .map(([name, ids]) => ({ name, items: ids }))
    .sort((a, b) => compareText(a.name, b.name));
}
