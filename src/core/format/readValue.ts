import { nearestText } from '../base/nearestText.ts';
import type { FieldPath } from '../model/problem.ts';
import { parseDays } from '../model/weekdays.ts';
import { readAnchor } from './readAnchor.ts';
import { quoted, type Reading } from './reading.ts';
import { ProblemSink } from './problemSink.ts';
import { readScalar, type ScalarText } from './readScalar.ts';
import type { FieldSpec, ScalarSpec, ValueSpec, ValuesOf } from './valueSpec.ts';
import { isNull, type YamlMap, type YamlNode, type YamlScalar } from './yamlNode.ts';

/**
 * Reads the fields of a map by their table. What cannot be read is a problem at its place and
 * undefined here; a key that the table does not know is a note.
 */
export function readFields<const F extends readonly FieldSpec[]>(
  fields: F,
  map: YamlMap,
  sink: ProblemSink,
): ValuesOf<F> {
  const values = new FieldReader(sink).readMap({ kind: 'map', fields }, map, []);
  // The wire edge: the reader's switch follows the same table as the type, which the compiler cannot see.
  return values as ValuesOf<F>;
}

/** Whether something can be made of an entry of a list; what nothing is made of is not in the values. */
export function canRead(spec: ValueSpec, node: YamlNode): boolean {
  return new FieldReader(new ProblemSink('', '')).read(spec, node, []) !== undefined;
}

type MapSpec = Extract<ValueSpec, { kind: 'map' }>;

class FieldReader {
  readonly #sink: ProblemSink;

  constructor(sink: ProblemSink) {
    this.#sink = sink;
  }

