import assert from 'node:assert/strict';
import { test } from 'node:test';
import { echoMspdi } from '../../../../src/core/interchange/mspdi/echoMspdi.ts';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import { planImport, type ImportOutcome } from '../../../../src/core/interchange/planImport.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { importText } from './mspdiText.ts';

const texts = {
  'project.yaml': `name: Ours
start: 2026-03-02
people:
  ada: { name: Ada, units: 50%, leave: [2026-03-09..2026-03-10] }
calendars:
  nights: { base: standard, mon: [22:00-06:00] }
`,
  'milestones/M-AAAA.yaml': 'title: Beta\ndue: 2026-03-20\n',
  'milestones/M-BBBB.yaml': 'title: Gone\ndropped: true\n',
  'tasks/T-AAAA.yaml':
    'title: Draw\nestimate: 2d..3d..7d\nassignees: [ada]\nmilestone: M-AAAA\nstatus: review\nstarted: 2026-03-02\nprogress: 40%\n',
  'tasks/T-BBBB.yaml':
    'title: Build\nestimate: 4h\ndependsOn: [T-AAAA SS+50%, M-AAAA]\nparent: T-SSSS\ncalendar: nights\n',
  'tasks/T-CCCC.yaml': 'title: Ship\nparent: T-SSSS\nstatus: blocked\ndeadline: 2026-04-01\n',
  'tasks/T-DDDD.yaml': 'title: Not done\nstatus: dropped\ndependsOn: [T-AAAA]\n',
  'tasks/T-SSSS.yaml': 'title: Parts\nestimate: 9d\n',
};

/** What the file that a plan was exported to does to the plan, once somebody has edited it. */
async function importBack(edit: (xml: string) => string): Promise<ImportOutcome> {
  const { plan } = (await ProjectStore.open(memoryFiles(texts))).snapshot;
  const xml = exportMspdi(plan, computeSchedule(plan));
  const edited = edit(xml);
  const outcome = planImport(importText(edited), targetOf(plan));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

function targetOf(plan: Plan): Parameters<typeof planImport>[1] {
  const echo = echoMspdi(plan, computeSchedule(plan));
  return { plan, takenIds: new Set<string>(), random: seededRandom(7), echo };
}

/** The text of one task with its tags, by its name. */
function taskText(xml: string, name: string): string {
  const task = xml.match(/<Task>[\s\S]*?<\/Task>/g)?.find(each => each.includes(`>${name}<`));
  assert.ok(task, name);
  return task;
}

const changesOf = ({ changed }: ImportOutcome): readonly unknown[] =>
  changed.map(({ id, fields }) => [id, ...fields]);

test('a plan of our own that comes back unchanged changes nothing', async () => {
  const outcome = await importBack(xml => xml);
  assert.deepEqual(outcome.changes, []);
  assert.deepEqual(outcome.added, []);
  assert.deepEqual(outcome.missing, []);
  assert.deepEqual(outcome.problems, []);
  assert.equal(outcome.unchanged.length, 6);
});

test('what was changed in the other program arrives, and nothing else', async () => {
  const titled = await importBack(xml => xml.replace('>Draw<', '>Draft<'));
  assert.deepEqual(changesOf(titled), [['T-AAAA', 'title']]);
  const promised = await importBack(xml => {
    const before = taskText(xml, 'Beta');
    return xml.replace(before, before.replace(/(<Deadline>2026-03-)20/, '$127'));
  });
  assert.deepEqual(promised.changes, [
    { kind: 'set', id: 'M-AAAA', field: ['due'], value: '2026-03-27' },
  ]);
  const unlinked = await importBack(xml => {
    const before = taskText(xml, 'Build');
    const [first] = before.match(/ *<PredecessorLink>[\s\S]*?<\/PredecessorLink>\n/) ?? [];
    assert.ok(first);
    return xml.replace(before, before.replace(first, ''));
  });
  assert.deepEqual(changesOf(unlinked), [['T-BBBB', 'dependsOn']]);
  const [change] = unlinked.changes;
  assert.deepEqual(change?.kind === 'set' && change.value, ['M-AAAA']);
  const gone = await importBack(xml => xml.replace(taskText(xml, 'Ship'), ''));
  assert.deepEqual(gone.missing, [{ id: 'T-CCCC', title: 'Ship' }]);
});

test('a file that came from elsewhere is none of the plan', async () => {
  const outcome = await importBack(xml =>
    xml.replaceAll(/<UID>(\d{8})<\/UID>/g, (_, uid: string) => `<UID>${Number(uid) + 7}</UID>`),
  );
  assert.equal(outcome.added.length > 3, true);
  assert.deepEqual(changesOf(outcome), []);
});
