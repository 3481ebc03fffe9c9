import type { CalendarRules, Project } from '../model/project.ts';
import type { FieldPath } from '../model/problem.ts';
import type { ProblemSink } from './problemSink.ts';
import { entryOf, type Span, type YamlEntry, type YamlMap, type YamlNode } from './yamlNode.ts';

/** Reports calendars that are named and not defined, that rest on themselves, or have no working time. */
export function checkCalendars(project: Project, map: YamlMap, sink: ProblemSink): void {
  const report = new CalendarReport(map, sink);
  report.unknown(project, project.calendar, ['calendar']);
  for (const rules of project.calendars.values()) {
    const path = ['calendars', rules.key];
    if (rules.base !== undefined) report.unknown(project, rules.base, [...path, 'base']);
    if (restsOnItself(project, rules)) report.circle(rules, [...path, 'base']);
    else if (isFirstEmpty(project, rules)) report.empty(rules, path);
  }
  for (const person of project.people.values()) {
    if (person.calendar === undefined) continue;
    report.unknown(project, person.calendar, ['people', person.key, 'calendar']);
  }
}

class CalendarReport {
  readonly #map: YamlMap;
  readonly #sink: ProblemSink;

  constructor(map: YamlMap, sink: ProblemSink) {
    this.#map = map;
    this.#sink = sink;
  }

  unknown(project: Project, key: string, path: FieldPath): void {
    if (project.calendars.has(key)) return;
    const known = [...project.calendars.keys()].slice(0, 10).join(', ');
    const message = `The calendar \`${key}\` is not defined; the project has ${known}`;
    this.#sink.add('calendar-unknown', message, this.#placeOf(path), path);
  }

  circle(rules: CalendarRules, path: FieldPath): void {
    const message = `The calendar \`${rules.key}\` rests on itself; give it another base`;
    this.#sink.add('calendar-unknown', message, this.#placeOf(path), path);
  }

  empty(rules: CalendarRules, path: FieldPath): void {
    const message = `The calendar \`${rules.key}\` has no working time in its week, so the standard hours are used; give it hours`;
    this.#sink.add('calendar-empty', message, this.#placeOf(path), path);
  }

  /** The value at the path, or the key where the value is a map. */
  #placeOf(path: FieldPath): Span {
    let node: YamlNode = this.#map;
    let place: Span = { start: node.start, end: node.entries[0]?.keyEnd ?? node.start };
    for (const step of path) {
      const entry: YamlEntry | undefined =
        node.kind === 'map' ? entryOf(node, String(step)) : undefined;
      if (!entry) return place;
      node = entry.value;
      place = node.kind === 'scalar' ? node : { start: entry.keyStart, end: entry.keyEnd };
    }
    return place;
  }
}

function restsOnItself(project: Project, rules: CalendarRules): boolean {
  const seen = new Set([rules.key]);
  for (let base = rules.base; base !== undefined; base = project.calendars.get(base)?.base) {
    if (base === rules.key) return true;
    if (seen.has(base)) return false;
    seen.add(base);
  }
  return false;
}

/** True for an empty calendar whose base is not to blame for it. */
function isFirstEmpty(project: Project, rules: CalendarRules): boolean {
  if (hasWorkingTime(project, rules)) return false;
  const base = rules.base === undefined ? undefined : project.calendars.get(rules.base);
  return base === undefined || hasWorkingTime(project, base);
}

/** False when no weekday has hours in the calendar or in what it rests on. */
function hasWorkingTime(project: Project, rules: CalendarRules): boolean {
  return rules.week.some((_, day) => {
    const seen = new Set<string>();
    let from: CalendarRules | undefined = rules;
    while (from && !seen.has(from.key)) {
      seen.add(from.key);
      const shifts: CalendarRules['week'][number] = from.week[day];
      if (shifts !== undefined) return shifts.length > 0;
      // Of an unknown base nothing is known; that it is unknown is said elsewhere.
      if (from.base !== undefined && !project.calendars.has(from.base)) return true;
      from = from.base === undefined ? undefined : project.calendars.get(from.base);
    }
    return false;
  });
}
