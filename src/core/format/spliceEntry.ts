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
  skipBlanks,
  type Splice,
} from './splice.ts';
import type { SpliceContext } from './spliceValue.ts';
import { entryColon, entryStart } from './entryPlace.ts';
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
    const last = map.entries.at(-1);
    return insertInFlow(
      ctx.text,
      map,
      last && entryEnd(ctx.text, last),
      writeFlowEntry(key, value, spec),
    );
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
  if (list.isFlow) {
    const written = renderFlow(value, of);
    if (previous === undefined && next) {
      return [{ start: next.start, end: next.start, text: `${written}, ` }];
    }
    return insertInFlow(ctx.text, list, previous?.end, written);
  }
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
  const entry = map.entries[index];
  if (entry === undefined) return undefined;
  const end = entryEnd(text, entry);
  const previous = map.entries[index - 1];
  const next = map.entries[index + 1];
  const before = previous && entryEnd(text, previous);
  const start = entryStart(text, entry);
  const nextStart = next && entryStart(text, next);
  return map.isFlow
    ? removeFromFlow(start, end, before, nextStart)
    : removeLines(text, start, end, nextStart);
}

/** Takes an item out of a list that keeps others. */
export function removeItem(
  text: string,
  list: YamlList,
  index: number,
): readonly Splice[] | undefined {
  const item = list.items[index];
  if (item === undefined) return undefined;
  const next = list.items[index + 1];
  if (list.isFlow) {
    return removeFromFlow(item.start, item.end, list.items[index - 1]?.end, next?.start);
  }
  const dash = dashBefore(text, item.start);
  const nextDash = next && dashBefore(text, next.start);
  if (dash === undefined || (next && nextDash === undefined)) return undefined;
  return removeLines(text, dash, item.end, nextDash);
}

/** Behind an entry's value, or behind its colon when it has none. */
function entryEnd(text: string, entry: YamlEntry): number {
  const colon = entryColon(text, entry) ?? entry.keyEnd;
  return Math.max(colon, entry.value.end);
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

function insertInFlow(
  text: string,
  container: YamlMap | YamlList,
  after: number | undefined,
  written: string,
): readonly Splice[] {
  if (after === undefined) {
    const brackets = container.kind === 'map' ? `{${written}}` : `[${written}]`;
    return [{ start: container.start, end: container.end, text: brackets }];
  }
  const start = lineStart(text, after);
  const indent = skipBlanks(text, start);
  // A collection that gives each of its parts a line of its own keeps doing so.
  const isOnOwnLine = start > container.start;
  const blank = isOnOwnLine ? lineBreakAt(text, after) + text.slice(start, indent) : ' ';
  return [{ start: after, end: after, text: `,${blank}${written}` }];
}

function removeFromFlow(
  start: number,
  end: number,
  previousEnd: number | undefined,
  nextStart: number | undefined,
): readonly Splice[] {
  if (nextStart !== undefined) return [{ start, end: nextStart, text: '' }];
  return [{ start: previousEnd ?? start, end, text: '' }];
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
