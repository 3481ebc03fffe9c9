import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { alignLists } from './alignLists.ts';
import { fieldTables, type FileKind } from './fields.ts';
import {
  arePlainEqual,
  isEmptyPlain,
  isPlainList,
  isPlainMap,
  ownValue,
  stepSpec,
  toPlain,
  withPlainAt,
  type PlainMap,
} from './plainValue.ts';
import { applySplices, lineBreakAt, type Splice } from './splice.ts';
import { insertEntry, insertItem, removeEntry, removeItem } from './spliceEntry.ts';
import { replaceValue, type SpliceContext } from './spliceValue.ts';
import { layoutOf } from './textLayout.ts';
import type { ValueSpec } from './valueSpec.ts';
import { ordered, renderEntry, houseLayout } from './writeValue.ts';
import { isNull, type YamlMap, type YamlNode } from './yamlNode.ts';
import { containerOf, followPath, sizeOf, type TrailStep } from './yamlTrail.ts';
import { readYamlTree } from './yamlTree.ts';

/**
 * Sets the value at a path by changing only the text that it must, or takes it out when the value is
 * undefined. The answer is a proposal that the caller checks; undefined when there is no safe place.
 */
export function setInText(
  kind: FileKind,
  text: string,
  path: FieldPath,
  value: PlainValue | undefined,
): string | undefined {
  return new TextSetter(kind).set(text, path, value);
}

class TextSetter {
  readonly #rootSpec: ValueSpec;

  constructor(kind: FileKind) {
    this.#rootSpec = { kind: 'map', fields: fieldTables[kind] };
  }

  set(text: string, path: FieldPath, value: PlainValue | undefined): string | undefined {
    const { root } = readYamlTree(text);
    if (root === undefined || isNull(root)) return this.#fillEmpty(text, root, path, value);
    const { steps, rest } = followPath(root, path);
    if (value === undefined) return rest.length > 0 ? text : this.#remove(text, steps);
    const last = steps.at(-1);
    if (rest.length === 0) return last && this.#replace(text, root, last, { path, value });
    return this.#add(text, root, { parent: last, path, rest, value });
  }

