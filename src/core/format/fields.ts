import type { ItemKind } from '../model/ids.ts';
import type { FieldPath } from '../model/problem.ts';
import { baselineFields } from './baselineFields.ts';
import { decisionFields } from './decisionFields.ts';
import { milestoneFields } from './milestoneFields.ts';
import { noteFields } from './noteFields.ts';
import { projectFields } from './projectFields.ts';
import { riskFields } from './riskFields.ts';
import { taskFields } from './taskFields.ts';
import type { FieldSpec, ValueSpec } from './valueSpec.ts';

/** Every kind of file in the plan folder. */
export type FileKind = ItemKind | 'project' | 'baseline';

export const fileKinds: readonly FileKind[] = [
  'task',
  'milestone',
  'risk',
  'decision',
  'note',
  'project',
  'baseline',
];

/**
 * One table per kind of file: what the fields are, in the order in which new files are written.
 * Parsing, validation, the JSON Schemas, hovers, completion and the command line all follow it.
 */
export const fieldTables: Readonly<Record<FileKind, readonly FieldSpec[]>> = {
  task: taskFields,
  milestone: milestoneFields,
  risk: riskFields,
  decision: decisionFields,
  note: noteFields,
  project: projectFields,
  baseline: baselineFields,
};

/** The field that a path leads to; undefined for a path that the tables do not know. */
export function fieldSpecAt(kind: FileKind, path: FieldPath): FieldSpec | ValueSpec | undefined {
  let found: FieldSpec | ValueSpec | undefined;
  let value: ValueSpec | undefined = { kind: 'map', fields: fieldTables[kind] };
  for (const step of path) {
    if (value === undefined) return undefined;
    found = stepInto(value, step);
    value = found && valueSpecOf(found);
  }
  return found;
}

/** The value's spec of the field that a path leads to; the empty path is the whole file. */
export function valueSpecAt(kind: FileKind, path: FieldPath): ValueSpec | undefined {
  if (path.length === 0) return { kind: 'map', fields: fieldTables[kind] };
  const found = fieldSpecAt(kind, path);
  return found && valueSpecOf(found);
}

export function valueSpecOf(spec: FieldSpec | ValueSpec): ValueSpec {
  return 'value' in spec ? spec.value : spec;
}

/** What one step of a path leads to from a value of this spec. */
export function stepInto(
  value: ValueSpec,
  step: string | number,
): FieldSpec | ValueSpec | undefined {
  if (value.kind === 'list') return isIndex(step) ? value.of : undefined;
  if (value.kind === 'map') return value.fields.find(field => field.key === step) ?? value.rest;
  if (value.kind === 'anchor') return value.fields.find(field => field.key === step);
  if (value.kind === 'mapOf') return value.of;
  return value.kind === 'week' ? { kind: 'shifts' } : undefined;
}

/** True for `0`, `12`, also as text. */
export function isIndex(step: string | number): boolean {
  return typeof step === 'number' ? Number.isInteger(step) && step >= 0 : /^\d{1,6}$/.test(step);
}
