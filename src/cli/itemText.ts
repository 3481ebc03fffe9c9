import { plainItem } from '../core/interchange/plainItem.ts';
import type { PlainValue } from '../core/model/change.ts';
import { isId } from '../core/model/ids.ts';
import { formatInstant } from '../core/model/instant.ts';
import { itemOf, type Item, type Plan } from '../core/model/plan.ts';
import { isPlainList, isPlainMap } from '../core/format/plainValue.ts';
import type { ItemDates } from '../core/schedule/schedule.ts';
import { workText } from './dateText.ts';
import { manyLines, oneLine, widthOf, type Paint } from './terminalText.ts';

export interface ShownItem {
  readonly item: Item;
  readonly dates: ItemDates | undefined;
  /** Ids of the items that name it. */
  readonly namedBy: readonly string[];
  /** Relative to the workspace folder. */
  readonly file: string;
  readonly plan: Plan;
}

type Line = readonly [label: string, text: string];

/** One item for people: title, file, dates, then its fields as they stand. */
export function itemText(shown: ShownItem, paint: Paint): string {
  const { item, dates, namedBy, file, plan } = shown;
  const lines: Line[] = [
    ['file', file],
    ...(dates ? dateLines(dates, plan) : []),
    ...Object.entries(plainItem(item))
      .filter(([key]) => key !== 'title')
      .map(([key, value]): Line => [key, valueText(value, plan)]),
    ...(namedBy.length === 0
      ? []
      : [['named by', namedBy.map(id => withTitle(id, plan)).join('\n')] as const]),
  ];
  const width = Math.max(...lines.map(([label]) => widthOf(label)));
  const body = lines.map(([label, text]) => {
    const indent = ' '.repeat(width + 2);
    const [first = '', ...more] = manyLines(text).split('\n');
    const rest = more.map(line => `\n${indent}${line}`).join('');
    return `${paint.dim(label.padEnd(width))}  ${first}${rest}\n`;
  });
  return `${paint.bold(`${item.id}  ${oneLine(item.title)}`)}\n${body.join('')}`;
}

function dateLines(dates: ItemDates, plan: Plan): readonly Line[] {
  const float = workText(dates.totalFloat, plan.project.durationScale);
  return [
    ['dates', `${spaced(dates.start)} to ${spaced(dates.finish)}`],
    ['float', dates.isCritical ? `${float}, critical` : float],
  ];
}

function spaced(at: number): string {
  return formatInstant(at).replace('T', ' ');
}

/** Lists one entry a line, maps as `key: value` lines, ids with the title of what they name. */
function valueText(value: PlainValue, plan: Plan): string {
  if (isPlainList(value)) {
    return value.map(entry => valueText(entry, plan).replace(/\n/g, '\n  ')).join('\n');
  }
  if (isPlainMap(value)) {
    return Object.entries(value)
      .map(([key, inner]) => entryText(key, valueText(inner, plan)))
      .join('\n');
  }
  return typeof value === 'string' ? withTitle(value.trimEnd(), plan) : String(value);
}

function entryText(key: string, text: string): string {
  return text.includes('\n') ? `${key}:\n  ${text.replace(/\n/g, '\n  ')}` : `${key}: ${text}`;
}

/** `T-7KQ3 SS+2d (Parser)` */
function withTitle(text: string, plan: Plan): string {
  const [word = ''] = text.split(' ');
  const item = isId(word) ? itemOf(plan, word) : undefined;
  return item ? `${text} (${item.title})` : text;
}
