import assert from 'node:assert/strict';
import { commands, QuickPickItemKind } from 'vscode';
import { explainItem } from '../../src/core/scenario/explainItem.ts';
import { createScheduler } from '../../src/core/schedule/scheduler.ts';
import { midnightOf } from '../../src/vscode/clock.ts';
import type { PlanViews } from '../../src/vscode/planViews.ts';
import { createShortReasons } from '../../src/vscode/shortReasons.ts';
import { entriesOf, type Entry } from '../../src/vscode/whyChoices.ts';
import { test } from './support/editorTest.ts';
import { withPlan } from './support/ownPlans.ts';

function entries(views: PlanViews, id: string): readonly Entry[] {
  const today = midnightOf(views.now);
  const { snapshot } = views;
  const tried = { snapshot, before: views.schedule(), schedule: createScheduler() };
  return entriesOf(explainItem({ ...tried, options: { today } }, id), today);
}

test('the list of reasons has the chain, what would help, and where each line leads', () =>
  withPlan(({ loaded }) => {
    const all = entries(loaded.views(), 'T-2MPT');
    const headings = all.filter(({ kind }) => kind === QuickPickItemKind.Separator);
    assert.deepEqual(
      headings.map(({ label }) => label),
      ['Where the date comes from', 'What would bring it earlier'],
    );
    assert.deepEqual(
      all.slice(1, 3).map(({ label, value }) => [label, value?.id]),
      [
        ["Page of one's own", 'T-2MPT'],
        ['Sign in', 'T-7KQ3'],
      ],
    );
    assert.match(all[1]?.detail ?? '', /^cannot start until T-7KQ3 "Sign in" is finished/);
    const helping = all.find(({ detail }) => detail?.includes('the best case') === true);
    assert.ok(helping?.value?.field !== undefined);
    assert.ok(all.every(({ kind, value }) => kind !== undefined || value !== undefined));
  }));

test('the line for a tooltip is empty for what has no dates of its own', () =>
  withPlan(({ loaded }) => {
    const reasons = createShortReasons();
    const views = loaded.views();
    assert.match(reasons(views, 'T-2MPT'), /^Cannot start until T-7KQ3 "Sign in" is finished/);
    assert.equal(reasons(views, 'R-ZZZZ'), '');
  }));

test('the command is there', async () => {
  assert.ok((await commands.getCommands(true)).includes('gantry.why'));
});
