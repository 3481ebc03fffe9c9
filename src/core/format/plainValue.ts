import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { isIndex, stepInto, valueSpecOf } from './fields.ts';
import type { ValueSpec } from './valueSpec.ts';
import type { YamlNode } from './yamlNode.ts';

export type PlainMap = Readonly<Record<string, PlainValue>>;

/** The value of a node without places and styles. Of a key that stands twice the first counts. */
export function toPlain(node: YamlNode): PlainValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlain);
    case 'map': {
      // In the order of the text. The first of two equal keys wins; entries define even `__proto__` safely.
      const values = new Map<string, PlainValue>();
      for (const { key, value } of node.entries) {
        if (!values.has(key)) values.set(key, toPlain(value));
      }
      return Object.fromEntries(values);
    }
  }
}

export function isPlainList(value: PlainValue | undefined): value is readonly PlainValue[] {
  return Array.isArray(value);
}

export function isPlainMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEmptyPlain(value: PlainValue): boolean {
  if (isPlainList(value)) return value.length === 0;
  return value === null || (isPlainMap(value) && Object.keys(value).length === 0);
}

export function ownValue(map: PlainMap, key: string): PlainValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Equal in value, whatever the order of keys. */
export function arePlainEqual(a: PlainValue, b: PlainValue): boolean {
  if (isPlainList(a)) {
    return (
      isPlainList(b) &&
      a.length === b.length &&
      a.every((item, i) => arePlainEqual(item, b[i] ?? null))
    );
  }
  if (!isPlainMap(a) || !isPlainMap(b)) return Object.is(a, b) || (a === 0 && b === 0);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && arePlainEqual(a[key] ?? null, b[key] ?? null))
  );
}

/**
 * The value after `inner` at `path` was set, or taken out when it is undefined; undefined when
 * nothing is left, or when the path leads nowhere. A scalar on the way becomes the map or list that
 * it stands for.
 */
export function withPlainAt(
  value: PlainValue | undefined,
  spec: ValueSpec | undefined,
  path: FieldPath,
  inner: PlainValue | undefined,
): PlainValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  const innerSpec = stepSpec(spec, step);
  if (isListStep(value, spec, step)) {
    const items = isPlainList(value) ? value : value === undefined || value === null ? [] : [value];
    return withItem(items, Number(step), withPlainAt(items[Number(step)], innerSpec, rest, inner));
  }
  const map = asMap(value, spec);
  const key = String(step);
  const next = withPlainAt(ownValue(map, key), innerSpec, rest, inner);
  const others = Object.entries(map).filter(([other]) => other !== key);
  if (next === undefined) return others.length === 0 ? undefined : Object.fromEntries(others);
  // An existing key keeps its place, so that a rewritten map is not reshuffled.
  return Object.hasOwn(map, key)
    ? Object.fromEntries(Object.entries(map).map(([k, v]) => [k, k === key ? next : v]))
    : Object.fromEntries([...others, [key, next]]);
}

export function stepSpec(
  spec: ValueSpec | undefined,
  step: string | number,
): ValueSpec | undefined {
  const found = spec && stepInto(spec, step);
  return found && valueSpecOf(found);
}

function isListStep(
  value: PlainValue | undefined,
  spec: ValueSpec | undefined,
  step: string | number,
): boolean {
  if (!isIndex(step)) return false;
  if (isPlainList(value) || spec?.kind === 'list') return true;
  return typeof step === 'number' && !isPlainMap(value);
}

function withItem(
  items: readonly PlainValue[],
  index: number,
  next: PlainValue | undefined,
): PlainValue | undefined {
  if (next !== undefined) return [...items.slice(0, index), next, ...items.slice(index + 1)];
  const left = items.filter((_, i) => i !== index);
  return left.length === 0 ? undefined : left;
}

function asMap(value: PlainValue | undefined, spec: ValueSpec | undefined): PlainMap {
  if (isPlainMap(value)) return value;
  if (value === undefined || value === null || isPlainList(value)) return {};
  const short =
    spec?.kind === 'map' ? spec.shorthand : spec?.kind === 'anchor' ? 'path' : undefined;
  return short === undefined ? {} : { [short]: value };
}
