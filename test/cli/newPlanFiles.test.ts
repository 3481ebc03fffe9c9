import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { newPlanFiles } from '../../src/cli/newPlanFiles.ts';
import { dayNumber } from '../../src/core/model/instant.ts';
import { projectId, type Change } from '../../src/core/model/change.ts';
import type { ProjectFiles } from '../../src/core/store/projectFiles.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { elements, mspdiText, tasksText } from '../core/interchange/mspdi/mspdiText.ts';
import { memoryFiles } from '../support/memoryFiles.ts';
import { inWorkspace } from './runInFolder.ts';

const made = { name: 'Bridge', today: dayNumber(2026, 3, 2) * 1440 };
const changes: readonly Change[] = [
  { kind: 'set', id: projectId, field: ['name'], value: 'Other' },
  { kind: 'add', id: 'T-AAAA', fields: { title: 'Deck' } },
];

async function pathsIn(files: ProjectFiles): Promise<readonly string[]> {
  const entries = (await files.list()) ?? [];
  return entries.filter(({ kind }) => kind === 'file').map(({ path }) => path);
}

test('a plan that is made with its first change is there with it and not before', async () => {
  const files = memoryFiles({});
  const store = await ProjectStore.open(newPlanFiles(files, made));
  assert.equal(store.snapshot.plan.project.name, 'Bridge');
  assert.deepEqual(await pathsIn(files), []);
  const refused = await store.apply([...changes, ...changes], 'Import');
  assert.equal(refused.ok, false);
  assert.deepEqual(await pathsIn(files), []);
  assert.ok((await store.apply(changes, 'Import')).ok);
  assert.equal(store.snapshot.plan.project.name, 'Other');
  assert.deepEqual([...(await pathsIn(files))].sort(), [
    '.gitignore',
    'project.yaml',
    'tasks/T-AAAA.yaml',
  ]);
  assert.equal(files.text('.gitignore'), 'private.yaml\n*.gantry-tmp\n');
});

test('when the disk refuses a file, the new plan is not there either', async () => {
  const files = memoryFiles({});
  const full: ProjectFiles = {
    list: () => files.list(),
    read: path => files.read(path),
    write: (path, ...bytes) =>
      path.startsWith('tasks/')
        ? Promise.reject(new Error('no space left'))
        : files.write(path, ...bytes),
    move: (from, to) => files.move(from, to),
    watch: listener => files.watch(listener),
  };
  const store = await ProjectStore.open(newPlanFiles(full, made));
  const applied = await store.apply(changes, 'Import');
  assert.equal(applied.ok, false);
  assert.equal(await files.read('project.yaml'), undefined);
});

const empty = [1, 2, 3, 4, 5, 6, 7]
  .map(day => `<WeekDay><DayType>${day}</DayType><DayWorking>0</DayWorking></WeekDay>`)
  .join('');

test('a file with a calendar without working time is imported whole, again and back', () =>
  inWorkspace(
    {
      'a.xml': mspdiText(
        `<Calendars><Calendar>${elements({ UID: 1, Name: 'Standard', IsBaseCalendar: 1 })}</Calendar><Calendar>${elements({ UID: 2, Name: 'Nothing', IsBaseCalendar: 1 })}<WeekDays>${empty}</WeekDays></Calendar></Calendars>${tasksText({ UID: 1, Duration: 'PT8H0M0S', DurationFormat: 7 }, { UID: 2, CalendarUID: 2, Duration: 'PT8H0M0S', DurationFormat: 7 })}`,
      ),
    },
    async ({ run, json, folder }) => {
      const call = ['import', 'a.xml', '--from', 'mspdi'] as const;
      const dry = await run(...call, '--dry-run');
      assert.match(dry.out, /2 tasks added/);
      assert.deepEqual(readdirSync(folder), ['a.xml']);
      const first = await run(...call);
      assert.match(first.out, /2 tasks added/);
      assert.match(first.error, /1 calendar has no working time .* standard hours .*: Nothing/);
      const again = await run(...call);
      assert.match(again.out, /0 tasks added, 0 changed, 2 unchanged\n$/);
      const { data, problems } = await json('schedule');
      assert.ok(Array.isArray(data?.['tasks']));
      assert.ok(data['tasks'].every((task: { start?: string }) => task.start !== undefined));
      assert.ok(problems.some(({ code }: { code: string }) => code === 'calendar-empty'));
      assert.equal((await run('export', '--to', 'mspdi', '--out', 'b.xml')).exitCode, 0);
      const back = await run('import', 'b.xml', '--from', 'mspdi');
      assert.match(back.out, /0 tasks added, 0 changed, 2 unchanged\n$/);
    },
  ));