  readMap(spec: MapSpec, map: YamlMap, path: FieldPath): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    const rest = new Map<string, unknown>();
    const seen = new Set<string>();
    for (const { key, keyStart, keyEnd, value } of map.entries) {
      if (seen.has(key)) continue;
      seen.add(key);
      const field = spec.fields.find(known => known.key === key);
      const inner = [...path, key];
      if (field) values[key] = this.read(field.value, value, inner) ?? unreadOf(field, value);
      else if (spec.rest) rest.set(key, this.read(spec.rest, value, inner));
      else this.#reportUnknown(spec, { start: keyStart, end: keyEnd }, inner);
    }
    if (spec.rest) values['rest'] = rest;
    if (path.length > 0) this.#reportMissing(spec, map, values, path);
    if (spec.oneOf) this.#checkOneOf(spec.oneOf, map, path);
    return values;
  }

  /** The value, or undefined when there is none or it could not be read. */
  read(spec: ValueSpec, node: YamlNode, path: FieldPath): unknown {
    if (isNull(node)) return undefined;
    if (spec.kind === 'list') return this.#readList(spec.of, node, path);
    if (spec.kind === 'map') return this.#readMapOrShorthand(spec, node, path);
    if (spec.kind === 'mapOf') return this.#readMapOf(spec.of, node, path);
    if (spec.kind === 'anchor') return this.#readAnchor(spec.fields, node, path);
    if (spec.kind === 'week') return this.#readWeek(node, path);
    return this.#readScalar(spec, node, path);
  }

  #readScalar(spec: ScalarSpec, node: YamlNode, path: FieldPath): unknown {
    if (node.kind !== 'scalar') {
      const found = node.kind === 'list' ? 'a list' : 'fields';
      const message = `${describePath(path)} holds ${found} where a single value must stand`;
      this.#sink.add('field-type', message, firstLine(node), path);
      return undefined;
    }
    if (node.text.trim() === '' && spec.kind !== 'text' && spec.kind !== 'markdown') {
      return this.#reportEmpty(node, path);
    }
    return this.#take(readScalar(spec, scalarText(node)), node, path);
  }

  #reportEmpty(node: YamlScalar, path: FieldPath): undefined {
    // An empty value is null unless it is quoted, or a tag makes a text of it.
    const found = node.style === 'plain' ? 'a tag and no value' : 'an empty text';
    const message = `${describePath(path)} holds ${found}; write a value, or take the field out`;
    this.#sink.add('field-value', message, node, path);
    return undefined;
  }

  #take(reading: Reading, node: YamlNode, path: FieldPath): unknown {
    if (reading.ok) return reading.value;
    this.#sink.add(reading.code, reading.message, node, path);
    return reading.kept;
  }

  #readList(of: ValueSpec, node: YamlNode, path: FieldPath): readonly unknown[] {
    const takesFields = of.kind === 'map' || of.kind === 'mapOf' || of.kind === 'anchor';
    if (node.kind === 'map' && !takesFields) {
      const message = `${describePath(path)} holds fields where a list must stand; write one entry a line, each behind a dash`;
      this.#sink.add('field-type', message, firstLine(node), path);
      return [];
    }
    const items = node.kind === 'list' ? node.items : [node];
    const values: unknown[] = [];
    items.forEach((item, i) => {
      const value = this.read(of, item, node.kind === 'list' ? [...path, i] : path);
      if (value !== undefined) values.push(value);
    });
    return values;
  }

  #readMapOrShorthand(spec: MapSpec, node: YamlNode, path: FieldPath): unknown {
    if (node.kind === 'map') {
      const values = this.readMap(spec, node, path);
      const isWhole =
        spec.fields.every(field => field.isRequired !== true || values[field.key] !== undefined) &&
        (spec.oneOf?.some(key => values[key] !== undefined) ?? true);
      return isWhole ? values : undefined;
    }
    const short = spec.fields.find(field => field.key === spec.shorthand);
    if (short === undefined || node.kind === 'list') return this.#reportNoMap(node, path);
    const value = this.read(short.value, node, path);
    if (value === undefined) return undefined;
    const rest = spec.rest ? { rest: new Map<string, unknown>() } : {};
    return { [short.key]: value, ...rest };
  }

  #readMapOf(of: ValueSpec, node: YamlNode, path: FieldPath): unknown {
    if (node.kind !== 'map') return this.#reportNoMap(node, path);
    const values = new Map<string, unknown>();
    for (const { key, value } of node.entries) {
      if (values.has(key)) continue;
      const isBareMap = isNull(value) && of.kind === 'map';
      const found = isBareMap ? {} : this.read(of, value, [...path, key]);
      if (found !== undefined) values.set(key, found);
    }
    return values;
  }

  #readAnchor(fields: readonly FieldSpec[], node: YamlNode, path: FieldPath): unknown {
    if (node.kind === 'list') return this.#reportNoMap(node, path);
    const values =
      node.kind === 'map' ? this.readMap({ kind: 'map', fields }, node, path) : undefined;
    if (values?.['path'] === undefined && node.kind === 'map') return undefined;
    return this.#take(readAnchor(node.kind === 'scalar' ? node.text : (values ?? {})), node, path);
  }

  #readWeek(node: YamlNode, path: FieldPath): unknown {
    if (node.kind === 'scalar') {
      const hours = this.#take(readScalar({ kind: 'shifts' }, scalarText(node)), node, path);
      return hours === undefined ? undefined : [0, 1, 2, 3, 4, 5, 6].map(() => hours);
    }
    if (node.kind === 'list') return this.#reportNoMap(node, path);
    const week: unknown[] = [0, 1, 2, 3, 4, 5, 6].map(() => undefined);
    let isFaulty = false;
    for (const { key, keyStart, keyEnd, value } of node.entries) {
      const days = parseDays(key);
      const at = { start: keyStart, end: keyEnd };
      if (days === undefined) {
        const message = `${quoted(key)} names no days; write \`mon-fri\` or \`sat\``;
        this.#sink.add('field-value', message, at, [...path, key]);
        isFaulty = true;
        continue;
      }
      const hours = this.read({ kind: 'shifts' }, value, [...path, key]);
      if (hours !== undefined) for (const day of days) week[day] = hours;
      else isFaulty ||= !isNull(value);
    }
    // Of hours that cannot be read nobody shall hear a second time, that there are none.
    return isFaulty && !week.some(isWorked) ? undefined : week;
  }

  #reportNoMap(node: YamlNode, path: FieldPath): undefined {
    const found = node.kind === 'list' ? 'a list' : 'a single value';
    const message = `${describePath(path)} holds ${found} where fields must stand`;
    this.#sink.add('field-type', message, firstLine(node), path);
    return undefined;
  }

  #reportUnknown(spec: MapSpec, at: { start: number; end: number }, path: FieldPath): void {
    const key = String(path.at(-1));
    const meant = nearestText(
      key,
      spec.fields.map(field => field.key),
    );
    const hint = meant === undefined ? '' : `; perhaps \`${meant}\` is meant`;
    const message =
      key === '<<'
        ? 'Merge keys (`<<`) belong to YAML 1.1 and are not read; write the fields out'
        : `Gantry does not know the field ${quoted(key)} and keeps it as it is${hint}`;
    this.#sink.add('field-unknown', message, at, path);
  }

  #reportMissing(
    spec: MapSpec,
    map: YamlMap,
    values: Readonly<Record<string, unknown>>,
    path: FieldPath,
  ): void {
    for (const { key, isRequired } of spec.fields) {
      if (isRequired !== true || values[key] !== undefined) continue;
      const isGiven = map.entries.some(entry => entry.key === key && !isNull(entry.value));
      if (isGiven) continue;
      const message = `${describePath(path)} needs a field \`${key}\``;
      this.#sink.add('field-missing', message, firstLine(map), path);
    }
  }

  #checkOneOf(keys: readonly string[], map: YamlMap, path: FieldPath): void {
    const given = map.entries.filter(({ key, value }) => keys.includes(key) && !isNull(value));
    const names = keys.map(key => `\`${key}\``);
    if (given.length === 0) {
      const message = `${describePath(path)} needs a field ${names.join(' or ')}`;
      this.#sink.add('field-missing', message, firstLine(map), path);
    }
    for (const { key, keyStart, keyEnd } of given.slice(1)) {
      const message = `${describePath(path)} has both ${names.join(' and ')}; keep one of them`;
      this.#sink.add('field-value', message, { start: keyStart, end: keyEnd }, [...path, key]);
    }
  }
}

function unreadOf({ unread }: FieldSpec, node: YamlNode): string | undefined {
  return isNull(node) ? undefined : unread;
}

function scalarText(node: YamlScalar): ScalarText {
  return { text: node.text, value: node.value ?? node.text };
}

function isWorked(shifts: unknown): boolean {
  return Array.isArray(shifts) && shifts.length > 0;
}

/** A problem with a whole collection is shown at its first entry alone, not over many lines. */
function firstLine(node: YamlNode): { start: number; end: number } {
  if (node.kind === 'map' && node.entries[0]) {
    return { start: node.start, end: Math.max(node.start, node.entries[0].keyEnd) };
  }
  if (node.kind === 'list' && node.items[0]) {
    return { start: node.start, end: Math.max(node.start + 1, firstLine(node.items[0]).end) };
  }
  return node;
}

function describePath(path: FieldPath): string {
  return `\`${path.join('.')}\``;
}
