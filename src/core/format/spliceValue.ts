import type { PlainValue } from '../model/change.ts';
import { columnOf, dashBefore, lineBreakAt, lineEnd, type Splice } from './splice.ts';
import { entryColon, entryStart } from './entryPlace.ts';
import { flowBodyOf } from './flowBody.ts';
import { isEmptyPlain } from './plainValue.ts';
import { insertInFlow } from './spliceFlow.ts';
import type { ValueSpec } from './valueSpec.ts';
import {
  indented,
  renderFlow,
  renderItem,
  renderValue,
  type Layout,
  type Rendering,
} from './writeValue.ts';
import { writeScalar } from './writeScalar.ts';
import type { YamlNode } from './yamlNode.ts';
import type { TrailStep } from './yamlTrail.ts';

export interface SpliceContext {
  readonly text: string;
  readonly layout: Layout;
  /** The spec of the value that is written. */
  readonly spec: ValueSpec | undefined;
}

/** Puts another value in the place of one that is there; undefined when the text does not allow it. */
export function replaceValue(
  ctx: SpliceContext,
  step: TrailStep,
  value: PlainValue,
): readonly Splice[] | undefined {
  const container = step.kind === 'entry' ? step.map : step.list;
  const filled = fillCommented(ctx, step.node, value);
  if (filled) return filled;
  if (container.isFlow) return replaceInFlow(ctx, step, value);
  return step.kind === 'entry'
    ? replaceAfterKey(ctx, step, value)
    : replaceAfterDash(ctx, step.node, value);
}

/** Empty brackets that hold nothing but comments are filled, so that the comments stay. */
function fillCommented(
  { text, spec }: SpliceContext,
  node: YamlNode,
  value: PlainValue,
): readonly Splice[] | undefined {
  if (node.kind === 'scalar' || !node.isFlow || typeof value !== 'object') return undefined;
  if (Array.isArray(value) !== (node.kind === 'list') || isEmptyPlain(value)) return undefined;
  const body = flowBodyOf(text, node);
  if (body === undefined || body.parts.length > 0 || body.comments.length === 0) return undefined;
  return insertInFlow(text, node, 0, renderFlow(value, spec).slice(1, -1));
}

function replaceInFlow(
  ctx: SpliceContext,
  step: TrailStep,
  value: PlainValue,
): readonly Splice[] | undefined {
  const { node } = step;
  const written = flowText(ctx, node, value);
  if (node.end > node.start) return [{ start: node.start, end: node.end, text: written }];
  if (step.kind === 'item') return [{ start: node.start, end: node.end, text: written }];
  const colon = entryColon(ctx.text, step.entry);
  return colon === undefined
    ? [{ start: step.entry.keyEnd, end: step.entry.keyEnd, text: `: ${written}` }]
    : [{ start: colon, end: colon, text: ` ${written}` }];
}

function flowText(ctx: SpliceContext, node: YamlNode, value: PlainValue): string {
  if (typeof value === 'object') return renderFlow(value, ctx.spec);
  const style = node.kind === 'scalar' ? { style: node.style } : {};
  return writeScalar(value, { spec: ctx.spec, isFlow: true, ...style });
}

function replaceAfterKey(
  ctx: SpliceContext,
  step: Extract<TrailStep, { kind: 'entry' }>,
  value: PlainValue,
): readonly Splice[] | undefined {
  const { text } = ctx;
  const { node, entry } = step;
  const colon = entryColon(text, entry);
  if (colon === undefined) return undefined;
  const column = columnOf(text, entryStart(text, entry));
  const inline = inlineList(ctx, step, value);
  const rendering = inline ?? renderOver(ctx, node, value, column);
  return spliceRendering(text, { node, after: colon, column }, rendering);
}

/** One line that becomes a list stays one line, where it is short enough to be read. */
function inlineList(
  ctx: SpliceContext,
  { node, entry }: Extract<TrailStep, { kind: 'entry' }>,
  value: PlainValue,
): Rendering | undefined {
  const isInline = node.end > node.start && !isBlock(node);
  if (!isInline || !Array.isArray(value)) return undefined;
  const head = renderFlow(value, ctx.spec);
  const isShort = columnOf(ctx.text, entry.keyEnd) + head.length <= 78;
  const wasFlow = node.kind !== 'scalar';
  return (isShort || wasFlow) && !head.includes('{') ? { head, body: [] } : undefined;
}

