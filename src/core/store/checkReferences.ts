import { findDropped } from '../model/findDropped.ts';
import { kindOfId, pathOfId, type ItemKind } from '../model/ids.ts';
import { itemOf, itemsOf, type Item, type Plan } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { ratingNames, type Rating, type Risk } from '../model/risk.ts';
import { checkAcceptance } from './checkAcceptance.ts';
import { checkFormerIds, formerIdsOf } from './checkFormerIds.ts';
import { placeFindings } from './placeFindings.ts';

/** Checks what items say of one another. `textOf` gives the text of a file for the places. */
export type ReferenceCheck = (
  universe: Universe,
  textOf: (path: string) => string | undefined,
) => readonly Problem[];

/**
 * A check that remembers what it found on each item while the ids, people, calendars and scales that
 * items may name stay the same, so that one changed item costs one check.
 */
export function createReferenceCheck(): ReferenceCheck {
  /** Of the items that were checked last, those with which something is wrong. */
  let found = new Map<Item, readonly Problem[]>();
  let last: Universe | undefined;
  let lastMarks = noMarks;
  return (next, textOf) => {
    const marks = { former: formerIdsOf(next.plan), dropped: droppedIdsOf(next.plan) };
    const isSame = last && isSameUniverse(last, next) && areSameMarks(lastMarks, marks);
    const before = isSame ? last?.plan : undefined;
    const problems: Problem[] = [];
    for (const problem of checkFormerIds(next.plan)) {
      problems.push(...placed([problem], textOf));
    }
    const wrong = new Map<Item, readonly Problem[]>();
    for (const item of itemsOf(next.plan)) {
      const isChecked = before !== undefined && itemOf(before, item.id) === item;
      const told = isChecked ? found.get(item) : placed(checkItem(next, item, marks), textOf);
      if (!told || told.length === 0) continue;
      wrong.set(item, told);
      for (const problem of told) problems.push(problem);
    }
    [last, lastMarks, found] = [next, marks, wrong];
    return problems;
  };
}

function placed(
  findings: readonly Problem[],
  textOf: (path: string) => string | undefined,
): readonly Problem[] {
  const file = findings[0]?.file;
  return file === undefined ? findings : placeFindings(textOf(file), findings);
}

/** All that an item may name. */
export interface Universe {
  readonly plan: Plan;
  /** Ids whose files are there but could not be understood: to name them is no fault. */
  readonly unread: ReadonlySet<string>;
}

/** What some items say that others name. */
interface ItemMarks {
  /** The present id of what was renamed, by each id that it had before. */
  readonly former: ReadonlyMap<string, string>;
  /** What will not be done, or is part of such. */
  readonly dropped: ReadonlySet<string>;
}

const noMarks: ItemMarks = { former: new Map(), dropped: new Set() };

/** What is wrong with the references of one item; where, is told by field alone. */
export function checkItem(
  { plan, unread }: Universe,
  item: Item,
  { former, dropped } = noMarks,
): readonly Problem[] {
  const check: ItemCheck = { plan, unread, former, dropped, item, problems: [] };
  switch (item.kind) {
    case 'task':
      checkId(check, ['parent'], item.parent, ['task']);
      checkId(check, ['milestone'], item.milestone, ['milestone']);
      for (const [i, { predecessor }] of item.dependsOn.entries()) {
        const field = ['dependsOn', i];
        checkId(check, field, predecessor, ['task', 'milestone']);
        checkUnread(check, field, predecessor);
        checkDropped(check, field, predecessor);
      }
      for (const [i, { person }] of item.assignees.entries()) {
        checkPerson(check, ['assignees', i], person);
      }
      checkCalendar(check, item.calendar);
      check.problems.push(...checkAcceptance(item));
      break;
    case 'milestone':
      checkPerson(check, ['owner'], item.owner);
      break;
    case 'risk':
      checkRisk(check, item);
      break;
    case 'decision':
      checkId(check, ['supersededBy'], item.supersededBy, ['decision']);
      checkIds(check, ['affects'], item.affects);
      break;
    case 'note':
      checkIds(check, ['affects'], item.affects);
      for (const [i, action] of item.actions.entries()) {
        checkId(check, ['actions', i, 'task'], action.task, ['task']);
        checkPerson(check, ['actions', i, 'assignee'], action.assignee);
      }
      break;
  }
  return check.problems;
}

interface ItemCheck extends Universe, ItemMarks {
  readonly item: Item;
  readonly problems: Problem[];
}

function checkRisk(check: ItemCheck, risk: Risk): void {
  checkPerson(check, ['owner'], risk.owner);
  checkIds(check, ['affects'], risk.affects, ['task', 'milestone']);
  checkIds(check, ['response', 'tasks'], risk.response.tasks, ['task']);
  checkIds(check, ['secondary'], risk.secondary, ['risk']);
  for (const name of ratingNames) {
    const rating = risk[name];
    if (rating) checkRating(check, name, rating);
  }
}

function checkRating(check: ItemCheck, name: string, { probability, impact }: Rating): void {
  const { riskScale } = check.plan.project;
  if (probability?.kind === 'level') {
    checkLevel(check, [name, 'probability'], probability.level, riskScale.probability);
  }
  for (const field of ['schedule', 'cost'] as const) {
    const value = impact[field];
    if (value && 'level' in value) {
      checkLevel(check, [name, 'impact', field], value.level, riskScale.impact);
    }
  }
  for (const [field, level] of Object.entries(impact.levels)) {
    checkLevel(check, [name, 'impact', field], level, riskScale.impact);
  }
}

function checkIds(
  check: ItemCheck,
  field: readonly string[],
  ids: readonly string[],
  kinds?: readonly ItemKind[],
): void {
  for (const [i, id] of ids.entries()) checkId(check, [...field, i], id, kinds);
}

