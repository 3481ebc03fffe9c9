import type { FieldPath } from '../model/problem.ts';
import { parsePlanDate } from '../model/instant.ts';
import { parseRepetition } from '../model/repetition.ts';
import type { ProblemSink } from './problemSink.ts';
import { entryOf, isNull, type YamlEntry, type YamlMap, type YamlNode } from './yamlNode.ts';

const places = [
  ['calendars', 'exceptions'],
  ['people', 'leave'],
] as const;
const bounds = ['from', 'until', 'times'] as const;

/** Reports exceptions and days of leave whose fields do not go together. */
export function checkRepetitions(map: YamlMap, sink: ProblemSink): void {
  for (const [table, list] of places) {
    for (const { key, value } of entriesOf(entryOf(map, table)?.value)) {
      const node = value.kind === 'map' ? entryOf(value, list)?.value : undefined;
      const items = node?.kind === 'list' ? node.items : node ? [node] : [];
      items.forEach((item, i) => {
        const path = [table, key, list, ...(node?.kind === 'list' ? [i] : [])];
        if (item.kind === 'map') checkOne(item, path, sink);
      });
    }
  }
}

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function checkOne(map: YamlMap, path: FieldPath, sink: ProblemSink): void {
  const every = givenIn(map, 'every');
  const given = bounds.flatMap(key => givenIn(map, key) ?? []);
  const report = (entry: YamlEntry, message: string, field: string): void => {
    sink.add('field-value', message, { start: entry.keyStart, end: entry.keyEnd }, [
      ...path,
      field,
    ]);
  };
  if (!every) {
    for (const entry of given) {
      const message = `\`${entry.key}\` bounds days that repeat, and there is no \`every\`; write a range as \`on: 2026-12-24..2027-01-01\``;
      report(entry, message, entry.key);
    }
    return;
  }
  const [from, until] = [givenIn(map, 'from'), givenIn(map, 'until')];
  if (!from && (isStepped(every) || givenIn(map, 'times'))) {
    const message = 'Where days are counted, a field `from` must say from which day on; add it';
    report(every, message, 'every');
  }
  const [first, last] = [dateOf(from), dateOf(until)];
  if (until && first !== undefined && last !== undefined && last < first) {
    report(until, 'The days end before they begin; let `until` be no earlier than `from`', 'until');
  }
}

function givenIn(map: YamlMap, key: string): YamlEntry | undefined {
  const entry = entryOf(map, key);
  return entry && !isNull(entry.value) ? entry : undefined;
}

/** True for every second week, and for other steps that need a beginning. */
function isStepped({ value }: YamlEntry): boolean {
  const pattern = value.kind === 'scalar' ? parseRepetition(value.text) : undefined;
  return pattern !== undefined && pattern.kind !== 'yearly' && pattern.every > 1;
}

function dateOf(entry: YamlEntry | undefined): number | undefined {
  return entry?.value.kind === 'scalar' ? parsePlanDate(entry.value.text.trim())?.at : undefined;
}
