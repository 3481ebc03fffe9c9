import assert from 'node:assert/strict';
import { echoMspdi } from '../../../../src/core/interchange/mspdi/echoMspdi.ts';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import { planImport, type ImportOutcome } from '../../../../src/core/interchange/planImport.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { span } from '../../../support/scheduleWords.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { importText } from './mspdiText.ts';

/** A plan of these files; it starts on Monday, 3 March 2025, unless they say otherwise. */
export function openPlan(files: Readonly<Record<string, string>> = {}): Promise<ProjectStore> {
  return ProjectStore.open(
    memoryFiles({ 'project.yaml': 'name: Test\nstart: 2025-03-03\n', ...files }),
  );
}

/** Imports a file into a plan, as the command line does. */
export async function importInto(store: ProjectStore, xml: string): Promise<ImportOutcome> {
  const { plan } = store.snapshot;
  const target = {
    plan,
    takenIds: new Set(plan.tasks.keys()),
    random: seededRandom(plan.tasks.size + 1),
    echo: echoMspdi(plan, computeSchedule(plan)),
  };
  const outcome = planImport(importText(xml), target);
  if (!outcome.ok) throw new Error(outcome.error.message);
  assert.ok((await store.apply(outcome.value.changes, 'Import')).ok);
  return outcome.value;
}

export function exportFrom({ snapshot: { plan } }: ProjectStore): string {
  return exportMspdi(plan, computeSchedule(plan));
}

/** The planned start and finish of each task, by its title. */
export function spansOf({ snapshot: { plan } }: ProjectStore): Readonly<Record<string, string>> {
  const schedule = computeSchedule(plan);
  return Object.fromEntries(
    [...plan.tasks.values()]
      .map(({ id, title }) => [title, span(schedule.datesOf(id))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
