import type { PlainValue } from '../model/change.ts';
import { isEmptyPlain, isPlainList, isPlainMap, stepSpec, type PlainMap } from './plainValue.ts';
import type { ValueSpec } from './valueSpec.ts';
import { isBlockSafe, writeKey, writeScalar } from './writeScalar.ts';
import type { ScalarStyle } from './yamlNode.ts';

/** How a file is laid out. */
export interface Layout {
  /** Spaces by which a nested map or text is indented. */
  readonly step: number;
  /** Spaces by which the dashes of a list are indented from its key: often 2, sometimes 0. */
  readonly listIndent: number;
}

export const houseLayout: Layout = { step: 2, listIndent: 2 };

/**
 * A value in the block style: what stands behind the key on its line, and the lines below it,
 * indented from the key's column.
 */
export interface Rendering {
  readonly head: string;
  readonly body: readonly string[];
}

export interface RenderContext {
  readonly spec: ValueSpec | undefined;
  readonly layout: Layout;
  readonly style?: ScalarStyle;
}

export function renderValue(value: PlainValue, ctx: RenderContext): Rendering {
  if (isEmptyPlain(value)) return { head: renderFlow(value, ctx.spec), body: [] };
  if (isPlainList(value)) {
    return { head: '', body: indented(renderItems(value, ctx), ctx.layout.listIndent) };
  }
  if (isPlainMap(value)) {
    return { head: '', body: indented(renderEntries(value, ctx), ctx.layout.step) };
  }
  if (typeof value === 'string' && isBlockSafe(value)) return renderText(value, ctx.layout.step);
  const style = ctx.style === undefined ? {} : { style: ctx.style };
  return { head: writeScalar(value, { spec: ctx.spec, isFlow: false, ...style }), body: [] };
}

/** `key: value` with the lines below it. */
export function renderEntry(key: string, value: PlainValue, ctx: RenderContext): readonly string[] {
  const { head, body } = renderValue(value, ctx);
  return [head === '' ? `${writeKey(key)}:` : `${writeKey(key)}: ${head}`, ...body];
}

/** `- value` with the lines below it. */
export function renderItem(value: PlainValue, ctx: RenderContext): readonly string[] {
  const lines = itemLines(value, ctx);
  return lines.map((line, i) => (i === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`));
}

/** The value in one line, as it stands inside of brackets. */
export function renderFlow(value: PlainValue, spec: ValueSpec | undefined): string {
  if (isPlainList(value)) {
    const of = spec?.kind === 'list' ? spec.of : undefined;
    return `[${value.map(item => renderFlow(item, of)).join(', ')}]`;
  }
  if (isPlainMap(value)) {
    const entries = ordered(value, spec).map(([key, field]) =>
      writeFlowEntry(key, field, stepSpec(spec, key)),
    );
    return `{${entries.join(', ')}}`;
  }
  return writeScalar(value, { spec, isFlow: true });
}

export function writeFlowEntry(
  key: string,
  value: PlainValue,
  spec: ValueSpec | undefined,
): string {
  return `${writeKey(key)}: ${renderFlow(value, spec)}`;
}

function itemLines(value: PlainValue, ctx: RenderContext): readonly string[] {
  if (!isEmptyPlain(value)) {
    if (isPlainList(value)) return renderItems(value, ctx);
    if (isPlainMap(value)) return renderEntries(value, ctx);
  }
  // The dash and its blank take the place of the first two spaces of a text's lines.
  const { head, body } = renderValue(value, { ...ctx, layout: { ...ctx.layout, step: 0 } });
  return [head, ...body];
}

function renderItems(value: readonly PlainValue[], ctx: RenderContext): readonly string[] {
  const of = ctx.spec?.kind === 'list' ? ctx.spec.of : undefined;
  return value.flatMap(item => renderItem(item, { spec: of, layout: ctx.layout }));
}

function renderEntries(value: PlainMap, ctx: RenderContext): readonly string[] {
  return ordered(value, ctx.spec).flatMap(([key, field]) =>
    renderEntry(key, field, { spec: stepSpec(ctx.spec, key), layout: ctx.layout }),
  );
}

/** The entries in the order of the table, then those that it does not know. */
export function ordered(
  value: PlainMap,
  spec: ValueSpec | undefined,
): readonly (readonly [string, PlainValue])[] {
  const fields = spec?.kind === 'map' || spec?.kind === 'anchor' ? spec.fields : [];
  const rank = new Map(fields.map((field, i) => [field.key, i]));
  const place = (key: string): number => rank.get(key) ?? fields.length;
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b));
}

function renderText(text: string, step: number): Rendering {
  const lines = text.split('\n');
  const isEnded = text.endsWith('\n');
  if (isEnded) lines.pop();
  const chomping = !isEnded ? '-' : text.endsWith('\n\n') ? '+' : '';
  return { head: `|${chomping}`, body: indented(lines, step) };
}

export function indented(lines: readonly string[], spaces: number): readonly string[] {
  const indent = ' '.repeat(spaces);
  return lines.map(line => (line === '' ? '' : indent + line));
}
