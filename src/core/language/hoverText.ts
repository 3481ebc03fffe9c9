import { fieldAt } from '../format/fieldAt.ts';
import { fieldSpecAt, valueSpecOf, type FileKind } from '../format/fields.ts';
import { isId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { TextPosition, TextRange } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { describeItem } from './itemCard.ts';

/** What a hover says: a heading and lines of plain text, for the text in `range`. */
export interface HoverText {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly range: TextRange;
  /** The item that an id under the pointer names. */
  readonly id: string | undefined;
}

export interface HoverContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly kind: FileKind;
}

/** Explains the id or the field at a place of a plan file; undefined where there is neither. */
export function hoverText(
  ctx: HoverContext,
  text: string,
  position: TextPosition,
): HoverText | undefined {
  return hoverId(ctx, text, position) ?? hoverField(ctx, text, position);
}

function hoverId(ctx: HoverContext, text: string, position: TextPosition): HoverText | undefined {
  const found = idAt(text, position);
  const card = found && describeItem(ctx.plan, ctx.schedule, found.id);
  if (!card) return undefined;
  return {
    heading: `${card.id} ${card.title}`,
    lines: card.lines,
    range: found.range,
    id: card.id,
  };
}

function hoverField(
  ctx: HoverContext,
  text: string,
  position: TextPosition,
): HoverText | undefined {
  const place = fieldAt(text, position);
  if (!place?.isKey) return undefined;
  const spec = fieldSpecAt(ctx.kind, place.path);
  if (!spec || !('value' in spec)) return undefined;
  const value = valueSpecOf(spec);
  const element = value.kind === 'list' ? value.of : value;
  const choices = element.kind === 'choice' ? [`One of ${element.values.join(', ')}`] : [];
  const example = spec.example === undefined ? [] : [`For example ${spec.example}`];
  return {
    heading: spec.key,
    lines: [spec.description, ...choices, ...example],
    range: place.range,
    id: undefined,
  };
}

/** The id that stands at a place, in any text. */
export function idAt(
  text: string,
  position: TextPosition,
): { readonly id: string; readonly range: TextRange } | undefined {
  const line = text.split('\n')[position.line] ?? '';
  for (const match of line.matchAll(/[A-Za-z]-[0-9A-Za-z]{4,12}/g)) {
    const from = match.index;
    const to = from + match[0].length;
    const id = match[0].toUpperCase();
    if (position.character < from || position.character > to || !isId(id)) continue;
    return {
      id,
      range: {
        start: { line: position.line, character: from },
        end: { line: position.line, character: to },
      },
    };
  }
  return undefined;
}
