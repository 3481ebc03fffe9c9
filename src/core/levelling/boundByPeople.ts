import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { TaskCalendars } from '../schedule/taskCalendars.ts';
import type { LevelledNodes } from './levelledNodes.ts';

/**
 * When the plan ends at the earliest: not before the schedule in which nobody's time counts, nor
 * before any one person has done all of their work, begun as early as the first of it can be (an
 * energy bound). Elapsed work and work in hours of its own counts for nothing in the second. Of work
 * that several people do a person does all that the others cannot do without them.
 *
 * @param latest the end of a schedule that was found: none that is better ends later
 * @param crowded people who have too much to do in work that stands: no bound of time holds for them
 */
export function boundByPeople(
  {
    plan,
    network,
    nodes,
  }: {
    readonly plan: Plan;
    readonly network: Network;
    readonly nodes: LevelledNodes;
  },
  { schedule, latest }: { readonly schedule: Schedule; readonly latest: Instant },
  crowded: ReadonlySet<string>,
): Instant {
  const calendars = new TaskCalendars(plan.project);
  const hoursOf = (person: string): CompiledCalendar =>
    calendars.at(calendars.placeOfPerson(person));
  // Somebody is there from its start to its end; only in hours that are not theirs it goes on without.
  const missedBy = (person: string, v: number, [from, to]: readonly [Instant, Instant]): number => {
    const calendar = network.calendars[network.calendarOf[v] ?? 0];
    if (!calendar) return Infinity;
    const all = (calendar.unweighed ?? calendar).workBetween(from, to);
    return Math.max(0, all - hoursOf(person).workBetween(from, to));
  };
  const work = new Map<string, { from: Instant; minutes: number }>();
  nodes.uses.forEach((uses, v) => {
    const id = network.ids[v] ?? '';
    const task = plan.tasks.get(id);
    const dates = schedule.datesOf(id);
    if (!uses || !task || !dates || dates.isElapsed || task.calendar !== undefined) return;
    for (const { person, share } of uses) {
      if (crowded.has(person)) continue;
      const known = work.get(person) ?? { from: Infinity, minutes: 0 };
      const from = Math.min(known.from, dates.start);
      const missed = uses.length === 1 ? 0 : missedBy(person, v, [dates.start, latest]);
      const minutes = known.minutes + Math.max(0, (network.duration[v] ?? 0) - missed) * share;
      work.set(person, { from, minutes });
    }
  });
  let earliest = schedule.finish;
  for (const [person, { from, minutes }] of work) {
    const units = plan.project.people.get(person)?.units ?? 1;
    const end = hoursOf(person).addWork(from, Math.floor(minutes / units));
    earliest = Math.max(earliest, end);
  }
  return earliest;
}
