import type { PlainFields } from './plainValues.ts';

/** Fields that say one thing together: where a file has one of them, it says the others too. */
const together: readonly (readonly string[])[] = [
  ['duration', 'estimate'],
  ['calendar', 'keepsPeopleHours'],
  ['status', 'started', 'finished', 'progress', 'remaining'],
];

/**
 * Whether a file says anything of a field of a task. Work that nobody has begun there is no word on
 * how far it is here.
 */
export function isSaid(field: string, fields: PlainFields): boolean {
  const group = together.find(names => names.includes(field)) ?? [field];
  return group.some(
    name => fields[name] !== undefined && !(name === 'status' && fields[name] === 'todo'),
  );
}

/** Fields that go where the import says another of the same thing; all that it leaves out are kept. */
export const clearableFields = [
  'duration',
  'split',
  'calendar',
  'keepsPeopleHours',
  'constraint',
  'pinned',
  'deadline',
  'started',
  'finished',
  'progress',
  'remaining',
] as const;

/** Fields that are told of when they stay although the file says nothing of them. */
const toldFields = ['status', ...clearableFields.filter(field => field !== 'keepsPeopleHours')];

/**
 * The fields that the plan has and the file has nothing of.
 *
 * @param sent what the plan has of them as far as the other program can tell
 */
export function keptFields(sent: PlainFields, imported: PlainFields): readonly string[] {
  return toldFields.filter(
    field =>
      sent[field] !== undefined &&
      !(field === 'status' && sent[field] === 'todo') &&
      !isSaid(field, imported),
  );
}
