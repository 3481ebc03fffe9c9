import assert from 'node:assert/strict';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

test('a report is written for an audience, and takes the place of no other file', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const { out, exitCode } = await run('report', '--on', '2026-03-02');
    assert.equal(exitCode, 0);
    assert.match(out, /^# .*: status on 2026-03-02\n/);
    const html = ['report', '--to', 'html', '--on', '2026-03-02', '--out', 'status.html'];
    assert.equal((await run(...html)).exitCode, 0);
    assert.match(read('status.html'), /^<!doctype html>/);
    assert.equal((await run(...html)).exitCode, 2);
    assert.equal((await run(...html, '--force')).exitCode, 0);
  }));

test('the day of a report is that of the last commit, or today while the plan is in none', () =>
  inWorkspace(smallPlan, async ({ folder, run, write }) => {
    const day = async (): Promise<string> =>
      /^Status on .*/m.exec((await run('report')).out)?.[0] ?? '';
    assert.match(await day(), /, the day on which this page was made, for the team\.$/);
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Plan it');
    const committed = git(folder, 'show', '-s', '--format=%ct', 'HEAD');
    const on = new Date(Number(committed) * 1000).toISOString().slice(0, 10);
    const recorded = `Status on ${on}, the day of the last recorded change, for the team.`;
    assert.equal(await day(), recorded);
    assert.equal((await run('report', '--freeze')).exitCode, 0);
    assert.equal(await day(), recorded, 'a frozen report is no change of the plan');
    write('.project/tasks/T-7E7E.yaml', 'title: More\n');
    assert.match(await day(), /, the day on which this page was made, for the team\.$/);
  }));

test('a report that is frozen stays in the plan folder, and the next tells what changed since', () =>
  inWorkspace(smallPlan, async ({ run, read }) => {
    const { out, exitCode } = await run('report', '--on', '2026-03-02', '--freeze');
    assert.equal(exitCode, 0);
    assert.match(out, /Froze the report as \.project\/reports\/2026-03-02-team\.md/);
    assert.match(read('.project/reports/2026-03-02-team.md'), /^# .*: status on 2026-03-02\n/);
    const again = await run('report', '--on', '2026-03-02', '--freeze');
    assert.match(again.error, /is there already, and what was told stays as it was/);
    const later = await run('report', '--on', '2026-03-09');
    assert.match(later.out, /## What changed since the last report\n/);
    assert.equal((await run('check')).error.includes('reports'), false);
    assert.equal((await run('report', '--to', 'html', '--freeze')).exitCode, 2);
  }));

test('what hours cost reaches management, and no form of the page of a customer', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/project.yaml': `${smallPlan['.project/project.yaml'] ?? ''}currency: EUR\n`,
      '.project/private.yaml': 'hourRate: 987\n',
    },
    async ({ run, json, read }) => {
      const money = JSON.stringify((await json('money')).data);
      const [, total = ''] = /"BAC":"(\d+)/.exec(money) ?? [];
      assert.ok(total.length > 4, money.slice(0, 400));
      const told = (await run('report', '--audience', 'management', '--on', '2026-03-04')).out;
      assert.match(told, /EUR/);
      const args = ['report', '--audience', 'customer', '--on', '2026-03-04'];
      assert.equal((await run(...args, '--to', 'html', '--out', 'page.html')).exitCode, 0);
      const pages = [
        (await run(...args)).out,
        read('page.html'),
        JSON.stringify((await json(...args)).data),
      ];
      for (const page of pages) {
        for (const secret of ['987', total, 'EUR']) assert.equal(page.includes(secret), false);
      }
      assert.equal((await run('diff', '--to', 'md')).out.includes('987'), false);
    },
  ));

test('what cannot be told is refused in a sentence', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    assert.match((await run('report', '--audience', 'boss')).error, /no such audience/);
    assert.match((await run('report', '--to', 'pdf')).error, /no format/);
    assert.match((await run('report', '--on', 'soon')).error, /no date/);
    assert.match((await run('report', '--since', 'HEAD')).error, /no git repository/);
  }));

