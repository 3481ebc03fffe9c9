import assert from 'node:assert/strict';
import path from 'node:path';
import { commands, MarkdownString, Position, Uri, window, workspace, type Hover } from 'vscode';
import { CommitWatch } from '../../src/vscode/code/commitWatch.ts';
import { readCommitDays } from '../../src/vscode/commitDays.ts';
import { ImpactBranch } from '../../src/vscode/code/impactBranch.ts';
import { createProposalBranch } from '../../src/vscode/code/proposalBranch.ts';
import { lastStep } from '../../src/core/base/lastStep.ts';
import { impactInSteps } from '../../src/core/impact/computeImpact.ts';
import type { BranchElement } from '../../src/vscode/treeBranch.ts';
import { inOrder } from './support/inOrder.ts';
import { quietLog, withPlan } from './support/ownPlans.ts';
import { git, readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

/** A line as its label and what stands behind it. */
function told(element: BranchElement): string {
  const { label, description } = element.item();
  return `${typeof label === 'string' ? label : ''}: ${String(description ?? '')}`;
}

async function withCommit(message: string, body: () => Promise<void>): Promise<void> {
  writeText('src/index.ts', 'export const pages = [];\n');
  git('add', '--all');
  git('commit', '-qm', message);
  try {
    await body();
  } finally {
    git('reset', '-q', '--hard', 'HEAD^');
  }
}

inOrder(
  'what commits say is proposed with its evidence, and one click writes it, as one edit',
  () =>
    withCommit('Index the pages\n\nTask: T-C5DE', () =>
      withPlan(async ({ plans, plan, loaded }) => {
        const commits = new CommitWatch(plans, quietLog);
        try {
          assert.deepEqual(createProposalBranch(commits).rootsOf(plan), []);
          await commits.refresh();
          const [root] = createProposalBranch(commits).rootsOf(plan);
          assert.ok(root);
          const rows = await root.children();
          const row = rows.find(each => told(each).startsWith('Index the pages'));
          assert.ok(row, rows.map(told).join());
          assert.match(told(row), /^Index the pages: doing, started \d{4}-\d\d-\d\d$/);
          const [why, commit] = await row.children();
          assert.match(why ? told(why) : '', /^The first commit is of /);
          assert.match(commit ? told(commit) : '', /^Index the pages: [0-9a-f]{9}, /);
          const before = readText('.project/tasks/T-C5DE.yaml');
          await commands.executeCommand('gantry.acceptProposals', row);
          const now = readText('.project/tasks/T-C5DE.yaml');
          assert.match(now, /^status: doing$/m);
          assert.match(now, /^started: /m);
          await loaded.undo();
          assert.equal(readText('.project/tasks/T-C5DE.yaml'), before);
        } finally {
          commits.dispose();
        }
      }),
    ),
);

inOrder('the chart is told the days with commits, and what is given up is not counted', () =>
  withCommit('Index the pages\n\nTask: T-C5DE', () =>
    withPlan(async ({ plan }) => {
      const days = await readCommitDays(plan, undefined, new AbortController().signal);
      const place = days?.ids.indexOf('T-C5DE') ?? -1;
      assert.ok(days && place >= 0);
      const [from, to] = [days.offsets[place] ?? 0, days.offsets[place + 1] ?? 0];
      assert.deepEqual([...days.commits.subarray(from, to)], [1]);
      assert.equal(await readCommitDays(plan, undefined, AbortSignal.abort()), undefined);
    }),
  ),
);

inOrder('the name of a commit in a text tells what the commit was for', () =>
  withCommit('Index the pages\n\nTask: T-C5DE', async () => {
    const hash = git('rev-parse', 'HEAD').trim();
    writeText('NEWS.md', `Since ${hash.slice(0, 10)} pages are indexed\n`);
    const document = await workspace.openTextDocument(
      Uri.file(path.join(workspaceFolder(), 'NEWS.md')),
    );
    await window.showTextDocument(document);
    const text = await waitFor('The card', async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new Position(0, 9),
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map(each => (each instanceof MarkdownString ? each.value : '')),
      );
      return texts.some(each => each.includes('T&#45;C5DE')) && texts.join('\n');
    });
    assert.match(text, /Index the pages/);
  }),
);

inOrder('what a change touches stands in the tree until it is closed', () =>
  withPlan(async ({ plan, loaded }) => {
    writeText(
      'src/signIn.ts',
      readText('src/signIn.ts').replace('return { person }', 'return { person: person.trim() }'),
    );
    const change = await loaded.change({ kind: 'worktree' });
    assert.ok(change);
    const views = loaded.views();
    const item = views.snapshot.plan.risks.get('R-6HWY');
    const [anchor] = item?.code ?? [];
    assert.ok(item && anchor);
    const place = { path: 'src/signIn.ts', line: undefined, endLine: undefined };
    const now = { state: 'fresh', place, score: 1, evidence: 'path', guess: undefined } as const;
    const steps = impactInSteps(
      { plan: views.snapshot.plan, schedule: views.schedule() },
      [{ item, anchor, now }],
      change,
    );
    const impact = lastStep(steps);
    const branch = new ImpactBranch();
    branch.show(plan, { title: 'Touched', impact });
    const [root] = branch.rootsOf(plan);
    const rows = (await root?.children()) ?? [];
    assert.ok(
      rows.some(row => told(row).includes('R-6HWY')),
      rows.map(told).join('\n'),
    );
    branch.show(plan, undefined);
    assert.deepEqual(branch.rootsOf(plan), []);
    branch.dispose();
  }),
);
