import { newItemText } from '../format/newItemText.ts';
import type { PlainValue } from '../model/change.ts';
import { newId, pathOfId } from '../model/ids.ts';
import { formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import { exampleItems } from './exampleItems.ts';
import { projectPath } from './planPath.ts';
import { projectTemplate } from './projectTemplate.ts';

/** A file to be made, relative to the plan folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

const people = `# Who works on it. Items name people by these keys.
people:
  ada:
    name: Ada Lovelace
  grace:
    name: Grace Hopper
    units: 50%
`;

/** A small plan that shows what there is. It begins on `monday`. */
export function examplePlan(input: {
  readonly name: string | undefined;
  readonly monday: Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}): readonly NewFile[] {
  const ids = new Map<string, string>();
  for (const { key, kind } of exampleItems) {
    ids.set(key, newId(kind, new Set(ids.values()), input.random));
  }
  const dayText = (days: number): string => formatDay(input.monday + days * minutesPerDay);
  const fill = (text: string): string =>
    text
      .replace(/^\+(\d+)$/, (_whole, days: string) => dayText(Number(days)))
      .replace(/^@(\w+)/, (_whole, key: string) => ids.get(key) ?? key);
  const start = dayText(0);
  return [
    { path: projectPath, text: projectTemplate({ name: input.name ?? 'Web shop', start, people }) },
    ...exampleItems.map(({ key, kind, fields }) => ({
      path: pathOfId(ids.get(key) ?? '') ?? key,
      text: newItemText(kind, fillFields(fields, fill)),
    })),
  ];
}

function fillFields(
  fields: Readonly<Record<string, PlainValue>>,
  fill: (text: string) => string,
): Readonly<Record<string, PlainValue>> {
  const entries = Object.entries(fields);
  return Object.fromEntries(entries.map(([name, value]) => [name, fillValue(value, fill)]));
}

function fillValue(value: PlainValue, fill: (text: string) => string): PlainValue {
  if (typeof value === 'string') return fill(value);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(entry => fillValue(entry, fill)) : fillFields(value, fill);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
