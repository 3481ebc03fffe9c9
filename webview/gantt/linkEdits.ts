import { dependencyTypes, parseDependency } from '../../src/core/model/dependency.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { textAt } from './columnar.ts';
import type { Edit } from './editIntents.ts';

const mostSuggested = 12;

/** A link as it stands in the fields of a line. */
interface LinkText {
  /** Of the predecessor. */
  readonly id: string;
  readonly type: string;
  readonly lag: string;
}

/** A link with another type or lag; an empty lag takes the old one out. */
export function editLink(successor: string, { id, type, lag }: LinkText): Edit {
  const known = dependencyTypes.find(each => each === type) ?? 'FS';
  const text = lag.trim();
  const signed = text === '' || /^[+-]/.test(text) ? text : `+${text}`;
  if (text !== '' && !parseDependency(`${id} ${known}${signed}`)) {
    return refuse('Write the time between like +2d, -4h, +1ed or +50%, or leave it empty');
  }
  const input = { predecessor: id, successor, type: known, lag: signed };
  return { kind: 'intent', intent: { command: 'linkTasks', input } };
}

export function removeLink(successor: string, predecessor: string): Edit {
  return { kind: 'intent', intent: { command: 'unlinkTasks', input: { predecessor, successor } } };
}

/** A new link to what was typed: an id, a title, or a part of one title alone. */
export function findPredecessor(view: GanttView, text: string, successor: string): Edit {
  const found = findIds(view, text);
  const [predecessor] = found;
  if (predecessor === undefined) return refuse(`No task or milestone is called “${text.trim()}”`);
  if (found.length > 1) {
    return refuse(`“${text.trim()}” could be ${found.slice(0, 3).join(', ')}: write more of it`);
  }
  return { kind: 'intent', intent: { command: 'linkTasks', input: { predecessor, successor } } };
}

/** What could be meant, as `Parser (T-7KQ3)`, the first in the outline first. */
export function suggestPredecessors(
  { rows }: GanttView,
  text: string,
  successor: string,
): readonly string[] {
  const needle = text.trim().toLowerCase();
  const found: string[] = [];
  for (let row = 0; row < rows.count && found.length < mostSuggested; row += 1) {
    const name = nameOf(textAt(rows.title, row), textAt(rows.id, row));
    if (textAt(rows.id, row) !== successor && name.toLowerCase().includes(needle)) found.push(name);
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

function nameOf(title: string, id: string): string {
  return `${title} (${id})`;
}

function refuse(message: string): Edit {
  return { kind: 'refusal', message };
}
