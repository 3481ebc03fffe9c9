import { ok, refused, type Result } from '../base/result.ts';
import type { PlainValue } from '../model/change.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { canonicalValue } from './canonicalValue.ts';
import { fieldTables, valueSpecAt, type FileKind } from './fields.ts';
import { arePlainEqual, isPlainList, toPlain, withPlainAt } from './plainValue.ts';
import { keepsComments, withCommentBehind } from './fieldComments.ts';
import { setInText } from './setInText.ts';
import { editStructure } from './structuralEdit.ts';
import { LineIndex } from './textPlace.ts';
import { isNull, type YamlNode } from './yamlNode.ts';
import { followPath } from './yamlTrail.ts';
import { readYamlTree } from './yamlTree.ts';

export type FieldEdit =
  /** Sets a field, or takes it out when `value` is undefined or null. */
  | { readonly kind: 'set'; readonly field: FieldPath; readonly value: PlainValue | undefined }
  /** Appends to the list at `field`, which is made when it is missing. */
  | { readonly kind: 'append'; readonly field: FieldPath; readonly value: PlainValue }
  /** Puts a comment behind what stands at `field`, where there is none. */
  | { readonly kind: 'comment'; readonly field: FieldPath; readonly text: string };

/**
 * The text after the edits, one after the other. Only what an edit must change is changed: comments,
 * quotes, line ends, spacing and unknown fields stay byte for byte. The result is read again and
 * compared with what was meant; what cannot be done without harm is refused, and so is a text that
 * is not understood in the first place.
 */
export function editText(
  kind: FileKind,
  text: string,
  edits: readonly FieldEdit[],
): Result<string, Problem> {
  let current = text;
  for (const edit of edits) {
    const next = applyEdit(kind, current, edit);
    if (!next.ok) return next;
    current = next.value;
  }
  return ok(current);
}

function applyEdit(kind: FileKind, text: string, edit: FieldEdit): Result<string, Problem> {
  const { root, problems } = readYamlTree(text);
  const [first] = problems;
  if (first) {
    const range = new LineIndex(text).rangeOf(first.start, first.end);
    return refused(createProblem(first.code, first.message, { range, field: edit.field }));
  }
  if (edit.field.length === 0) return refuse(edit.field);
  if (edit.kind === 'comment') return ok(withCommentBehind(text, edit.field, edit.text));
  const value = intendedValue(kind, root, edit);
  const field = value === undefined ? wholeOfLoneItem(kind, root, edit.field) : edit.field;
  const intended = { field, value };
  const spliced = setInText(kind, text, field, value);
  if (spliced !== undefined && isAsIntended({ kind, root, ...intended }, spliced)) {
    return ok(spliced);
  }
  const structural = root && editStructure(text, root, field, value);
  const isWhole = structural !== undefined && keepsComments(text, structural, root, field);
  if (isWhole && isAsIntended({ kind, root, ...intended }, structural)) return ok(structural);
  return refuse(edit.field);
}

type ValueEdit = Exclude<FieldEdit, { readonly kind: 'comment' }>;

/** To take out the only item of a list that is written without one is to take out the field. */
function wholeOfLoneItem(kind: FileKind, root: YamlNode | undefined, field: FieldPath): FieldPath {
  const list = field.slice(0, -1);
  if (!root || Number(field.at(-1)) !== 0 || valueSpecAt(kind, list)?.kind !== 'list') return field;
  const { steps, rest } = followPath(root, list);
  const node = steps.at(-1)?.node;
  return rest.length === 0 && node && node.kind !== 'list' ? list : field;
}

/** What shall stand at the field: for an append, the list with the new item at its end. */
function intendedValue(
  kind: FileKind,
  root: YamlNode | undefined,
  edit: ValueEdit,
): PlainValue | undefined {
  const spec = valueSpecAt(kind, edit.field);
  if (edit.kind === 'set') return canonicalValue(edit.value, spec);
  const item = canonicalValue(edit.value, spec?.kind === 'list' ? spec.of : undefined);
  const trail = root && followPath(root, edit.field);
  const node = trail?.rest.length === 0 ? trail.steps.at(-1)?.node : undefined;
  const old = node && !isNull(node) ? toPlain(node) : undefined;
  const items = old === undefined ? [] : isPlainList(old) ? old : [old];
  return item === undefined ? items : [...items, item];
}

interface Intention {
  readonly kind: FileKind;
  /** Before the edit. */
  readonly root: YamlNode | undefined;
  readonly field: FieldPath;
  readonly value: PlainValue | undefined;
}

/** True when the text reads as the old one does with the one field changed, and with nothing else. */
function isAsIntended({ kind, root, field, value }: Intention, text: string): boolean {
  const after = readYamlTree(text);
  if (after.problems.length > 0) return false;
  const before = root && !isNull(root) ? toPlain(root) : {};
  const isGone =
    value === undefined && root !== undefined && followPath(root, field).rest.length > 0;
  const spec = { kind: 'map', fields: fieldTables[kind] } as const;
  const expected = isGone ? before : (withPlainAt(before, spec, field, value) ?? {});
  const found = after.root && !isNull(after.root) ? toPlain(after.root) : {};
  return arePlainEqual(expected, found);
}

function refuse(field: FieldPath): Result<string, Problem> {
  const name = field.join('.');
  const message = `\`${name}\` cannot be changed in this file without harm to the rest; edit it by hand`;
  return refused(createProblem('command-refused', message, { field }));
}
