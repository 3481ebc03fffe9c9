import type { PlainValue } from '../model/change.ts';
import {
  columnOf,
  dashBefore,
  isBlankBetween,
  lineBreakAt,
  lineBreakLength,
  lineEnd,
  lineStart,
  nextLine,
  type Splice,
} from './splice.ts';
import type { SpliceContext } from './spliceValue.ts';
import { entryStart } from './entryPlace.ts';
import { entryEnd } from './flowBody.ts';
import { insertInFlow, removeFromFlow } from './spliceFlow.ts';
import { stepSpec } from './plainValue.ts';
import type { ValueSpec } from './valueSpec.ts';
import { indented, renderEntry, renderFlow, renderItem, writeFlowEntry } from './writeValue.ts';
import type { YamlEntry, YamlList, YamlMap } from './yamlNode.ts';

/** Adds a key to a map: after the nearest key that the table puts before it, or in front of all. */
export function insertEntry(
  ctx: SpliceContext,
  map: YamlMap,
  key: string,
  value: PlainValue,
): readonly Splice[] | undefined {
  const spec = stepSpec(ctx.spec, key);
  if (map.isFlow) {
    return insertInFlow(ctx.text, map, map.entries.length, writeFlowEntry(key, value, spec));
  }
  const first = map.entries[0];
  if (first === undefined) return undefined;
  const lines = renderEntry(key, value, { spec, layout: ctx.layout });
  const before = predecessorOf(map, key, ctx.spec);
  const start = entryStart(ctx.text, first);
  return insertLines(ctx.text, lines, {
    column: columnOf(ctx.text, start),
    after: before && entryEnd(ctx.text, before),
    before: start,
  });
}

/** Adds an item before the place `index` of a list that has items. */
export function insertItem(
  ctx: SpliceContext,
  list: YamlList,
  index: number,
  value: PlainValue,
): readonly Splice[] | undefined {
  const of = ctx.spec?.kind === 'list' ? ctx.spec.of : undefined;
  const previous = list.items[index - 1];
  const next = list.items[index];
  if (list.isFlow) return insertInFlow(ctx.text, list, index, renderFlow(value, of));
  const beside = previous ?? next;
  const dash = beside && dashBefore(ctx.text, beside.start);
  if (dash === undefined) return undefined;
  const lines = renderItem(value, { spec: of, layout: ctx.layout });
  return insertLines(ctx.text, lines, {
    column: columnOf(ctx.text, dash),
    after: previous?.end,
    before: dash,
  });
}

/** Takes an entry out of a map that keeps others. */
export function removeEntry(
  text: string,
  map: YamlMap,
  index: number,
): readonly Splice[] | undefined {
  if (map.isFlow) return removeFromFlow(text, map, index);
  const entry = map.entries[index];
  if (entry === undefined) return undefined;
  const next = map.entries[index + 1];
  const nextStart = next && entryStart(text, next);
  return removeLines(text, entryStart(text, entry), entryEnd(text, entry), nextStart);
}

/** Takes an item out of a list that keeps others. */
export function removeItem(
  text: string,
  list: YamlList,
  index: number,
): readonly Splice[] | undefined {
  if (list.isFlow) return removeFromFlow(text, list, index);
  const item = list.items[index];
  if (item === undefined) return undefined;
  const next = list.items[index + 1];
  const dash = dashBefore(text, item.start);
  const nextDash = next && dashBefore(text, next.start);
  if (dash === undefined || (next && nextDash === undefined)) return undefined;
  return removeLines(text, dash, item.end, nextDash);
}

function predecessorOf(
  map: YamlMap,
  key: string,
  spec: ValueSpec | undefined,
): YamlEntry | undefined {
  const fields = spec?.kind === 'map' || spec?.kind === 'anchor' ? spec.fields : [];
  const place = fields.findIndex(field => field.key === key);
  if (place < 0) return map.entries.at(-1);
  let nearest: YamlEntry | undefined;
  let nearestPlace = -1;
  for (const entry of map.entries) {
    const other = fields.findIndex(field => field.key === entry.key);
    if (other < place && other > nearestPlace) {
      nearest = entry;
      nearestPlace = other;
    }
  }
  return nearest;
}

interface LinePlace {
  readonly column: number;
  /** The end of what comes before; undefined for the first place. */
  readonly after: number | undefined;
  /** The start of what was first. */
  readonly before: number;
}

function insertLines(
  text: string,
  lines: readonly string[],
  { column, after, before }: LinePlace,
): readonly Splice[] {
  const block = indented(lines, column);
  if (after !== undefined) {
    const eol = lineBreakAt(text, after);
    const at = lineEnd(text, after);
    return [{ start: at, end: at, text: block.map(line => eol + line).join('') }];
  }
  const eol = lineBreakAt(text, before);
  const inserted = block.join(eol).slice(column) + eol + ' '.repeat(column);
  return [{ start: before, end: before, text: inserted }];
}

function removeLines(
  text: string,
  start: number,
  end: number,
  nextStart: number | undefined,
): readonly Splice[] | undefined {
  const from = lineStart(text, start);
  if (isBlankBetween(text, from, start)) {
    const to = nextLine(text, end);
    // Of a last line without a line end, the line end before it goes.
    const isLast = to === text.length && lineEnd(text, end) === text.length;
    return isLast
      ? [{ start: from - lineBreakLength(text, from), end: to, text: '' }]
      : [{ start: from, end: to, text: '' }];
  }
  // Behind a dash: what comes next moves up to it, unless a comment stands in between.
  if (nextStart === undefined) return undefined;
  const stop = nextLine(text, end);
  const isNextBelow = isBlankBetween(text, stop, nextStart);
  return [{ start, end: isNextBelow ? nextStart : lineEnd(text, end), text: '' }];
}
