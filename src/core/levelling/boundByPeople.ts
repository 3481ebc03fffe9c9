import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { TaskCalendars } from '../schedule/taskCalendars.ts';
import type { LevelledNodes } from './levelledNodes.ts';

/**
 * When the plan ends at the earliest: not before the schedule in which nobody's time counts, nor
 * before any one person has done all of their work, begun as early as the first of it can be (an
 * energy bound). Elapsed work and work in hours of its own counts for nothing in the second.
 *
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
  schedule: Schedule,
  crowded: ReadonlySet<string>,
): Instant {
  const work = new Map<string, { from: Instant; minutes: number }>();
  nodes.uses.forEach((uses, v) => {
    const id = network.ids[v] ?? '';
    const task = plan.tasks.get(id);
    const dates = schedule.datesOf(id);
    if (!uses || !task || !dates || dates.isElapsed || task.calendar !== undefined) return;
    // Of several people each works in hours of their own, which may be fewer than those of the task.
    if (uses.length > 1) return;
    for (const { person, share } of uses) {
      if (crowded.has(person)) continue;
      const known = work.get(person) ?? { from: Infinity, minutes: 0 };
      const from = Math.min(known.from, dates.start);
      const minutes = known.minutes + (network.duration[v] ?? 0) * share;
      work.set(person, { from, minutes });
    }
  });
  const calendars = new TaskCalendars(plan.project);
  let latest = schedule.finish;
  for (const [person, { from, minutes }] of work) {
    const units = plan.project.people.get(person)?.units ?? 1;
    const calendar = calendars.at(calendars.placeOfPerson(person));
    latest = Math.max(latest, calendar.addWork(from, Math.floor(minutes / units)));
  }
  return latest;
}