test('a report that is frozen holds no private rates, because git is to see it', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/project.yaml': `${smallPlan['.project/project.yaml'] ?? ''}currency: EUR\n`,
      '.project/private.yaml': 'hourRate: 987\n',
    },
    async ({ run, read }) => {
      const args = ['report', '--audience', 'management', '--on', '2026-03-04'];
      assert.match((await run(...args)).out, /EUR/);
      assert.equal((await run(...args, '--freeze')).exitCode, 0);
      assert.doesNotMatch(read('.project/reports/2026-03-04-management.md'), /EUR|Money/);
      const later = await run('report', '--audience', 'management', '--on', '2026-03-05');
      assert.doesNotMatch(later.out, /Money.* is new/);
    },
  ));

test('a page with private rates tells no amounts that were counted without them', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/project.yaml': `${smallPlan['.project/project.yaml'] ?? ''}currency: EUR\nmoney: { hourRate: 10 }\n`,
      '.project/private.yaml': 'hourRate: 987\n',
    },
    async ({ folder, run, write }) => {
      git(folder, 'init', '-q', '-b', 'main');
      git(folder, 'add', '-A');
      git(folder, 'commit', '-qm', 'Plan it');
      const page = ['report', '--audience', 'management', '--on', '2026-03-05'];
      await run('report', '--audience', 'management', '--on', '2026-03-04', '--freeze');
      write('.project/tasks/T-AAAA.yaml', 'title: More\nestimate: 100h\nassignees: [ada]\n');
      const { out } = await run(...page);
      assert.match(out, /Money is not held against 2026-03-04/);
      assert.doesNotMatch(out, /Money was/);
      const expected = /it will cost ([\d\u202f]+ EUR)/.exec(out)?.[1] ?? 'no amount';
      const since = (await run(...page, '--since', 'HEAD')).out;
      assert.ok(since.includes(`Estimate at completion: ${expected}`), since);
    },
  ));

test('what changed since a commit is told as of the day of the report, whenever it is made', () =>
  inWorkspace(smallPlan, async ({ folder, run, write }) => {
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Plan it');
    const money =
      'money:\n  costs:\n    - { title: Rent, amount: 10, every: week }\n  booked:\n    - { title: Rent, amount: 30, on: 2026-03-02 }\n';
    write('.project/project.yaml', `${smallPlan['.project/project.yaml'] ?? ''}${money}`);
    const told = async (on: string): Promise<string> =>
      /Estimate at completion: .*/.exec(
        (await run('report', '--on', on, '--since', 'HEAD')).out,
      )?.[0] ?? '';
    assert.match(await told('2026-03-02'), /completion: 60 instead of nothing/);
    assert.match(await told('2026-03-20'), /completion: 30 instead of nothing/);
  }));

test('what cannot be read to be public is not shown to a customer', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-AAA1.yaml': 'title: Secret word\nvisibility: Internal\nestimate: 1d\n',
      '.project/tasks/T-AAA2.yaml': 'title: Secret list\nvisibility: [internal]\nestimate: 1d\n',
      '.project/tasks/T-AAA3.yaml': 'title: Secret part\nparent: [T-AAA1]\nestimate: 1d\n',
      '.project/tasks/T-AAA4.yaml': 'title: Secret step\nmilestone: T-AAA1\nestimate: 1d\n',
      '.project/tasks/T-AAA5.yaml': 'title: Secret child\nparent: T-ZZZZ\nestimate: 1d\n',
      '.project/tasks/T-AAA6.yaml': 'title: Secret end\nmilestone: M-ZZZZ\nestimate: 1d\n',
      '.project/tasks/T-AAA7.yaml': 'title: Told openly\nvisibility:\nestimate: 1d\n',
      '.project/milestones/M-AAA1.yaml': 'title: Secret point\nvisibility: intern\n',
    },
    async ({ run }) => {
      for (const to of ['md', 'html']) {
        const { out } = await run(
          'report',
          '--audience',
          'customer',
          '--on',
          '2026-03-02',
          '--to',
          to,
        );
        assert.doesNotMatch(out, /Secret/);
        assert.match(out, /Told openly/);
      }
    },
  ));

