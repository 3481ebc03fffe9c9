import { projectId, type Change, type PlainValue } from '../core/model/change.ts';
import { newId, type ItemKind } from '../core/model/ids.ts';

export const templateNames = ['blank', 'software'] as const;
export type TemplateName = (typeof templateNames)[number];

/** An item of a template. Other items go by their keys in braces, as in `{build} SS+2d`. */
interface TemplateItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly fields: Readonly<Record<string, PlainValue>>;
}

/** Who does the work of a template and answers for its risks until the project has people of its own. */
const lead = 'lead';

/** A small project to change to one's own: three milestones, their tasks, and two risks. */
const software: readonly TemplateItem[] = [
  milestone('alpha', 'First working version', 1),
  milestone('beta', 'In the hands of first users', 2),
  milestone('release', 'Released', 3),
  task('goals', 'Agree on goals and limits', { milestone: '{alpha}', duration: '2d' }),
  task('design', 'Sketch the design', {
    milestone: '{alpha}',
    estimate: '2d..3d..6d',
    dependsOn: ['{goals}'],
  }),
  task('build', 'Build the main path', {
    milestone: '{alpha}',
    estimate: '5d..8d..15d',
    dependsOn: ['{design}'],
  }),
  task('tests', 'Test the main path', {
    milestone: '{alpha}',
    estimate: '2d..4d..7d',
    dependsOn: ['{build}'],
  }),
  task('trial', 'Trial with first users', {
    milestone: '{beta}',
    duration: '2w',
    dependsOn: ['{tests}'],
  }),
  task('mend', 'Mend what the trial shows', {
    milestone: '{beta}',
    estimate: '3d..5d..10d',
    dependsOn: ['{trial}'],
  }),
  task('notes', 'Write the release notes', {
    milestone: '{release}',
    estimate: '1d',
    dependsOn: ['{mend}'],
  }),
  task('ship', 'Release', { milestone: '{release}', duration: '0d', dependsOn: ['{notes}'] }),
  risk('scope', 'The main path grows', {
    cause: 'wishes arrive while the main path is being built',
    event: 'more is built than was agreed',
    effect: 'the first working version comes late',
    current: { probability: 'medium', impact: { schedule: '3d..10d' } },
    affects: ['{build}', '{alpha}'],
    response: {
      strategy: 'reduce',
      plan: 'New wishes go to the next milestone',
      tasks: ['{goals}'],
    },
  }),
  risk('users', 'Too few first users', {
    cause: 'people have little time to try something new',
    event: 'the trial has fewer users than it needs',
    effect: 'faults are found after the release',
    current: { probability: 'low', impact: { schedule: '5d..10d' } },
    affects: ['{trial}'],
    response: { strategy: 'reduce', plan: 'Ask twice as many people as are needed' },
  }),
];

function milestone(key: string, title: string, rank: number): TemplateItem {
  return { key, kind: 'milestone', fields: { title, rank } };
}

function task(key: string, title: string, fields: TemplateItem['fields']): TemplateItem {
  return { key, kind: 'task', fields: { title, status: 'todo', assignees: [lead], ...fields } };
}

function risk(key: string, title: string, fields: TemplateItem['fields']): TemplateItem {
  return {
    key,
    kind: 'risk',
    fields: { title, kind: 'threat', status: 'open', owner: lead, ...fields },
  };
}

/** The changes that give a new plan the people that a template's items name. */
export function templatePeople(name: TemplateName): readonly Change[] {
  if (name === 'blank') return [];
  return [{ kind: 'set', id: projectId, field: ['people', lead], value: { name: 'Project lead' } }];
}

/** The changes that put a template's items into a new plan, each with an id of its own. */
export function templateChanges(
  name: TemplateName,
  takenIds: ReadonlySet<string>,
  random: () => number,
): readonly Extract<Change, { kind: 'add' }>[] {
  const items = name === 'software' ? software : [];
  const taken = new Set(takenIds);
  const ids = new Map<string, string>();
  for (const { key, kind } of items) {
    const id = newId(kind, taken, random);
    taken.add(id);
    ids.set(key, id);
  }
  return items.map(({ key, fields }) => ({
    kind: 'add',
    id: ids.get(key) ?? '',
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, withIds(value, ids)]),
    ),
  }));
}

function withIds(value: PlainValue, ids: ReadonlyMap<string, string>): PlainValue {
  if (typeof value === 'string') {
    return value.replace(/\{(\w+)\}/g, (text, key: string) => ids.get(key) ?? text);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(entry => withIds(entry, ids));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withIds(inner, ids)]),
  );
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
