import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createPreviewer,
  type BarEdit,
  type EditPreview,
} from '../../../src/core/schedule/previewEdits.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import { tellPreview } from '../../../webview/gantt/previewText.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { instant } from '../../support/runOnFiles.ts';
import { buildView, snapshotOf } from './support/buildView.ts';

const plan = buildPlan({
  start: '2026-03-02',
  tasks: {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '3d', dependsOn: ['T-AAAA'], deadline: '2026-03-09', title: 'Build' },
    'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'], parent: 'T-SSSS', title: 'Ship' },
    'T-SSSS': { title: 'Parts', deadline: '2026-03-10' },
    'T-DDDD': { duration: '1d' },
    'T-LATE': { duration: '4d', deadline: '2026-03-04', title: 'Write' },
  },
});
const titles = [...plan.tasks.values()].map(({ id, title }) => ({ id, title }));
const dated = { start: '2026-03-02T09:00', finish: '2026-03-03T18:00' };
const loaded = loadPlan(snapshotOf(buildView(titles.map(each => ({ ...each, ...dated })))));

function check(edit: BarEdit, lines: readonly string[], spoken: string): void {
  const preview = createPreviewer(plan, {})([edit]);
  assert.deepEqual(tellPreview(preview, loaded, new Set([edit.id])), { lines, spoken });
}

test('what a gesture does to the rest is told in lines, and to the ear', () => {
  check(
    { id: 'T-AAAA', start: instant('2026-03-04') + 9 * 60 },
    ['The plan ends 11 Mar, 2d later, moves 2 more', 'Misses Build and 1 more'],
    '; the plan ends 11 March, 2 days later; moves 2 more; misses Build and 1 more',
  );
  check(
    { id: 'T-AAAA', durationMinutes: 480 },
    ['The plan ends 6 Mar, 1d earlier, moves 2 more'],
    '; the plan ends 6 March, 1 day earlier; moves 2 more',
  );
  check({ id: 'T-LATE', durationMinutes: 3 * 480 }, ['Keeps Write'], '; keeps Write');
  check({ id: 'T-DDDD', start: instant('2026-03-04') + 9 * 60 }, [], '');
});

test('who gets too much to do is named, with the first day and how much it is', () => {
  const preview = createPreviewer(plan, {})([]);
  const firstDay = instant('2026-03-09') / 1440;
  const tell = (overloaded: EditPreview['overloaded']): readonly string[] => {
    const { lines, spoken } = tellPreview({ ...preview, overloaded }, loaded, new Set());
    return [...lines, spoken];
  };
  const ada = { person: 'ada', firstDay, days: 3, peak: 1.5 };
  assert.deepEqual(tell([ada, { ...ada, person: 'bob' }]), [
    'Overloads Ada from 9 Mar, 150%, and 1 more',
    '; overloads Ada from 9 March, 150 percent, and 1 more',
  ]);
  assert.deepEqual(tell([{ person: 'zoe', firstDay, days: 1, peak: Infinity }]), [
    'Overloads zoe on 9 Mar, a day off',
    '; overloads zoe on 9 March, a day off',
  ]);
});
