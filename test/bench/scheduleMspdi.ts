import { importMspdi } from '../../src/core/interchange/mspdi/importMspdi.ts';
import { parseMspdiDate } from '../../src/core/interchange/mspdi/mspdiDate.ts';
import {
  listOf,
  numberOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../../src/core/interchange/mspdi/xmlTree.ts';
import { planImport } from '../../src/core/interchange/planImport.ts';
import { formatInstant } from '../../src/core/model/instant.ts';
import { emptyPlan } from '../../src/core/model/plan.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import type { ItemDates } from '../../src/core/schedule/schedule.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { memoryFiles } from '../support/memoryFiles.ts';
import { seededRandom } from '../support/seededRandom.ts';

export interface Difference {
  readonly uid: string;
  readonly title: string;
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Comparison {
  readonly tasks: number;
  readonly differences: readonly Difference[];
  readonly problems: readonly string[];
}

type Read = (element: XmlElement) => string | undefined;

/** What is compared: how it is called, how the file says it, and how the schedule does. */
const fields: readonly [name: string, expected: Read, actual: (dates: ItemDates) => string][] = [
  ['start', dateText('Start'), dates => formatInstant(dates.start)],
  ['finish', dateText('Finish'), dates => formatInstant(dates.finish)],
  ['earlyStart', dateText('EarlyStart'), dates => formatInstant(dates.earlyStart)],
  ['earlyFinish', dateText('EarlyFinish'), dates => formatInstant(dates.earlyFinish)],
  ['lateStart', dateText('LateStart'), dates => formatInstant(dates.lateStart)],
  ['lateFinish', dateText('LateFinish'), dates => formatInstant(dates.lateFinish)],
  ['totalFloat', minutesText('TotalSlack'), dates => String(dates.totalFloat)],
  ['freeFloat', minutesText('FreeSlack'), dates => String(dates.freeFloat)],
  ['critical', element => textOf(element, 'Critical'), dates => (dates.isCritical ? '1' : '0')],
];

function dateText(name: string): Read {
  return element => {
    const at = parseMspdiDate(textOf(element, name) ?? '');
    return at === undefined ? undefined : formatInstant(at);
  };
}

/** The file counts tenths of a minute. */
function minutesText(name: string): Read {
  return element => {
    const tenths = numberOf(element, name);
    return tenths === undefined ? undefined : String(Math.round(tenths / 10));
  };
}

/** Imports, writes, reads and schedules a project as a user would, and compares task by task. */
export async function scheduleMspdi(xml: string, name: string): Promise<Comparison> {
  const imported = importMspdi(xml, { fileName: name });
  if (!imported.ok) throw new Error(imported.error.message);
  const target = { plan: emptyPlan, takenIds: new Set<string>(), random: seededRandom(20261122) };
  const outcome = planImport(imported.value, target);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const store = await ProjectStore.open(
    memoryFiles({ 'project.yaml': 'version: 1\nname: Conformance\n' }),
  );
  const applied = await store.apply(outcome.value.changes, 'Import');
  if (!applied.ok) throw new Error(applied.error.message);
  const { plan } = applied.value;
  const schedule = computeSchedule(plan);
  const ids = new Map([...plan.tasks.values()].map(task => [task.origin, task.id]));
  const document = parseXml(xml, new Set());
  if (!document.ok) throw new Error(document.error);
  const elements = listOf(document.value.root, 'Tasks', 'Task').filter(element =>
    ids.has(`mspdi:${textOf(element, 'UID') ?? ''}`),
  );
  const given = fields.filter(([field, expected]) => isGiven(field, elements.map(expected)));
  const differences = elements.flatMap(element => {
    const uid = textOf(element, 'UID') ?? '';
    const dates = schedule.datesOf(ids.get(`mspdi:${uid}`) ?? '');
    const title = textOf(element, 'Name') ?? '';
    return given.flatMap(([field, read, write]): Difference[] => {
      const expected = read(element);
      const actual = dates ? write(dates) : 'not placed';
      return expected === undefined || expected === actual
        ? []
        : [{ uid, title, field, expected, actual }];
    });
  });
  const problems = [...applied.value.problems, ...schedule.problems, ...outcome.value.problems];
  return {
    tasks: elements.length,
    differences,
    problems: problems.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** Older files write floats as zero for every task, which says nothing. */
function isGiven(field: string, values: readonly (string | undefined)[]): boolean {
  if (field !== 'totalFloat' && field !== 'freeFloat') return true;
  return values.some(value => value !== undefined && value !== '0');
}
