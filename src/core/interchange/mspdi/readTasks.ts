import type { ImportedTask } from '../importedPlan.ts';
import type { Losses } from './losses.ts';
import type { CalendarKeys } from './nameCalendars.ts';
import { readOutline } from './outline.ts';
import { readAssignments } from './readAssignments.ts';
import { readLinks } from './readLinks.ts';
import type { ImportedPeople } from './readPeople.ts';
import { readScale } from './readProject.ts';
import { readTask, readTitle } from './readTask.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** What was read before the tasks. */
export interface Gathered {
  readonly calendars: CalendarKeys;
  readonly people: ImportedPeople;
  readonly losses: Losses;
}

/** Every task, in outline order. */
export function readTasks(root: XmlElement, gathered: Gathered): readonly ImportedTask[] {
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
