import type { Anchor } from '../model/anchor.ts';
import { ok, type Result } from '../base/result.ts';
import type { PlainValue } from '../model/change.ts';
import type { Item } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { writtenField } from '../store/rawFields.ts';
import { anchorsOf } from './anchorsOf.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/** Ties an item to a place in the code; a link to the same place is renewed. */
export function linkCode(ctx: CommandContext, input: CommandInputs['linkCode']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const anchors = anchorsOf(item);
  if (!anchors) {
    return refuse(`A ${item.kind} such as ${nameOf(item)} has no links to code`, [item.id]);
  }
  const path = codePath(input.path, item);
  if (!path.ok) return path;
  const lines = refuseLines(input, item);
  if (lines) return lines;
  const value = anchorValue({ ...input, path: path.value });
  const title = `Link "${item.title}" to ${path.value}`;
  const place = anchors.findIndex(anchor => isSamePlace(anchor, path.value, input));
  if (place < 0) {
    return planChanges(title, item.id, [{ kind: 'append', id: item.id, field: ['code'], value }]);
  }
  const field = writtenField(ctx.snapshot, item.id, ['code', place]);
  return planChanges(title, item.id, [setField(item.id, field, value)]);
}

/** The path with forward slashes; refused when it leads out of the workspace folder. */
export function codePath(written: string, item: Item): Result<string, Problem> {
  const path = written
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(\.\/)+/, '');
  const isAbsolute = path.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path);
  const leaves = path.split('/').includes('..');
  if (path === '' || isAbsolute || leaves || path.includes('\0')) {
    const message = `"${written}" is no path inside the workspace folder; write it relative to that, like src/parser.ts`;
    return refuse(message, [item.id], 'code-outside');
  }
  return ok(path);
}

export function refuseLines(
  { line, endLine }: CommandInputs['linkCode'],
  item: Item,
): CommandResult | undefined {
  const isLine = (value: number): boolean => Number.isInteger(value) && value >= 1;
  const isFine =
    (line === undefined || isLine(line)) &&
    (endLine === undefined || (line !== undefined && isLine(endLine) && endLine >= line));
  if (isFine) return undefined;
  return refuse('Lines are counted from 1, and the last is not before the first', [item.id]);
}

/** The short writing where nothing but lines is given: `src/a.ts:12-30`. */
export function anchorValue(input: CommandInputs['linkCode']): PlainValue {
  const { path, symbol, line, endLine, quote, before, after, prints, commit } = input;
  const isShort = [symbol, quote, before, after, prints, commit].every(part => part === undefined);
  const hasPlainPath = !/:\d+(-\d+)?$/.test(path);
  if (isShort && hasPlainPath) {
    if (line === undefined) return path;
    return endLine === undefined || endLine === line
      ? `${path}:${line}`
      : `${path}:${line}-${endLine}`;
  }
  const words = { quote, before, after, prints };
  const entries = Object.entries({ path, symbol, line, endLine, ...words, commit });
  const given = entries.flatMap(([key, value]): [string, PlainValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return Object.fromEntries(given);
}

function isSamePlace(
  anchor: Anchor,
  path: string,
  { symbol, line }: CommandInputs['linkCode'],
): boolean {
  if (anchor.path !== path) return false;
  if (symbol !== undefined && anchor.symbol === symbol) return true;
  return anchor.line === line && anchor.symbol === symbol;
}
