import { dependencyTypes, parseDependency } from '../../src/core/model/dependency.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { textAt } from './columnar.ts';
import type { Edit } from './editIntents.ts';
import type { LinkPair } from './linkChoice.ts';

const mostSuggested = 12;

/** A type and a lag as they stand in the fields of a line. */
interface LinkText {
  readonly type: string;
  readonly lag: string;
}

/** Which end of a link a field names. */
export type LinkSide = keyof LinkPair;

/** A link with another type or lag; an empty lag takes the old one out. */
export function editLink({ predecessor, successor }: LinkPair, { type, lag }: LinkText): Edit {
  const known = dependencyTypes.find(each => each === type) ?? 'FS';
  const text = lag.trim();
  const signed = text === '' || /^[+-]/.test(text) ? text : `+${text}`;
  if (text !== '' && !parseDependency(`${predecessor} ${known}${signed}`)) {
    return refuse('Write the time between like +2d, -4h, +1ed or +50%, or leave it empty');
  }
  const input = { predecessor, successor, type: known, lag: signed };
  return { kind: 'intent', intent: { command: 'linkTasks', input } };
}

export function removeLink({ predecessor, successor }: LinkPair): Edit {
  return { kind: 'intent', intent: { command: 'unlinkTasks', input: { predecessor, successor } } };
}

/** The link with what was typed at one of its ends; undefined where that is there already. */
export function leadLink(view: GanttView, text: string, link: LinkPair & { side: LinkSide }): Edit {
  const { predecessor, successor, side } = link;
  const found = findItem(view, text);
  if (found.kind === 'refusal') return found;
  if (found.id === link[side]) return undefined;
  const to = side === 'predecessor' ? { toPredecessor: found.id } : { toSuccessor: found.id };
  const input = { predecessor, successor, ...to };
  return { kind: 'intent', intent: { command: 'relinkTasks', input } };
}

/** A new link of a task to what was typed: an id, a title, or a part of one title alone. */
export function addLink(
  view: GanttView,
  text: string,
  { id, side }: { readonly id: string; readonly side: LinkSide },
): Edit {
  const found = findItem(view, text);
  if (found.kind === 'refusal') return found;
  const input =
    side === 'predecessor'
      ? { predecessor: found.id, successor: id }
      : { predecessor: id, successor: found.id };
  return { kind: 'intent', intent: { command: 'linkTasks', input } };
}

function findItem(
  view: GanttView,
  text: string,
): { readonly kind: 'item'; readonly id: string } | (Edit & { readonly kind: 'refusal' }) {
  const found = findIds(view, text);
  const [id] = found;
  if (id === undefined) return refuse(`No task or milestone is called “${text.trim()}”`);
  if (found.length > 1) {
    return refuse(`“${text.trim()}” could be ${found.slice(0, 3).join(', ')}: write more of it`);
  }
  return { kind: 'item', id };
}

/** What could be meant, as `Parser (T-7KQ3)`, the first in the outline first. */
export function suggestItems(
  { rows }: GanttView,
  text: string,
  { id: own, side }: { readonly id: string; readonly side: LinkSide },
): readonly string[] {
  const needle = text.trim().toLowerCase();
  const found: string[] = [];
  for (let row = 0; row < rows.count && found.length < mostSuggested; row += 1) {
    const name = nameOf(textAt(rows.title, row), textAt(rows.id, row));
    const id = textAt(rows.id, row);
    const canBe = id !== own && (side === 'predecessor' || id.startsWith('T-'));
    if (canBe && name.toLowerCase().includes(needle)) found.push(name);
  }
  return found;
}

function findIds({ rows }: GanttView, text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const parts: string[] = [];
  const titles: string[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const id = textAt(rows.id, row);
    const title = textAt(rows.title, row);
    const whole = nameOf(title, id).toLowerCase();
    if (wanted === id.toLowerCase() || wanted === whole) return [id];
    if (wanted === title.toLowerCase()) titles.push(id);
    else if (whole.includes(wanted)) parts.push(id);
  }
  return titles.length > 0 ? titles : parts;
}

/** `Parser (T-7KQ3)` */
export function nameOf(title: string, id: string): string {
  return `${title} (${id})`;
}

function refuse(message: string): { readonly kind: 'refusal'; readonly message: string } {
  return { kind: 'refusal', message };
}
