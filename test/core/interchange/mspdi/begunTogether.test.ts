import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportLosses } from '../../../../src/core/interchange/mspdi/exportLosses.ts';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import type { ItemDates } from '../../../../src/core/schedule/schedule.ts';
import { snapshotOf } from '../planOf.ts';
import { importedStore } from './roundTrip.ts';

function datesOf(plan: Plan): readonly (ItemDates | undefined)[] {
  const schedule = computeSchedule(plan);
  return [...plan.tasks.values()].map(({ id }) => schedule.datesOf(id));
}

const head = 'version: 1\nname: Own\nstart: 2026-03-02\nstatusDate: 2026-03-06\n';

const teams = {
  'one works at night': `calendars:
  n: { hours: { mon-sun: off, mon-thu: "22:00-06:00" } }
people:
  ada: { name: Ada, calendar: n }
  bob: { name: Bob }
`,
  'one is away': `calendars:
  l: { hours: { mon-fri: "10:00-20:00" } }
people:
  ada: { name: Ada, calendar: l }
  bob: { name: Bob, leave: [{ on: 2026-03-05 }] }
`,
};

for (const [name, people] of Object.entries(teams)) {
  test(`begun work of two goes on at the same moment in the file, where ${name}`, async () => {
    const { plan } = await snapshotOf({
      'project.yaml': head + people,
      'tasks/T-AAAA.yaml':
        'title: A\nstatus: doing\nduration: 5d\nstarted: 2026-03-03\nprogress: 40%\nassignees: [ada, bob]\n',
    });
    const schedule = computeSchedule(plan);
    const { snapshot } = await importedStore(exportMspdi(plan, schedule));
    assert.deepEqual(datesOf(snapshot.plan), datesOf(plan));
    assert.deepEqual(exportLosses(plan, schedule), []);
  });
}

test('begun work without progress that the status date moves is named as lost', async () => {
  const { plan } = await snapshotOf({
    'project.yaml': head,
    'tasks/T-AAAA.yaml': 'title: A\nstatus: doing\nduration: 5d\nstarted: 2026-03-03\n',
    'tasks/T-BBBB.yaml':
      'title: B\nstatus: doing\nduration: 5d\nstarted: 2026-03-03\nprogress: 10%\n',
  });
  const [loss, ...others] = exportLosses(plan, computeSchedule(plan));
  assert.match(loss?.message ?? '', /: T-AAAA; give/);
  assert.deepEqual(others, []);
});
