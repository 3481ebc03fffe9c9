import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace } from './runInFolder.ts';

const plan = {
  '.project/project.yaml':
    'version: 1\nname: Demo\nstart: 2026-02-23\ncurrency: EUR\npeople: { ada: Ada }\nmoney:\n  budget: 1000\n  budgets: [{ for: M-AAAA, amount: 500 }]\n',
  '.project/milestones/M-AAAA.yaml': 'title: Ship\n',
  '.project/tasks/T-AAAA.yaml':
    'title: Draw\nduration: 2d\nassignees: [ada]\nmilestone: M-AAAA\nstatus: done\nfinished: 2026-02-24\nspent: 20h\n',
  '.project/private.yaml': 'rates: { ada: 50.50 }\n',
};

test('money is told with its formulas, from the rates that git ignores', () =>
  inWorkspace(plan, async ({ run, json }) => {
    const { out, exitCode } = await run('money');
    assert.equal(exitCode, 0);
    assert.match(out, /BAC +808 EUR/);
    assert.match(out, /AC +1\u202f010 EUR +hours spent × rate/);
    assert.match(out, /CPI +0\.80 +EV ÷ AC/);
    assert.match(out, /M-AAAA +808 EUR +808 EUR +500 EUR/);
    const { data } = await json('money');
    const figures = data?.['figures'] as Record<string, unknown>;
    assert.deepEqual([figures['EV'], figures['CPI']], ['808 EUR', 0.8]);
  }));

test('a plan that costs nothing says how to begin, and a file of rates that cannot be read is told', () =>
  inWorkspace(
    {
      '.project/project.yaml': 'version: 1\nname: Demo\nstart: 2026-03-02\n',
      '.project/private.yaml': 'rates: [\n',
    },
    async ({ run }) => {
      const { out, error } = await run('money');
      assert.match(out, /Nothing in the plan costs anything yet/);
      assert.match(error + out, /private\.yaml/);
      assert.equal((await run('money', '--baseline', 'none')).exitCode, 2);
    },
  ));

test('where to cut is told with what it saves and costs', () =>
  inWorkspace(
    {
      ...plan,
      '.project/tasks/T-BBBB.yaml': 'title: Paint\nduration: 1d\nassignees: [ada]\ncost: 100\n',
    },
    async ({ run, json }) => {
      const { out } = await run('money', '--cuts');
      assert.match(out, /Drop T-BBBB “Paint” +504 EUR +no days and no risk/);
      const { data } = await json('money', '--cuts');
      const [cut] = data?.['cuts'] as Record<string, unknown>[];
      assert.deepEqual([cut?.['saves'], cut?.['laterMinutes']], ['504 EUR', 0]);
    },
  ));

test('without a status date the figures are those of the end of today, as in the editor', () =>
  inWorkspace(
    {
      '.project/project.yaml': 'version: 1\nname: Demo\nstart: 2026-03-02\ncurrency: EUR\n',
      '.project/tasks/T-AAAA.yaml': 'title: Draw\nduration: 1d\ncost: 100\n',
    },
    async ({ run }) => {
      const { out } = await run('money');
      assert.match(out, /^Demo on 2026-03-02\n/);
      assert.match(out, /PV +100 EUR/);
    },
  ));

test('init keeps rates and temporary files out of git', () =>
  inWorkspace({}, async ({ run, read }) => {
    await run('init');
    assert.equal(read('.project/.gitignore'), 'private.yaml\n*.gantry-tmp\n');
  }));

test('rates are kept out of git beside what a plan folder ignores already', () =>
  inWorkspace({ '.project/.gitignore': 'drafts/\r\n' }, async ({ run, read }) => {
    await run('init');
    assert.equal(read('.project/.gitignore'), 'drafts/\r\nprivate.yaml\r\n*.gantry-tmp\r\n');
  }));

test('the plan is held against the baselines that were taken', () =>
  inWorkspace(plan, async ({ run, json }) => {
    assert.match((await run('baseline')).out, /No baseline was taken yet/);
    await run('baseline', 'Kickoff', '--reason', 'Agreed');
    await run('set', 'T-AAAA', 'finished=2026-02-26');
    const { out } = await run('baseline');
    assert.match(out, /kickoff: the finish is \+2d; 2 items moved, 0 new, 0 gone/);
    assert.match(out, /ada +1 +1 +\+2d/);
    const { data } = await json('baseline');
    assert.equal((data?.['baselines'] as { finishMinutes: number }[])[0]?.finishMinutes, 960);
  }));

test('the budget is one for money, forecast and export, which tells no rates', () =>
  inWorkspace(
    {
      ...plan,
      '.project/tasks/T-BBBB.yaml': 'title: Print\nestimate: 1d..2d..3d\ncost: 300\n',
      '.project/project.yaml': `${plan['.project/project.yaml']}  hourRate: 80\n`,
    },
    async ({ run, json }) => {
      assert.match((await run('simulate')).out, /The budget of 1\u202f000 EUR is enough in no run/);
      const text = JSON.stringify((await json('export', '--to', 'json')).data);
      assert.match(text, /\\"budget\\": \\"1000\\"/);
      assert.match(text, /\\"for\\": \\"M-AAAA\\"/);
      assert.doesNotMatch(text, /hourRate|50\.50/);
    },
  ));
