import { editText } from '../format/editText.ts';
import { isPlainList, isPlainMap, ownValue, toPlain } from '../format/plainValue.ts';
import { readYamlTree } from '../format/yamlTree.ts';
import type { LostReference, PlainValue } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import type { FieldPath } from '../model/problem.ts';
import { referenceFields } from './referenceFields.ts';

/** The field of a removed file that tells which fields named it, so that restoring brings them back. */
const field = ['removedFrom'] as const;

/** The text of a file about to be removed with a note of what named it. */
export function noteLostReferences(
  id: string,
  text: string,
  references: readonly LostReference[],
): string {
  return references.length === 0 ? text : withNote(id, text, references.map(plainReference));
}

/** The text of a file that comes back, without the note. */
export function withoutNote(id: string, text: string): string {
  return withNote(id, text, undefined);
}

/**
 * What the file of a removed item notes. A note that no removal can have written is passed over:
 * what restoring puts into other files names the item, in a field that may name it.
 */
export function readLostReferences(id: string, text: string): readonly LostReference[] {
  const { root, problems } = readYamlTree(text);
  const value = root && problems.length === 0 ? toPlain(root) : undefined;
  const noted = isPlainMap(value) ? ownValue(value, field[0]) : undefined;
  return isPlainList(noted)
    ? noted.flatMap(readReference).filter(reference => isReferenceTo(id, reference))
    : [];
}

/** A text that cannot be edited stays as it is: removing a broken file must go without the note. */
function withNote(id: string, text: string, value: PlainValue | undefined): string {
  const kind = kindOfId(id);
  const edited = kind && editText(kind, text, [{ kind: 'set', field, value }]);
  return edited?.ok ? edited.value : text;
}

function plainReference(lost: LostReference): PlainValue {
  const { id, path, text, list, instead, comment } = lost;
  const place = path.join('.');
  const entry = list === undefined ? {} : { entryOf: list.join('.') };
  const rest = { ...(instead ? { instead } : {}), ...(comment ? { comment } : {}) };
  return { item: id, field: place, value: text, ...entry, ...rest };
}

function readReference(value: PlainValue): readonly LostReference[] {
  if (!isPlainMap(value)) return [];
  const textOf = (key: string): string | undefined => {
    const found = ownValue(value, key);
    return typeof found === 'string' ? found : undefined;
  };
  const [id, place, text] = [textOf('item'), textOf('field'), textOf('value')];
  if (id === undefined || place === undefined || text === undefined) return [];
  const entryOf = textOf('entryOf');
  const list = entryOf === undefined ? undefined : pathOf(entryOf);
  const comment = textOf('comment');
  const given = { id, path: pathOf(place), text, list, instead: textOf('instead') };
  return [comment === undefined ? given : { ...given, comment }];
}

/** True for the id of an item, and for a dependency on it (`T-7KQ3 SS+2d`). */
export function namesItem(value: PlainValue | undefined, id: string): boolean {
  return typeof value === 'string' && value.trim().split(/[\s+]/)[0]?.toUpperCase() === id;
}

function isReferenceTo(removed: string, { id, path, text, list }: LostReference): boolean {
  const kind = kindOfId(id);
  const target = kindOfId(removed);
  if (!kind || !target || !namesItem(text, removed)) return false;
  const place = path.map(step => (typeof step === 'number' ? '*' : step)).join('.');
  const field = referenceFields(kind).find(each => each.path.join('.') === place);
  const isEntry = list === undefined || path.slice(0, -1).join('.') === list.join('.');
  return isEntry && (field?.targets.includes(target) ?? false);
}

function pathOf(place: string): FieldPath {
  return place.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));
}