function renderOver(
  ctx: SpliceContext,
  node: YamlNode,
  value: PlainValue,
  column: number,
): Rendering {
  if (node.kind !== 'scalar') {
    const wasFlow = node.isFlow && typeof value === 'object';
    return wasFlow
      ? { head: renderFlow(value, ctx.spec), body: [] }
      : renderValue(value, { spec: ctx.spec, layout: ctx.layout });
  }
  const step = node.style === 'block' ? blockIndent(ctx.text, node, column) : undefined;
  const layout = { ...ctx.layout, step: step ?? ctx.layout.step };
  const style = node.style === 'block' || node.end === node.start ? {} : { style: node.style };
  return renderValue(value, { spec: ctx.spec, layout, ...style });
}

/** How far the text of a block scalar is indented from its key. */
function blockIndent(text: string, node: YamlNode, column: number): number | undefined {
  const lines = text.slice(node.start, node.end).split('\n').slice(1);
  const first = lines.find(line => line.trim() !== '');
  const width = first === undefined ? 0 : first.length - first.trimStart().length;
  return width > column ? width - column : undefined;
}

interface Place {
  readonly node: YamlNode;
  /** Behind the colon or the dash. */
  readonly after: number;
  readonly column: number;
}

function spliceRendering(
  text: string,
  { node, after, column }: Place,
  { head, body }: Rendering,
): readonly Splice[] {
  const eol = lineBreakAt(text, after);
  const below = indented(body, column)
    .map(line => eol + line)
    .join('');
  const isEmpty = node.end === node.start;
  if (isBlock(node) && node.kind === 'scalar') {
    const headerEnd = node.start + headerLength(text, node.start);
    const lineStop = lineEnd(text, headerEnd);
    const stop = Math.max(lineStop, node.end);
    return [
      { start: node.start, end: headerEnd, text: head },
      { start: lineStop, end: stop, text: below },
    ];
  }
  const blank = head === '' ? '' : ' ';
  if (isBlock(node)) {
    const lineStop = lineEnd(text, after);
    return [
      { start: after, end: after, text: blank + head },
      { start: lineStop, end: lineEnd(text, Math.max(node.end, lineStop)), text: below },
    ];
  }
  const headEnd = isEmpty ? after : node.end;
  // The blanks between colon and value stay as they are, unless the value leaves the line.
  const headStart = isEmpty || head === '' ? after : node.start;
  const written = headStart === after ? blank + head : head;
  const lineStop = lineEnd(text, headEnd);
  return below === ''
    ? [{ start: headStart, end: headEnd, text: written }]
    : [
        { start: headStart, end: headEnd, text: written },
        { start: lineStop, end: lineStop, text: below },
      ];
}

/** `|`, `>-`, `|2+` … */
function headerLength(text: string, start: number): number {
  let length = 1;
  while ('+-0123456789'.includes(text.charAt(start + length)) && length < 4) length++;
  return length;
}

function replaceAfterDash(
  ctx: SpliceContext,
  node: YamlNode,
  value: PlainValue,
): readonly Splice[] | undefined {
  const { text } = ctx;
  const dash = dashBefore(text, node.start);
  if (dash === undefined) return undefined;
  const column = columnOf(text, dash);
  if (node.kind === 'scalar' && typeof value !== 'object') {
    const rendering = renderOver(ctx, node, value, column);
    return spliceRendering(text, { node, after: dash + 1, column }, rendering);
  }
  const lines = renderItem(value, { spec: ctx.spec, layout: ctx.layout });
  const joined = indented(lines, column).join(lineBreakAt(text, dash)).slice(column);
  return [{ start: dash, end: isBlock(node) ? lineEnd(text, node.end) : node.end, text: joined }];
}

/** True for what takes lines of its own: a block scalar, a block list, a block map. */
export function isBlock(node: YamlNode): boolean {
  return node.kind === 'scalar' ? node.style === 'block' : !node.isFlow;
}
