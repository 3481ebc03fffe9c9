import { isId } from '../model/ids.ts';
import { itemsOf, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { projectPath } from '../store/planPath.ts';
import { parseItemQuery, type ItemQuery, type QueryField } from './itemQuery.ts';
import { peopleOf } from './findItems.ts';
import type { LostFilter } from './ganttView.ts';

/** What the saved views of a plan name and nobody finds; most often nothing. */
export function findLostFilters(plan: Plan): readonly LostFilter[] {
  return checkSavedFilters(plan).map(({ filter, note }) => ({ filter, note }));
}

/** A problem for each saved view whose filter cannot be read, or names what the plan does not have. */
export function checkSavedViews(plan: Plan): readonly Problem[] {
  return checkSavedFilters(plan).map(({ name, place, note }) => {
    const message = `The view "${name}" cannot show what it was made for: ${note}`;
    const field = ['views', place, 'filter'];
    return createProblem('view-lost', message, { file: projectPath, field });
  });
}

/** What is to be said of a query that names what the plan does not have, or empty. */
export function tellLostNames(query: ItemQuery, plan: Plan): string {
  return noteOf(query, namesOf(plan));
}

function checkSavedFilters(
  plan: Plan,
): readonly (LostFilter & { readonly name: string; readonly place: number })[] {
  const { views } = plan.project;
  if (views.every(({ filter }) => filter === '')) return [];
  const names = namesOf(plan);
  return views.flatMap(({ name, filter }, place) => {
    const query = parseItemQuery(filter);
    const note = query.ok ? noteOf(query.value, names) : query.error.message;
    return note === '' ? [] : [{ name, place, filter, note }];
  });
}

/** What can be named of a plan, in lower case. */
interface PlanNames {
  readonly assignee: ReadonlySet<string>;
  readonly milestone: ReadonlySet<string>;
  readonly parent: ReadonlySet<string>;
  readonly tag: ReadonlySet<string>;
  readonly category: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

function namesOf(plan: Plan): PlanNames {
  const { project } = plan;
  const names = {
    assignee: new Set(lower(project.people.keys())),
    milestone: new Set(lower(plan.milestones.keys())),
    parent: new Set(lower(plan.tasks.keys())),
    tag: new Set<string>(),
    category: new Set(lower(project.riskScale.categories)),
    ids: new Set<string>(),
  };
  for (const item of itemsOf(plan)) {
    names.ids.add(item.id.toLowerCase());
    for (const person of peopleOf(item)) names.assignee.add(person.toLowerCase());
    if ('tags' in item) for (const tag of item.tags) names.tag.add(tag.toLowerCase());
    if (item.kind === 'risk' && item.category !== undefined) {
      names.category.add(item.category.toLowerCase());
    }
  }
  return names;
}

function lower(texts: Iterable<string>): readonly string[] {
  return [...texts].map(text => text.toLowerCase());
}

function noteOf(query: ItemQuery, names: PlanNames): string {
  const lost = query.flatMap(({ test }) => {
    if (test.kind === 'word') return isLostId(test.word, names) ? [test.word.toUpperCase()] : [];
    if (test.kind !== 'values') return [];
    const { field, values } = test;
    return values
      .filter(value => value !== 'none' && !isKnown(field, value, names))
      .map(value => `${field}:${value}`);
  });
  if (lost.length === 0) return '';
  const verb = lost.length === 1 ? 'names' : 'name';
  return `${lost.join(' and ')} ${verb} nothing of the plan any more; correct the filter of the view or remove the view`;
}

function isLostId(word: string, names: PlanNames): boolean {
  return isId(word.toUpperCase()) && !names.ids.has(word);
}

/** Ids may be shortened; of fields whose words are free, nothing is known. */
function isKnown(field: QueryField, value: string, names: PlanNames): boolean {
  switch (field) {
    case 'assignee':
    case 'tag':
    case 'category':
      return names[field].has(value);
    case 'milestone':
    case 'parent':
      return [...names[field]].some(id => id.startsWith(value));
    default:
      return true;
  }
}
