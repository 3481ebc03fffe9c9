import { parseDays } from '../model/weekdays.ts';
import type { ProblemSink } from './problemSink.ts';
import { readShifts } from './readCalendarText.ts';
import { quoted } from './reading.ts';
import type { FieldSpec } from './valueSpec.ts';
import { entryOf, isNull, type YamlEntry, type YamlMap, type YamlNode } from './yamlNode.ts';

const form = '`hours: { mon-fri: 09:00-13:00 14:00-18:00 }`';

/**
 * Reports calendars without hours that hold something that Gantry does not know: most often it was
 * meant for the hours, and others hold in silence.
 */
export function checkCalendarHours(
  map: YamlMap,
  fields: readonly FieldSpec[],
  sink: ProblemSink,
): void {
  const calendars = entryOf(map, 'calendars')?.value;
  for (const { key, value } of calendars?.kind === 'map' ? calendars.entries : []) {
    if (value.kind !== 'map' || isGiven(value, 'hours')) continue;
    const hasBase = isGiven(value, 'base');
    const unknown = value.entries.filter(entry => fields.every(field => field.key !== entry.key));
    const meant = unknown.find(isHours) ?? (hasBase ? undefined : unknown[0]);
    if (!meant) continue;
    const holding = hasBase ? 'those of its base' : 'the standard hours';
    const message = `The calendar ${quoted(key)} has no \`hours\`, so ${holding} are used; write them as ${form} in the place of ${quoted(meant.key)}`;
    const at = { start: meant.keyStart, end: meant.keyEnd };
    sink.add('field-missing', message, at, ['calendars', key, meant.key]);
  }
}

function isGiven(map: YamlMap, key: string): boolean {
  const entry = entryOf(map, key);
  return entry !== undefined && !isNull(entry.value);
}

/** True for days that stand beside `hours`, and for hours under another name. */
function isHours({ key, value }: YamlEntry): boolean {
  return parseDays(key) !== undefined || isShifts(value) || isWeek(value);
}

function isShifts(node: YamlNode): boolean {
  return node.kind === 'scalar' && readShifts(node.text).ok;
}

function isWeek(node: YamlNode): boolean {
  return node.kind === 'map' && node.entries.some(({ key }) => parseDays(key) !== undefined);
}
