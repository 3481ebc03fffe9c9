import { ok, refused, type Result } from '../../base/result.ts';
import type { DurationScale } from '../../model/duration.ts';
import { formatInstant } from '../../model/instant.ts';
import { createProblem, type Problem } from '../../model/problem.ts';
import type { ImportedPlan, ImportedTask } from '../importedPlan.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import { nameCalendars, type CalendarKeys } from './nameCalendars.ts';
import { readOutline } from './outline.ts';
import { readAssignments } from './readAssignments.ts';
import { readCalendars } from './readCalendars.ts';
import { readLinks } from './readLinks.ts';
import { readPeople, type ImportedPeople } from './readPeople.ts';
import { readTask, readTitle } from './readTask.ts';
import { numberOf, parseXml, textOf, type XmlElement } from './xmlTree.ts';

/** The longest text that is read, in characters. */
export const longestMspdi = 200_000_000;

/** Parts of the file that are large and that nothing here is made of. */
const ignored: ReadonlySet<string> = new Set([
  'OutlineCodes',
  'WBSMasks',
  'ExtendedAttributes',
  'AvailabilityPeriods',
  'Rates',
]);

const namespacePrefix = 'http://schemas.microsoft.com/project';

/**
 * Reads a project that Microsoft Project, or a program that speaks its XML format (MSPDI), saved.
 * What it computed itself (dates, floats, costs) is left behind; what else could not be carried
 * over is told in the plan's problems.
 */
export function importMspdi(
  xml: string,
  options: { readonly fileName: string },
): Result<ImportedPlan, Problem> {
  if (xml.length > longestMspdi) return refuse(options, 'is too large to be imported');
  if (xml.trim() === '') return refuse(options, 'is empty');
  const parsed = parseXml(xml, ignored);
  if (!parsed.ok) return refuse(options, `is not well-formed XML: ${parsed.error}`);
  const { root, namespace } = parsed.value;
  if (root.name !== 'Project' || !(namespace === '' || namespace.startsWith(namespacePrefix))) {
    return refuse(
      options,
      `is not a project of Microsoft Project: its outermost element is ${root.name} and not Project; save the project as XML there`,
    );
  }
  return ok(readProject(root, options.fileName));
}

function refuse(
  { fileName }: { readonly fileName: string },
  reason: string,
): Result<ImportedPlan, Problem> {
  return refused(createProblem('import-invalid', `${fileName} ${reason}`));
}

function readProject(root: XmlElement, fileName: string): ImportedPlan {
  const losses = new Losses();
  const records = readCalendars(root);
  losses.add('calendarCut', records.filter(record => record.isCut).length);
  const projectUid = textOf(root, 'CalendarUID') ?? records[0]?.uid;
  const calendars = nameCalendars(records, projectUid);
  const people = readPeople(root, calendars, losses);
  if (textOf(root, 'ScheduleFromStart') === '0') losses.add('fromFinish');
  const name = projectName(root, fileName);
  return {
    origin: `mspdi:${textOf(root, 'GUID') ?? name}`,
    project: projectFields(root, name, calendars),
    calendars: calendars.fields,
    people: people.fields,
    tasks: readTasks(root, { calendars, people, losses }),
    problems: losses.problems(),
  };
}

/** The title its author gave; otherwise the file name that Project keeps in `Name`, without ending. */
function projectName(root: XmlElement, fileName: string): string {
  const text = textOf(root, 'Title') ?? textOf(root, 'Name') ?? fileName;
  return text.replace(/\.(?:xml|mpp|mpt)$/i, '').replace(/\s+/g, ' ');
}

function projectFields(root: XmlElement, name: string, calendars: CalendarKeys): PlainFields {
  const start = dateOf(root, 'StartDate');
  const statusDate = dateOf(root, 'StatusDate');
  const currency = textOf(root, 'CurrencyCode');
  const scale = readScale(root);
  return withoutGaps({
    name,
    start: start === undefined ? undefined : formatInstant(start),
    statusDate: statusDate === undefined ? undefined : formatInstant(statusDate),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    hoursPerDay: scale.minutesPerDay / 60,
    hoursPerWeek: scale.minutesPerWeek / 60,
    daysPerMonth: scale.daysPerMonth,
    calendar: calendars.ofProject,
  });
}

function readScale(root: XmlElement): DurationScale {
  const positive = (name: string, otherwise: number): number => {
    const value = numberOf(root, name);
    return value !== undefined && value > 0 ? value : otherwise;
  };
  return {
    minutesPerDay: positive('MinutesPerDay', 480),
    minutesPerWeek: positive('MinutesPerWeek', 2400),
    daysPerMonth: positive('DaysPerMonth', 20),
  };
}

interface Gathered {
  readonly calendars: CalendarKeys;
  readonly people: ImportedPeople;
  readonly losses: Losses;
}

function readTasks(root: XmlElement, gathered: Gathered): readonly ImportedTask[] {
  const { calendars, people, losses } = gathered;
  const outline = readOutline(root, losses);
  const assignments = readAssignments(root, people.keyOfUid);
  const uids = new Set(outline.map(task => task.uid));
  const scale = readScale(root);
  const durationFormat = numberOf(root, 'DurationFormat');
  losses.add('split', outline.filter(task => assignments.split.has(task.uid)).length);
  return outline.map(task => ({
    origin: `mspdi:${task.uid}`,
    title: readTitle(task, losses),
    fields: readTask(task, {
      scale,
      durationFormat,
      people: assignments.people.get(task.uid) ?? [],
      calendar: calendars.ofTask(textOf(task.element, 'CalendarUID')),
      losses,
    }),
    parent: task.parent === undefined ? undefined : `mspdi:${task.parent}`,
    dependsOn: readLinks(task.element, { uids, scale, losses }),
  }));
}