  #fillEmpty(
    text: string,
    root: YamlNode | undefined,
    path: FieldPath,
    value: PlainValue | undefined,
  ): string | undefined {
    if (value === undefined) return text;
    const whole = withPlainAt(undefined, this.#rootSpec, path, value);
    if (!isPlainMap(whole) || (root && root.end > root.start)) return undefined;
    const eol = lineBreakAt(text, text.length);
    const lines = Object.entries(whole).flatMap(([key, field]) =>
      renderEntry(key, field, { spec: stepSpec(this.#rootSpec, key), layout: houseLayout }),
    );
    const gap = text === '' || text.endsWith('\n') || text === '\uFEFF' ? '' : eol;
    return text + gap + lines.map(line => line + eol).join('');
  }

  #context(text: string, root: YamlNode, path: FieldPath): SpliceContext {
    let spec: ValueSpec | undefined = this.#rootSpec;
    for (const step of path) spec = stepSpec(spec, step);
    return { text, layout: layoutOf(text, root), spec };
  }

  #add(
    text: string,
    root: YamlNode,
    want: {
      readonly parent: TrailStep | undefined;
      readonly path: FieldPath;
      readonly rest: FieldPath;
      readonly value: PlainValue;
    },
  ): string | undefined {
    const { parent, path, rest, value } = want;
    const [step = ''] = rest;
    const at = path.slice(0, path.length - rest.length);
    const ctx = this.#context(text, root, at);
    const node = parent?.node ?? root;
    const isLoneItem = ctx.spec?.kind === 'list' && node.kind !== 'list';
    const isFilled = node.kind !== 'scalar' && sizeOf(node) > 0 && !isLoneItem;
    if (isFilled) {
      const inner = withPlainAt(undefined, stepSpec(ctx.spec, step), rest.slice(1), value);
      if (inner === undefined) return undefined;
      if (node.kind === 'map') return splice(text, insertEntry(ctx, node, String(step), inner));
      if (Number(step) !== node.items.length) return undefined;
      return splice(text, insertItem(ctx, node, node.items.length, inner));
    }
    const whole = withPlainAt(toPlain(node), ctx.spec, rest, value);
    if (whole === undefined) return undefined;
    if (parent === undefined) return undefined;
    return this.#replace(text, root, parent, { path: at, value: whole });
  }

  #replace(
    text: string,
    root: YamlNode,
    step: TrailStep,
    { path, value }: { readonly path: FieldPath; readonly value: PlainValue },
  ): string | undefined {
    const old = toPlain(step.node);
    if (arePlainEqual(old, value)) return text;
    if (!isEmptyPlain(old) && !isEmptyPlain(value)) {
      if (isPlainList(old) && isPlainList(value)) return this.#changeList(text, path, old, value);
      if (isPlainMap(old) && isPlainMap(value)) return this.#changeMap(text, path, old, value);
    }
    return splice(text, replaceValue(this.#context(text, root, path), step, value));
  }

  /** Only the items that differ are touched, so that the comments at the others stay. */
  #changeList(
    text: string,
    path: FieldPath,
    old: readonly PlainValue[],
    value: readonly PlainValue[],
  ): string | undefined {
    let result: string | undefined = text;
    let place = 0;
    for (const step of alignLists(old, value)) {
      if (result === undefined) return undefined;
      if (step.kind === 'set') result = this.set(result, [...path, place], step.value);
      else if (step.kind === 'insert') result = this.#insert(result, path, place, step.value);
      else if (step.kind === 'remove') result = this.set(result, [...path, place], undefined);
      if (step.kind !== 'remove') place++;
    }
    return result;
  }

  #insert(text: string, path: FieldPath, index: number, value: PlainValue): string | undefined {
    const { root } = readYamlTree(text);
    if (root === undefined) return undefined;
    const node = followPath(root, path).steps.at(-1)?.node;
    if (node?.kind !== 'list') return undefined;
    return splice(text, insertItem(this.#context(text, root, path), node, index, value));
  }

  #changeMap(text: string, path: FieldPath, old: PlainMap, value: PlainMap): string | undefined {
    let spec: ValueSpec | undefined = this.#rootSpec;
    for (const step of path) spec = stepSpec(spec, step);
    const scalars = this.#changeScalars(text, path, value);
    const added = ordered(value, spec).filter(([key]) => ownValue(old, key) === undefined);
    const isWanted = scalars !== undefined && added.length > 0;
    const all = isWanted ? this.#addKeys(scalars, path, added) : scalars;
    let result = all ?? scalars;
    // New keys come first, so that the map is never empty in between.
    for (const [key, field] of ordered(value, spec)) {
      const present = ownValue(old, key);
      const isDone =
        present === undefined ? all !== undefined : !isParted(present) && !isParted(field);
      if (isDone || (present !== undefined && arePlainEqual(present, field))) continue;
      if (result !== undefined) result = this.set(result, [...path, key], field);
    }
    for (const key of Object.keys(old)) {
      if (result !== undefined && ownValue(value, key) === undefined) {
        result = this.set(result, [...path, key], undefined);
      }
    }
    return result;
  }

  /** All scalars of a map, and of the maps in it, that become other scalars, after one look at the text. */
  #changeScalars(text: string, path: FieldPath, value: PlainMap): string | undefined {
    const { root } = readYamlTree(text);
    const node = root && followPath(root, path).steps.at(-1)?.node;
    if (root === undefined || node?.kind !== 'map') return undefined;
    const splices: Splice[] = [];
    const ctx = this.#context(text, root, path);
    return gatherScalars(ctx, node, { value, splices }) ? applySplices(text, splices) : undefined;
  }

  /** New keys of a map, all after one look at the text; undefined where they do not fit so. */
  #addKeys(
    text: string,
    path: FieldPath,
    added: readonly (readonly [string, PlainValue])[],
  ): string | undefined {
    const { root } = readYamlTree(text);
    const map = root && followPath(root, path).steps.at(-1)?.node;
    if (root === undefined || map?.kind !== 'map' || map.isFlow) return undefined;
    const ctx = this.#context(text, root, path);
    const splices = added.map(([key, field]) => insertEntry(ctx, map, key, field));
    if (!splices.every(each => each !== undefined)) return undefined;
    const result = applySplices(text, splices.flat());
    const after = readYamlTree(result).root;
    const written = after && followPath(after, path).steps.at(-1)?.node;
    const now = written && toPlain(written);
    const isRight = added.every(
      ([key, field]) => isPlainMap(now) && arePlainEqual(ownValue(now, key) ?? null, field),
    );
    return isRight ? result : undefined;
  }

  /** With the last part of a map or list the whole of it goes, up to where something else remains. */
  #remove(text: string, steps: readonly TrailStep[]): string | undefined {
    let i = steps.length - 1;
    while (i > 0 && isOnlyPart(steps[i])) i--;
    const step = steps[i];
    if (step === undefined) return undefined;
    return splice(
      text,
      step.kind === 'entry'
        ? removeEntry(text, step.map, step.index)
        : removeItem(text, step.list, step.index),
    );
  }
}

/** False where one of them has no safe place. */
function gatherScalars(
  ctx: SpliceContext,
  map: YamlMap,
  into: { readonly value: PlainMap; readonly splices: Splice[] },
): boolean {
  return map.entries.every((entry, index) => {
    const next = ownValue(into.value, entry.key);
    if (next === undefined) return true;
    const inner = { ...ctx, spec: stepSpec(ctx.spec, entry.key) };
    const { value: node } = entry;
    if (node.kind === 'map' && isPlainMap(next)) {
      return gatherScalars(inner, node, { ...into, value: next });
    }
    if (node.kind !== 'scalar' || isParted(next) || arePlainEqual(node.value, next)) return true;
    const step = { kind: 'entry', map, index, entry, node } as const;
    const splices = replaceValue(inner, step, next);
    into.splices.push(...(splices ?? []));
    return splices !== undefined;
  });
}

function isParted(value: PlainValue): boolean {
  return typeof value === 'object' && value !== null;
}

function isOnlyPart(step: TrailStep | undefined): boolean {
  return step !== undefined && sizeOf(containerOf(step)) === 1;
}

function splice(text: string, splices: readonly Splice[] | undefined): string | undefined {
  return splices && applySplices(text, splices);
}
