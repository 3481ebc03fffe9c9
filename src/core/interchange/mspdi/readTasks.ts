import type { CompiledCalendar } from '../../calendar/compileCalendar.ts';
import type { ImportedTask } from '../importedPlan.ts';
import type { Losses } from './losses.ts';
import type { CalendarHours } from './calendarHours.ts';
import type { CalendarKeys } from './nameCalendars.ts';
import { readOutline, uidsElsewhere, type OutlineTask } from './outline.ts';
import { readAssignments } from './readAssignments.ts';
import { readLinks } from './readLinks.ts';
import type { ImportedPeople } from './readPeople.ts';
import { isScheduledBack, readScale } from './readProject.ts';
import { readSplit } from './readSplit.ts';
import { readTask, readTitle } from './readTask.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** What was read before the tasks. */
export interface Gathered {
  readonly calendars: CalendarKeys;
  readonly hours: CalendarHours;
  readonly people: ImportedPeople;
  readonly losses: Losses;
}

/** Every task, in outline order. */
export function readTasks(root: XmlElement, gathered: Gathered): readonly ImportedTask[] {
  const { calendars, hours, people, losses } = gathered;
  const outline = readOutline(root, losses);
  const assignments = readAssignments(root, people, losses);
  const uids = new Set(outline.map(task => task.uid));
  const elsewhere = uidsElsewhere(root);
  const scale = readScale(root);
  const durationFormat = numberOf(root, 'DurationFormat');
  const isFromFinish = isScheduledBack(root);
  const calendarOf = (task: OutlineTask): CompiledCalendar => {
    const own = textOf(task.element, 'CalendarUID');
    if (isFixedDuration(task)) return hours.of(own);
    const uids = assignments.peopleUids.get(task.uid) ?? [];
    const theirs = uids.map(uid => people.calendarOfUid.get(uid));
    const ignoresPeople = flagOf(task.element, 'IgnoreResourceCalendar');
    return hours.isKnown(own) && ignoresPeople ? hours.of(own) : hours.ofPeople(own, theirs);
  };
  const peopleOf = (task: OutlineTask): readonly string[] => assignments.people.get(task.uid) ?? [];
  const keepsProjectHours = (task: OutlineTask): boolean =>
    isFixedDuration(task) &&
    peopleOf(task).some(text => people.withOwnHours.has(text.split(' ')[0] ?? ''));
  return outline.map(task => ({
    origin: `mspdi:${task.uid}`,
    title: readTitle(task, losses),
    fields: readTask(task, {
      scale,
      durationFormat,
      people: peopleOf(task),
      hours: calendarOf(task),
      calendar:
        readCalendarKey(task.element, calendars, losses) ??
        (keepsProjectHours(task) ? calendars.ofProject : undefined),
      ignoresPeopleHours: isFixedDuration(task) || flagOf(task.element, 'IgnoreResourceCalendar'),
      split: task.isSummary
        ? undefined
        : readSplit(task.element, {
            worked: assignments.worked.get(task.uid) ?? [],
            calendar: calendarOf(task),
            scale,
          }),
      isFromFinish,
      losses,
    }),
    parent: task.parent === undefined ? undefined : `mspdi:${task.parent}`,
    dependsOn: readLinks(task.element, { uids, elsewhere, scale, losses }),
  }));
}

/** [CAL-9] The length of such a task is counted on its own calendar or the project's, whoever does it. */
function isFixedDuration({ element, isSummary }: OutlineTask): boolean {
  return !isSummary && numberOf(element, 'Type') === 1;
}

/** -1 is the number of no calendar. */
function readCalendarKey(
  task: XmlElement,
  calendars: CalendarKeys,
  losses: Losses,
): string | undefined {
  const uid = textOf(task, 'CalendarUID');
  const key = calendars.ofTask(uid);
  if (uid !== undefined && uid !== '-1' && key === undefined) losses.tell('calendarUnknown', task);
  return key;
}
