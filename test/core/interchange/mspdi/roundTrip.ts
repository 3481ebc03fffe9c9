import assert from 'node:assert/strict';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import { plainTask } from '../../../../src/core/interchange/plainItem.ts';
import { plainProject } from '../../../../src/core/interchange/plainProject.ts';
import { planImport } from '../../../../src/core/interchange/planImport.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { importText } from './mspdiText.ts';

/** A folder with what an import made of a file. */
export async function importedStore(xml: string): Promise<ProjectStore> {
  const store = await ProjectStore.open(
    memoryFiles({ 'project.yaml': 'version: 1\nname: Test\n' }),
  );
  const applied = await store.apply(changesOf(xml, store.snapshot.plan), 'Import');
  assert.ok(applied.ok);
  return store;
}

export function changesOf(xml: string, plan: Plan): Parameters<ProjectStore['apply']>[0] {
  const target = { plan, takenIds: new Set<string>(), random: seededRandom(7) };
  const outcome = planImport(importText(xml), target);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.changes;
}

/** Every task by its origin, with its references by origin too, and its dates. */
function described(plan: Plan): ReadonlyMap<string, unknown> {
  const schedule = computeSchedule(plan);
  const originOf = (id: string): string => plan.tasks.get(id)?.origin ?? id;
  return new Map(
    [...plan.tasks.values()].map(task => [
      originOf(task.id),
      {
        ...plainTask(task),
        parent: task.parent && originOf(task.parent),
        dependsOn: task.dependsOn.map(each => ({
          ...each,
          predecessor: originOf(each.predecessor),
        })),
        dates: schedule.datesOf(task.id),
      },
    ]),
  );
}

/** What was imported is exported; that changes nothing there, and makes the same plan elsewhere. */
export async function roundTrip(xml: string): Promise<Plan> {
  const store = await importedStore(xml);
  const { plan } = store.snapshot;
  const exported = exportMspdi(plan, computeSchedule(plan));
  assert.deepEqual(changesOf(exported, plan), []);
  const other = (await importedStore(exported)).snapshot.plan;
  assert.deepEqual(plainProject(other.project), plainProject(plan.project));
  const byOrigin = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
    a[0] < b[0] ? -1 : 1;
  assert.deepEqual([...described(other)].sort(byOrigin), [...described(plan)].sort(byOrigin));
  return plan;
}