function checkId(
  { plan, unread, former, item, problems }: ItemCheck,
  field: FieldPath,
  id: string | undefined,
  kinds?: readonly ItemKind[],
): void {
  if (id === undefined) return;
  // Nearly all are right, and there are thousands of them: what is told of the others is made later.
  const named = id === item.id ? undefined : itemOf(plan, id);
  if (named && (!kinds || kinds.includes(named.kind))) return;
  const place = { file: pathOfId(item.id), field, items: [item.id, id] };
  const name = fieldName(field);
  if (id === item.id) {
    const message = `${item.id} names itself in ${name}; take that out`;
    problems.push(createProblem('reference-self', message, place));
    return;
  }
  const kind = kindOfId(id);
  if (kind && kinds && !kinds.includes(kind)) {
    const message = `${id} is a ${kind}, but ${name} of ${item.id} takes a ${kinds.join(' or a ')}`;
    problems.push(createProblem('reference-kind', message, place));
    return;
  }
  if (named || unread.has(id)) return;
  const present = former.get(id);
  if (present !== undefined) {
    const message = `${id}, which ${item.id} names in ${name}, was renamed to ${present}; write ${present}, or let gantry repair do it`;
    const items = [item.id, present];
    problems.push(createProblem('reference-renamed', message, { ...place, items }));
    return;
  }
  const message = `No item has the id ${id} that ${item.id} names in ${name}; correct it or take it out`;
  problems.push(createProblem('reference-unknown', message, place));
}

/** What waits for a file that cannot be understood is placed as if it did not. */
function checkUnread(
  { plan, unread, item, problems }: ItemCheck,
  field: FieldPath,
  predecessor: string,
): void {
  if (!unread.has(predecessor) || itemOf(plan, predecessor)) return;
  const file = pathOfId(predecessor) ?? predecessor;
  const message = `${item.id} depends on ${predecessor}, whose file cannot be read, and is placed without it; mend ${file}`;
  const place = { file: pathOfId(item.id), field, items: [item.id, predecessor] };
  problems.push(createProblem('predecessor-undated', message, place));
}

/** [DROP-1] Nothing holds what waited for a dropped item any more, which nobody may have meant. */
function checkDropped(
  { dropped, item, problems }: ItemCheck,
  field: FieldPath,
  predecessor: string,
): void {
  if (!dropped.has(predecessor) || dropped.has(item.id)) return;
  if (item.kind === 'task' && (item.status === 'done' || item.finished)) return;
  const message = `${item.id} depends on ${predecessor}, which is dropped, and is placed without it; take that out, or let it wait for what is done instead`;
  const place = { file: pathOfId(item.id), field, items: [item.id, predecessor] };
  problems.push(createProblem('predecessor-dropped', message, place));
}

function checkPerson(
  { plan, item, problems }: ItemCheck,
  field: FieldPath,
  person: string | undefined,
): void {
  const { people } = plan.project;
  if (person === undefined || people.size === 0 || people.has(person)) return;
  const message = `${person} in ${fieldName(field)} of ${item.id} is not among the people of project.yaml; add the person or correct the name`;
  const place = { file: pathOfId(item.id), field, items: [item.id] };
  problems.push(createProblem('person-unknown', message, place));
}

function checkCalendar({ plan, item, problems }: ItemCheck, key: string | undefined): void {
  if (key === undefined || plan.project.calendars.has(key)) return;
  const known = [...plan.project.calendars.keys()].join(', ');
  const message = `The calendar ${key} of ${item.id} is not defined in project.yaml; known are ${known}`;
  const place = { file: pathOfId(item.id), field: ['calendar'], items: [item.id] };
  problems.push(createProblem('calendar-unknown', message, place));
}

function checkLevel(
  { item, problems }: ItemCheck,
  field: FieldPath,
  level: string,
  scale: readonly { readonly key: string }[],
): void {
  if (scale.some(step => step.key === level)) return;
  const known = scale.map(step => step.key).join(', ');
  const message = `${level} in ${fieldName(field)} of ${item.id} is not on the project's scale; use one of ${known}`;
  const place = { file: pathOfId(item.id), field, items: [item.id] };
  problems.push(createProblem('level-unknown', message, place));
}

function fieldName(field: FieldPath): string {
  return field.filter(step => typeof step === 'string').join('.');
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function isSameUniverse(before: Universe, after: Universe): boolean {
  const a = before.plan;
  const b = after.plan;
  return (
    a.project === b.project &&
    hasSameKeys(a.tasks, b.tasks) &&
    hasSameKeys(a.milestones, b.milestones) &&
    hasSameKeys(a.risks, b.risks) &&
    hasSameKeys(a.decisions, b.decisions) &&
    hasSameKeys(a.notes, b.notes) &&
    before.unread.size === after.unread.size &&
    [...before.unread].every(id => after.unread.has(id))
  );
}

function hasSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function droppedIdsOf(plan: Plan): ReadonlySet<string> {
  const dropped = new Set<string>();
  for (const { id, isDropped } of plan.milestones.values()) if (isDropped) dropped.add(id);
  if (!isAnyDropped(plan)) return dropped;
  for (const id of plan.tasks.keys()) if (findDropped(plan, id) !== undefined) dropped.add(id);
  return dropped;
}

function isAnyDropped({ tasks }: Plan): boolean {
  for (const { status } of tasks.values()) if (status === 'dropped') return true;
  return false;
}

function areSameMarks(a: ItemMarks, b: ItemMarks): boolean {
  const areSameDropped =
    a.dropped.size === b.dropped.size && [...a.dropped].every(id => b.dropped.has(id));
  return areSameDropped && isSameMap(a.former, b.former);
}
