import { dayNumber, type Instant } from '../../src/core/model/instant.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import { computeLoad } from '../../src/core/people/computeLoad.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { computePeopleView } from '../../src/core/views/computePeopleView.ts';
import { computePersonView } from '../../src/core/views/computePersonView.ts';
import type { PeopleView } from '../../src/core/views/peopleView.ts';
import type { PersonView } from '../../src/core/views/personView.ts';
import { buildPeople, buildPlan } from './buildPlan.ts';

const monday = dayNumber(2026, 3, 2);
export const peopleMoment = { revision: 1, today: monday * 1440 };

/** Four people: one with too much to do, one with leave, one who has left, one listed nowhere. */
export function crowdedPlan(): Plan {
  const leave = { title: 'Holiday', shifts: [], fromDay: monday + 7, toDay: monday + 9 };
  const people = buildPeople({
    ada: { name: 'Ada Lovelace', team: 'core', skills: ['yaml'] },
    bob: { name: 'Bob Kahn', team: 'core', skills: ['yaml', 'web'], leave: [leave] },
    dan: { name: 'Dan Miro', isActive: false },
  });
  const tasks = {
    'T-0001': { title: 'Parse', duration: '3d', assignees: ['ada'], status: 'doing' as const },
    'T-0002': { title: 'Print', duration: '2d', assignees: ['ada'], deadline: '2026-03-02' },
    'T-0003': { title: 'Draw', duration: '2d', assignees: ['bob'], dependsOn: ['T-0001'] },
    'T-0004': { title: 'Show', duration: '2d', assignees: ['ada'], dependsOn: ['T-0003'] },
    'T-0005': { title: 'Guide', duration: '1d', assignees: ['dan'] },
    'T-0006': { title: 'Sell', duration: '1d', assignees: ['eve'] },
    'T-0007': { title: 'Nobody yet', duration: '1d' },
  };
  return buildPlan({ project: { people }, tasks });
}

export function peopleView(plan: Plan = crowdedPlan(), revision = 1): PeopleView {
  const load = computeLoad(plan, computeSchedule(plan));
  return computePeopleView(plan, load, { ...peopleMoment, revision });
}

export function personView(
  person: string,
  plan: Plan = crowdedPlan(),
  today: Instant = peopleMoment.today,
): PersonView {
  const schedule = computeSchedule(plan);
  const load = computeLoad(plan, schedule);
  return computePersonView({ plan, schedule, load }, person, { ...peopleMoment, today });
}
