import type { ImportedPlan, ImportedTask } from '../../../../src/core/interchange/importedPlan.ts';
import { importMspdi } from '../../../../src/core/interchange/mspdi/importMspdi.ts';

/** Elements by name and text: `{ UID: 1 }` is `<UID>1</UID>`. */
type Elements = Readonly<Record<string, string | number>>;

export function elements(values: Elements): string {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
}

/** A file of Microsoft Project with a Standard calendar of 8 to 12 and 13 to 17. */
export function mspdiText(body: string, project: Elements = {}): string {
  const head = elements({
    Name: 'Bridge.xml',
    StartDate: '2025-03-03T08:00:00',
    CalendarUID: 1,
    MinutesPerDay: 480,
    MinutesPerWeek: 2400,
    DaysPerMonth: 20,
    ...project,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">${head}${body}</Project>`;
}

/** Of a task; `more` is text that is put after them. */
export type TaskElements = Elements & { readonly more?: string };

/** The tasks of a file, each with the elements that it does not name filled in. */
export function tasksText(...tasks: readonly TaskElements[]): string {
  const texts = tasks.map(({ more = '', ...values }) => {
    const all = { OutlineLevel: 1, Name: `Task ${values['UID'] ?? ''}`, ...values };
    return `<Task>${elements(all)}${more}</Task>`;
  });
  return `<Tasks>${texts.join('')}</Tasks>`;
}

export function linkText(values: Elements): string {
  return `<PredecessorLink>${elements(values)}</PredecessorLink>`;
}

/** The plan of a file that must be readable. */
export function importText(xml: string): ImportedPlan {
  const result = importMspdi(xml, { fileName: 'bridge.xml' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The only task of a file, or the one with this number. */
export function importTask(xml: string, uid?: number): ImportedTask {
  const { tasks } = importText(xml);
  const found = uid === undefined ? tasks[0] : tasks.find(task => task.origin === `mspdi:${uid}`);
  if (!found) throw new Error('There is no such task');
  return found;
}
