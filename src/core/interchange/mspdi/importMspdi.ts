import { ok, refused, type Result } from '../../base/result.ts';
import { createProblem, type Problem } from '../../model/problem.ts';
import type { ImportedPlan } from '../importedPlan.ts';
import { CalendarHours } from './calendarHours.ts';
import { Losses } from './losses.ts';
import { nameCalendars } from './nameCalendars.ts';
import { projectCalendarUid, readCalendars } from './readCalendars.ts';
import { readBaselines } from './readBaselines.ts';
import { readPeople } from './readPeople.ts';
import { countProjectLosses, projectFields, projectName } from './readProject.ts';
import { readTasks } from './readTasks.ts';
import { parseXml, textOf, type XmlElement } from './xmlTree.ts';

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
  const isKnown = namespace === '' || namespace.startsWith(namespacePrefix);
  if (root.name !== 'Project' || !isKnown) {
    const found =
      root.name === 'Project'
        ? `its namespace is ${namespace} and not ${namespacePrefix}`
        : `its outermost element is ${root.name} and not Project`;
    return refuse(
      options,
      `is not a project of Microsoft Project: ${found}; save the project as XML there`,
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
  countProjectLosses(root, losses);
  const records = readCalendars(root);
  const projectUid = projectCalendarUid(root, records);
  const hours = new CalendarHours(records, projectUid);
  for (const { name, uid, unread } of records) {
    if (hours.isEmpty(uid)) losses.tellOf('calendarEmpty', name ?? uid);
    for (const day of unread) losses.tellOf('exceptionUnread', `${name ?? uid} from ${day} on`);
  }
  const calendars = nameCalendars(records, projectUid);
  const people = readPeople(root, calendars, losses);
  const name = projectName(root, fileName);
  const guid = textOf(root, 'GUID');
  const tasks = readTasks(root, { calendars, hours, people, losses });
  const carried = new Set(tasks.map(({ origin }) => origin));
  return {
    origin: `mspdi:${guid ?? name}`,
    isIdentified: guid !== undefined,
    project: projectFields(root, name, calendars),
    calendars: calendars.fields,
    people: people.fields,
    tasks,
    baselines: readBaselines(root, carried),
    problems: losses.problems(),
  };
}
