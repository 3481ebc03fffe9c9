import { dayOf, formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import { hasEnded, type Milestone } from '../model/milestone.ts';
import type { CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';

/** To move a milestone is to promise another day. */
export function moveMilestone(milestone: Milestone, to: Instant | undefined): CommandResult {
  if (to === undefined) {
    return refuse(`${nameOf(milestone)} is a milestone and has no length`, [milestone.id]);
  }
  if (hasEnded(milestone)) {
    const state = milestone.reached ? 'reached' : 'dropped';
    return refuse(`${nameOf(milestone)} is ${state}; reopen it to move it`, [milestone.id]);
  }
  // Midnight at the end of a day is still that day's.
  const day = formatDay(dayOf(to % minutesPerDay === 0 ? to : to - 1) * minutesPerDay);
  return planChanges(`Promise "${milestone.title}" for ${day}`, milestone.id, [
    setField(milestone.id, ['due'], day),
  ]);
}