test('a customer reads the decisions that are public, and what changed of what they see', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/milestones/M-AAA1.yaml': 'title: Trial\ndue: 2026-03-20\n',
      '.project/milestones/M-AAA2.yaml':
        'title: Secret point\nvisibility: internal\ndue: 2026-03-20\n',
      '.project/milestones/M-AAA3.yaml': 'title: Hidden later\ndue: 2026-03-20\n',
      '.project/decisions/D-AAA1.yaml':
        'title: Use steel\nstatus: accepted\ndecidedOn: 2026-03-01\nvisibility: public\ndecision: Steel it is\n',
      '.project/decisions/D-AAA2.yaml': 'title: Secret deal\nstatus: accepted\n',
    },
    async ({ folder, run, write }) => {
      git(folder, 'init', '-q', '-b', 'main');
      git(folder, 'add', '-A');
      git(folder, 'commit', '-qm', 'Plan it');
      const page = ['report', '--audience', 'customer', '--on', '2026-03-02'];
      const { out } = await run(...page);
      assert.match(
        out,
        /## Decisions\n\n.*\n.*\n\| Use steel \| accepted \| 2026-03-01 \| Steel it is \|\n/,
      );
      assert.doesNotMatch(out, /Secret/);
      write('.project/milestones/M-AAA1.yaml', 'title: Trial\ndue: 2026-03-27\n');
      write('.project/milestones/M-AAA2.yaml', 'title: Secret point\nvisibility: internal\n');
      write('.project/milestones/M-AAA3.yaml', 'title: Hidden later\nvisibility: internal\n');
      const since = (await run(...page, '--since', 'HEAD')).out;
      assert.match(since, /Dates: “Trial”: promised was 2026-03-20, and is 2026-03-27/);
      assert.doesNotMatch(since, /Secret|Hidden later/);
    },
  ));

test('how many points of acceptance are met is told, and which are not where a task is done', () =>
  inWorkspace(
    {
      ...smallPlan,
      '.project/tasks/T-AAA1.yaml':
        'title: Weld\nestimate: 1d\nacceptance:\n  - It holds\n  - text: It is dry\n    done: true\n',
    },
    async ({ run }) => {
      const told = /1 of 2 acceptance points is met/;
      assert.match((await run('progress')).out, told);
      assert.match((await run('report', '--on', '2026-03-02')).out, told);
      assert.doesNotMatch((await run('report', '--audience', 'customer')).out, told);
      assert.doesNotMatch((await run('check')).error, /acceptance/);
      const open =
        /1 of its 2 acceptance points is not met: “It holds”; where one is, set acceptance.0.done=true/;
      const done = await run('done', 'T-AAA1');
      assert.match(done.out + done.error, open);
      assert.equal(done.exitCode, 0);
      const checked = await run('check');
      assert.match(checked.out + checked.error, open);
      assert.equal((await run('set', 'T-AAA1', 'acceptance.0.done=true')).exitCode, 0);
      assert.doesNotMatch((await run('check')).error, /acceptance/);
    },
  ));

test('a plan without anything in it is not going as agreed', () =>
  inWorkspace(
    { '.project/project.yaml': 'version: 1\nname: Demo\nstart: 2026-03-02\n' },
    async ({ run }) => {
      const { out } = await run('report');
      assert.match(out, /Nothing is planned yet, so there is no end to tell/);
      assert.doesNotMatch(out, /🟢 \*\*(Time|The plan)|It ends on/);
    },
  ));
