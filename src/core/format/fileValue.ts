import type { Baseline } from '../model/baseline.ts';
import type { Item } from '../model/plan.ts';
import { formatVersion, type Project } from '../model/project.ts';
import { baselineFields } from './baselineFields.ts';
import { checkCalendarHours } from './checkCalendarHours.ts';
import { checkCalendars } from './checkCalendars.ts';
import { checkRepetitions } from './checkRepetitions.ts';
import { checkViews } from './checkViews.ts';
import { fieldTables, type FileKind } from './fields.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { readItem } from './itemValue.ts';
import type { ProblemSink } from './problemSink.ts';
import { calendarValue, projectFields } from './projectFields.ts';
import { baselineValue, projectValue } from './projectValue.ts';
import { readFields } from './readValue.ts';
import { entryOf, isNull, type YamlMap } from './yamlNode.ts';

/** What any file of the plan folder is read into. */
export type FileValue = Item | Project | Baseline;

/** Reads the value of a file from its map; what is missing or wrong takes its default. */
export function readFileValue(
  { kind, id }: FileIdentity,
  map: YamlMap,
  sink: ProblemSink,
): FileValue {
  reportMissing(kind, map, sink);
  if (kind === 'project') {
    const project = projectValue(readFields(projectFields, map, sink));
    checkCalendars(project, map, sink);
    checkCalendarHours(map, calendarValue.fields, sink);
    checkRepetitions(map, sink);
    checkViews(map, sink);
    return project;
  }
  if (kind === 'baseline') return baselineValue(id, readFields(baselineFields, map, sink));
  return readItem(kind, id, map, sink);
}

function reportMissing(kind: FileKind, map: YamlMap, sink: ProblemSink): void {
  for (const { key, isRequired } of fieldTables[kind]) {
    if (isRequired !== true) continue;
    const entry = entryOf(map, key);
    const isBlank = entry?.value.kind === 'scalar' && entry.value.text.trim() === '';
    if (entry && !isNull(entry.value) && !isBlank) continue;
    const at = entry
      ? { start: entry.keyStart, end: entry.keyEnd }
      : { start: map.start, end: map.entries[0]?.keyEnd ?? map.start };
    sink.add('field-missing', `The ${kind} has no \`${key}\`; add one`, at, [key]);
  }
}

/** Reports a project of a format that this code does not write, and answers whether it is one. */
export function reportNewer(map: YamlMap, sink: ProblemSink): boolean {
  const entry = entryOf(map, 'version');
  if (entry?.value.kind !== 'scalar' || typeof entry.value.value !== 'number') return false;
  const version = entry.value.value;
  if (version <= formatVersion) return false;
  const message = `The plan is of format version ${version}, and this Gantry writes ${formatVersion}; update Gantry to change it`;
  sink.add('file-newer', message, entry.value, ['version']);
  return true;
}
