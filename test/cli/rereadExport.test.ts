import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace } from './runInFolder.ts';

const project = 'name: Exchange\nstart: 2026-03-02\nstatusDate: 2026-03-11\n';

/** What is told on standard error when a plan of these tasks, by id, is written. */
async function toldOf(tasks: Readonly<Record<string, string>>): Promise<string> {
  let told = '';
  const texts: Record<string, string> = { '.project/project.yaml': project };
  for (const [id, text] of Object.entries(tasks)) texts[`.project/tasks/${id}.yaml`] = text;
  await inWorkspace(texts, async ({ run }) => {
    const { exitCode, error } = await run('export', '--to', 'mspdi', '--out', 'plan.xml');
    assert.equal(exitCode, 0, error);
    told = error;
  });
  return told;
}

test('a file for Project that says all that the dates hang on is written without a word', async () => {
  const told = await toldOf({
    'T-AAAA': 'title: A\nduration: 3d\nstarted: 2026-03-09\nprogress: 0.5\n',
    'T-BBBB': 'title: B\nduration: 2d\ndependsOn: T-AAAA FF+1d\n',
    'T-CCCC': 'title: C\nduration: 2d\nsplit: [1d, 1d, 1d]\n',
  });
  assert.doesNotMatch(told, /export-partial/);
});

test('tasks whose dates the format cannot say are named with what they become', async () => {
  const told = await toldOf({
    'T-AAAA': 'title: A\nduration: 3d\nconstraint: FNET 2026-03-06\n',
    'T-BBBB': 'title: B\nduration: 6ed\nstarted: 2026-03-03\nprogress: 0.5\n',
    'T-CCCC': 'title: C\nduration: 1d\n',
    'T-DDDD': 'title: D\nduration: 2d\nstarted: 2026-03-02\n',
  });
  assert.match(told, /end earlier in the file: T-DDDD;/);
  assert.match(
    told,
    /T-AAAA ends 2026-03-06 and not 2026-03-16, T-BBBB ends [-\d]+ and not [-\d]+\n/,
  );
  assert.doesNotMatch(told, /T-CCCC/);
});
